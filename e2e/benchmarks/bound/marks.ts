import type { LoggedCall } from './logged-call.ts'

/** Letters that two texts have in common from their beginnings. */
export const commonBeginning = (a: string, b: string): number => {
  const most = Math.min(a.length, b.length)
  let same = 0
  for (let step = most; step > 0;) {
    if (same + step <= most && a.startsWith(b.slice(same, same + step), same)) same += step
    else step = Math.floor(step / 2)
  }
  return same
}

/** All strings in a value, however deep. */
const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

const structureIn = (reply: string): unknown => {
  try {
    return JSON.parse(reply)
  } catch {
    return null
  }
}

/** What a reply says that could be quoted: the strings of a structure, the sentences of prose. */
const sayings = (reply: string): readonly string[] => {
  const structure = structureIn(reply)
  const pieces =
    structure === null
      ? reply.split(/(?<=[.!?。！？])\s*|\n+/u).filter((piece) => piece.length >= 24)
      : stringsIn(structure).filter((piece) => piece.length >= 6 && /[\s\p{Script=Han}]/u.test(piece))
  return pieces.map((piece) => piece.trim())
}

/** For each call what it alone has said and what it had not been told itself: whoever quotes that has read its reply. */
export const marksOf = (log: readonly LoggedCall[]): readonly (readonly string[])[] => {
  const fresh = log.map(({ prompt, reply }) => [
    ...new Set(sayings(reply).filter((piece) => !prompt.includes(piece))),
  ])
  const times = Map.groupBy(fresh.flat(), (piece) => piece)
  return fresh.map((pieces) => pieces.filter((piece) => times.get(piece)?.length === 1))
}
