import type { BriefReading, Chip } from './read-form.ts'

type Piece = { readonly text: string; readonly chip: Chip | null }

/** The text in pieces, those that a chip was read from with their chip; where two overlap the first has its words. */
export const piecesOf = (text: string, chips: readonly Chip[]): readonly Piece[] => {
  const pieces: Piece[] = []
  let done = 0
  for (const chip of chips) {
    const { from, to } = chip.at ?? { from: 0, to: 0 }
    if (from < done || to <= from || to > text.length) continue
    pieces.push({ text: text.slice(done, from), chip: null }, { text: text.slice(from, to), chip })
    done = to
  }
  return [...pieces, { text: text.slice(done), chip: null }]
}

/** How far the text that was read is still the text that stands: what was typed since moves nothing before it. */
const commonStart = (a: string, b: string): number => {
  const end = Math.min(a.length, b.length)
  for (let i = 0; i < end; i += 1) if (a[i] !== b[i]) return i
  return end
}

/** The chips whose words still stand after the text was typed on, at their places in it. */
export const stillStanding = ({ text: read, chips }: BriefReading, text: string): readonly Chip[] => {
  if (read === text) return chips
  const same = commonStart(read, text)
  const shift = text.length - read.length
  return chips.flatMap((chip): readonly Chip[] => {
    const { at } = chip
    if (!at || at.to <= same) return at ? [chip] : []
    const moved = { from: at.from + shift, to: at.to + shift }
    return at.from >= same && text.slice(moved.from, moved.to) === read.slice(at.from, at.to)
      ? [{ ...chip, at: moved }]
      : []
  })
}
