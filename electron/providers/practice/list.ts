/** Pieces written one after the other, with slashes between them. */
export const list = (text: string): readonly string[] =>
  text
    .split('/')
    .map((piece) => piece.replace(/\s+/gu, ' ').trim())
    .filter((piece) => piece !== '')
