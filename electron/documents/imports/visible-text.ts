import { printable } from '../exports/printable.ts'
import type { Notice } from './import-format.ts'

/** Letters that are never seen and spell ASCII; some behind a black flag are part of the flag. */
const tags = /(\u{1F3F4}[\u{E0061}-\u{E007A}]{3,6}\u{E007F})|[\u{E0000}-\u{E007F}]+/gu
/** What is not seen and means nothing in a quotation: zero-width spaces, soft hyphens, marks that turn text round. */
const unseen = /[\u00ad\u200b\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069\u180e]/gu
const separators = /[\u2028\u2029]/gu

const spelled = (letters: string): string =>
  Array.from(letters, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0xe0000)).join('')

/** A text as it is seen: line ends alike, no letters that nobody sees, nothing that files cannot hold. */
export const visibleText = (text: string): string =>
  printable(text.replace(tags, '$1').replace(unseen, '').replace(separators, '\n').replace(/\r\n?/gu, '\n'))

/** What was written in letters that nobody sees. */
export const hiddenText = (text: string): readonly Notice[] =>
  [...text.matchAll(tags)]
    .filter(([, flag]) => flag === undefined)
    .slice(0, 3)
    .map(([letters]) => ({
      sentence: 'It held text in letters that are not shown; that text was left out.',
      quote: spelled(letters.slice(0, 600)),
    }))
