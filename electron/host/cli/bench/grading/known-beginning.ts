/** Characters that two texts have in common from their beginnings; never half of a letter. */
const commonLength = (text: string, other: string): number => {
  const most = Math.min(text.length, other.length)
  // Piece by piece, ever smaller: long beginnings that are equal are not compared letter by letter.
  let same = 0
  for (let step = most; step > 0;) {
    if (same + step <= most && text.startsWith(other.slice(same, same + step), same)) same += step
    else step = Math.floor(step / 2)
  }
  return /[\ud800-\udbff]/u.test(text.charAt(same - 1)) ? same - 1 : same
}

const placeIn = (sorted: readonly string[], text: string): number => {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sorted[middle] ?? '') < text) from = middle + 1
    else to = middle
  }
  return from
}

/**
 * Hears texts one after the other and tells of each the longest beginning that it shares, letter for letter, with any
 * of those before it.
 */
export const knownBeginnings = (): ((text: string) => string) => {
  // In alphabetical order the text that shares the most with a new one stands next to it.
  const sorted: string[] = []
  return (text) => {
    const at = placeIn(sorted, text)
    const [before, next] = [sorted[at - 1] ?? '', sorted[at] ?? '']
    const known = Math.max(commonLength(text, before), commonLength(text, next))
    sorted.splice(at, 0, text)
    return text.slice(0, known)
  }
}
