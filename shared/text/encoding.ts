/** Decodes bytes by the name of an encoding (WHATWG), or gives null where `strict` and they cannot be that. */
export type Decode = (bytes: Uint8Array, encoding: string, strict: boolean) => string | null

/** A text with the encoding it was read as; `lost` counts characters that could not be read. */
export type Decoded = { readonly text: string; readonly encoding: string; readonly lost: number }

const marks = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const

/** UTF-16 without a mark: every other byte of Western text is zero. */
const unmarked = (bytes: Uint8Array): string | null => {
  const some = bytes.subarray(0, 4_096)
  const share = (odd: number): number =>
    some.filter((byte, i) => i % 2 === odd && byte === 0).length / Math.max(1, some.length / 2)
  if (bytes.length % 2 > 0) return null
  if (share(1) > 0.4 && share(0) < 0.05) return 'utf-16le'
  return share(0) > 0.4 && share(1) < 0.05 ? 'utf-16be' : null
}

const frequent = (letters: string): RegExp => new RegExp(`[${letters}]`, 'gu')

/** Encodings of older files, each with the letters that its languages are full of. */
const older: readonly (readonly [encoding: string, usual: RegExp])[] = [
  ['shift_jis', frequent('\\u3041-\\u3093\\u30a1-\\u30f6ー、。「」')],
  ['euc-jp', frequent('\\u3041-\\u3093\\u30a1-\\u30f6ー、。「」')],
  [
    'gb18030',
    frequent(
      '的一是不了在人有我他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从，。、“”：；？！（）《》',
    ),
  ],
  [
    'big5',
    frequent(
      '的一是不了在人有我他這為之大來以個中上們到說國和地也子時道出而要於就下得可你年生自會那後能對著事其裡所去行過家十用發天如然作方成者多日都三小軍二無同麼經法當起與好看學進種將還分此心前面又定見只主沒公從，。、「」：；？！（）《》',
    ),
  ],
  ['euc-kr', frequent('이다는을를의에가은한하고지기로사도자리나어인서시있그대해스들일과아만전보수것')],
  ['windows-1251', frequent('а-яё')],
]

const beyondAscii = /[^\p{ASCII}]/gu
/** A letter with marks, a quotation mark or a dash, beside letters that have none: how Western text holds them. */
const western =
  /(?<=[a-z])[\u00df-\u00f6\u00f8-\u00ff’](?=[a-z])|(?<=[\sA-Za-z(])[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff“”‘’–—…«»](?=[\sA-Za-z,.;:!?)]|$)/gu

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0

/** How much of what is not ASCII looks as it should, from 0 to 1. */
const likeness = (text: string, usual: RegExp): number =>
  count(text, usual) / Math.max(1, count(text, beyondAscii))

/** A text that is UTF-8 but for a few broken bytes: far more of it can be read than not. */
const mostlyUtf8 = (bytes: Uint8Array, decode: Decode): Decoded | null => {
  const text = decode(bytes, 'utf-8', false) ?? ''
  const lost = count(text, /\ufffd/gu)
  return count(text, beyondAscii) - lost > lost * 4 ? { text, encoding: 'utf-8', lost } : null
}

const guessed = (bytes: Uint8Array, decode: Decode): Decoded => {
  const latin = decode(bytes, 'windows-1252', false) ?? ''
  let best: Decoded = { text: latin, encoding: 'windows-1252', lost: 0 }
  let most = Math.max(0.3, likeness(latin, western))
  for (const [encoding, usual] of older) {
    const text = decode(bytes, encoding, true)
    const like = text === null ? 0 : likeness(text, usual)
    if (text !== null && like > most) [best, most] = [{ text, encoding, lost: 0 }, like]
  }
  return best
}

/**
 * The text of a file, and what it was read as: what its first bytes say (UTF-8, UTF-16); UTF-16 by its zero bytes; UTF-8
 * where it is that, or nearly; else whichever older encoding of East Asia, Russia or the West gives the likeliest text,
 * Windows-1252 where none does. A mark at the front is no part of the text.
 */
export const decodeBytes = (bytes: Uint8Array, decode: Decode): Decoded => {
  const marked = marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0] ?? unmarked(bytes)
  if (marked) {
    const text = decode(bytes, marked, false) ?? ''
    return { text, encoding: marked, lost: count(text, /\ufffd/gu) }
  }
  const utf8 = decode(bytes, 'utf-8', true)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', lost: 0 }
  return mostlyUtf8(bytes, decode) ?? guessed(bytes, decode)
}
