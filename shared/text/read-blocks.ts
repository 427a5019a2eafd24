import type { RootContent } from 'mdast'
import { closesFence, openedFence } from './fences.ts'
import { further, lineEnd, lineStart, literal, startOf, type Place } from './places.ts'
import { readPieces, type Parse } from './read-pieces.ts'
import { tangles } from './tangles.ts'

/** The fence of code that was still open at the end of its source, or ''. */
const openFence = (block: RootContent | undefined, source: string): string => {
  const [first = '', ...lines] = source.trimEnd().split(/\r\n|\r|\n/u)
  const fence = block?.type === 'code' ? openedFence(first) : ''
  return fence !== '' && lines.some((line) => closesFence(line, fence)) ? '' : fence
}

const fenceEnd = (text: string, from: number, fence: string): number => {
  let at = from
  while (at < text.length) {
    const end = lineEnd(text, at)
    if (closesFence(text.slice(at, end).trimEnd(), fence)) return end
    at = end
  }
  return at
}

/**
 * The blocks of a Markdown text, with their places in it. What could not be parsed in good time (see `tangles`) becomes
 * a block of code that holds it letter for letter, together with the list it stands in; in fenced code it stays code.
 */
export const readBlocks = (text: string, parse: Parse, piece = 4000): RootContent[] => {
  const blocks: RootContent[] = []
  let at: Place = { offset: text.startsWith('\ufeff') ? 1 : 0, line: 0 }
  for (const tangle of tangles(text)) {
    if (tangle.from < at.offset) continue
    const read = readPieces(text.slice(0, tangle.from), at, parse, piece)
    const last = read.at(-1)
    const start = last ? lineStart(text, startOf(last).offset) : at.offset
    const fence = openFence(last, text.slice(start, tangle.from))
    const goesOn = fence !== '' || last?.type === 'list' || last?.type === 'footnoteDefinition'
    const from = further(text, at, (goesOn ? start : tangle.from) - at.offset)
    const end = fence === '' ? tangle.to : fenceEnd(text, tangle.from, fence)
    const to = further(text, from, end - from.offset)
    blocks.push(...(goesOn ? read.slice(0, -1) : read))
    blocks.push(
      ...(fence === '' ? [literal(text, from, to)] : readPieces(text.slice(0, end), from, parse, piece)),
    )
    at = to
  }
  return [...blocks, ...readPieces(text, at, parse, piece)]
}
