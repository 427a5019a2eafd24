/** Marks that LaTeX sets on the letter that follows, as combining characters. */
const marks: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  '"': '\u0308',
  u: '\u0306',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  b: '\u0331',
  c: '\u0327',
  d: '\u0323',
  k: '\u0328',
}

const letters: Readonly<Record<string, string>> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  aa: 'å',
  AA: 'Å',
  l: 'ł',
  L: 'Ł',
  i: 'i',
  j: 'j',
  dh: 'ð',
  th: 'þ',
  textendash: '–',
  textemdash: '—',
  textquoteright: '’',
  ldots: '…',
  dots: '…',
}

const accent = /\\(?:([`'^~=."])\s*|([urHvbcdk])(?:\s+|(?=\{)))(?:\{\s*(\\?\p{L})\s*\}|(\\?\p{L}))/gu

const marked = (
  whole: string,
  sign: string | undefined,
  name: string | undefined,
  braced: string | undefined,
  bare: string | undefined,
): string => {
  const mark = marks[sign ?? name ?? '']
  const letter = (braced ?? bare ?? '').replace('\\', '')
  return mark === undefined ? whole : `${letter}${mark}`
}

/** The text that a value in LaTeX stands for: accents and letters as Unicode, commands and braces gone. */
export const plainLatex = (value: string): string =>
  value
    .replace(accent, marked)
    .replace(/\\([A-Za-z]+)(?:\s+|\{\}|(?![A-Za-z]))/gu, (_, name: string) => letters[name] ?? '')
    .replace(/---/gu, '—')
    .replace(/--/gu, '–')
    .replace(/``/gu, '“')
    .replace(/''/gu, '”')
    .replace(/(?<!\\)~/gu, ' ')
    .replace(/\\([&%$#_{}~^ ])|[{}$\\]/gu, (_, sign: string | undefined) => sign ?? '')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC')
