/** Scripts that set no space between words. */
const unspaced = /^[\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff9f]$/u

/** What a line break inside a paragraph is read as: a space, but nothing between two Chinese or Japanese characters. */
export const softBreak = (before: string | undefined, after: string | undefined): '' | ' ' =>
  unspaced.test(before ?? '') && unspaced.test(after ?? '') ? '' : ' '

const lineBreak = /\r\n|\r|\n/gu

/** A paragraph's text on one line; the parser has taken the spaces around its line breaks. */
export const onOneLine = (text: string): string =>
  /[\r\n]/u.test(text)
    ? text.replace(lineBreak, (gap, at: number) => softBreak(text[at - 1], text[at + gap.length]))
    : text
