import { decodeBytes, type Decode } from '../../../shared/text/encoding.ts'
import { unreadable, type Notice } from './import-format.ts'

const decode: Decode = (bytes, encoding, strict) => {
  try {
    return new TextDecoder(encoding, { fatal: strict }).decode(bytes)
  } catch {
    return null
  }
}

const names: Readonly<Record<string, string>> = {
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  shift_jis: 'Shift-JIS',
  'euc-jp': 'EUC-JP',
  gb18030: 'GB 18030',
  big5: 'Big5',
  'euc-kr': 'EUC-KR',
  'windows-1251': 'Windows-1251',
  'windows-1252': 'Windows-1252',
}

/**
 * The text of a file and how it was read, which is news unless it is UTF-8 or what the file itself says, `declared`.
 * Throws where it is no text at all.
 */
export const decoded = (
  bytes: Uint8Array,
  file: string,
  declared = '',
): { readonly text: string; readonly notices: readonly Notice[] } => {
  const found = decodeBytes(bytes, decode)
  const isGuess = declared !== '' && !found.encoding.startsWith('utf')
  const said = isGuess ? decode(bytes, declared, true) : null
  const { text, encoding, lost } = said === null ? found : { text: said, encoding: 'utf-8', lost: 0 }
  if (text.includes('\0')) {
    throw unreadable(file, 'it holds something else than text', 'Save it as text and add that.')
  }
  const name = names[encoding]
  return {
    text,
    notices: [
      ...(name === undefined ? [] : [{ sentence: `It was read as ${name}.` }]),
      ...(lost > 0 ? [{ sentence: `Characters in it that could not be read: ${lost}.` }] : []),
    ],
  }
}
