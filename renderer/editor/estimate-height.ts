/** Letters on a line and the height of a line in px, as the manuscript is set. */
const lettersInLine = 68
const lineHeight = 32
const paragraphGap = 12

/** About how high a text will stand in the manuscript, in px: from its letters and paragraphs, without reading it. */
export const estimateHeight = (text: string): number => {
  let height = 0
  for (const paragraph of text.split(/\n{2,}/u)) {
    if (paragraph !== '') height += Math.ceil(paragraph.length / lettersInLine) * lineHeight + paragraphGap
  }
  return Math.max(lineHeight, height)
}
