/** Where a block stands: in the running text, a note or a table cell; how deep in lists; whether in a quote. */
export type Place = {
  readonly in: 'text' | 'note' | 'cell'
  readonly listDepth: number
  readonly quoteDepth: number
  readonly loose: boolean
  /** The first paragraph after anything that is not one; a novel does not indent it. */
  readonly opening: boolean
}

export const runningText: Place = { in: 'text', listDepth: 0, quoteDepth: 0, loose: false, opening: true }
export const insideNote: Place = { ...runningText, in: 'note' }
export const insideCell: Place = { ...runningText, in: 'cell' }

/** Twips that one level of a list, and one quote, stand in from the margin; deeper than eight adds nothing. */
export const listStep = 400
export const quoteStep = 560

/** The left indent in twips of what stands at a place. */
export const indentOf = ({ listDepth, quoteDepth }: Place): number =>
  Math.min(8, listDepth) * listStep + Math.min(8, quoteDepth) * quoteStep

/** The paragraph style of plain text at a place. */
export const styleAt = ({ in: within, listDepth, quoteDepth, opening }: Place): string => {
  if (within === 'note') return 'FootnoteText'
  if (within === 'cell') return 'TableText'
  if (quoteDepth > 0) return 'Quote'
  if (listDepth > 0) return 'ListParagraph'
  return opening ? 'FirstParagraph' : 'BodyText'
}
