/** C0 and C1 controls except tab and line ends, and the two code points no XML file may hold. */
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g
const breaks = new Set(['\u000B', '\u000C', '\u0085'])

/**
 * Text that every format can hold. The rule: form feed, vertical tab and NEL become a space; all other control
 * characters, U+FFFE, U+FFFF and a leading byte order mark are dropped; half a surrogate pair becomes U+FFFD.
 * Everything else stays, bidi marks, U+2028, joiners and emoji included.
 */
export const printable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/^\uFEFF/, '')
    .replace(forbidden, (character) => (breaks.has(character) ? ' ' : ''))

/** A title on one line, printable, without space at its ends. */
export const printableLine = (text: string): string => printable(text).replace(/\s+/g, ' ').trim()
