const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu

/** Whether the end of a text is in a script that needs a quarter of the characters for the same matter. */
export const isDense = (text: string): boolean => {
  const end = text.slice(-400)
  return (end.match(dense)?.length ?? 0) * 2 > end.length
}
