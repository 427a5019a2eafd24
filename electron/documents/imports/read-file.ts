import { AppError } from '../../../shared/errors.ts'
import { unreadable, type ImportFormat, type ReadFile } from './import-format.ts'
import { importFormats } from './index.ts'
import { hiddenText, visibleText } from './visible-text.ts'

const formats: readonly ImportFormat[] = importFormats

/** Files that are known by how they begin, whatever they are called. */
const beginnings: readonly (readonly [bytes: readonly number[], is: string, next: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF', 'Save its text as .txt, or the document as .docx, and add that.'],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'an encrypted document, or one of an older Office',
    'Save it as .docx without a password and add that.',
  ],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'an RTF document', 'Save it as .docx and add that.'],
]
const zip = [0x50, 0x4b, 0x03, 0x04] as const

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, i) => bytes[i] === byte)

const formatOf = (bytes: Uint8Array, file: string): ImportFormat => {
  const [, is, next] = beginnings.find(([mark]) => begins(bytes, mark)) ?? []
  if (is !== undefined) throw unreadable(file, `it is ${is}`, next ?? '')
  const extension = /\.([^.]*)$/u.exec(file)?.[1]?.toLowerCase() ?? ''
  const format = formats.find(({ extensions }) => extensions.includes(extension))
  if (!format) {
    const known = formats.flatMap(({ extensions }) => `.${extensions[0] ?? ''}`).join(', ')
    throw unreadable(file, 'it is of a kind that is not known', `Add one that ends in ${known}.`)
  }
  const isZip = begins(bytes, zip)
  if ((format.id === 'docx') !== isZip) {
    const why = isZip ? 'it is packed, and not what its ending says' : 'it is no Word document'
    throw unreadable(file, why, 'Give it the ending of what it is, and add that.')
  }
  return format
}

const asSeen = (read: ReadFile): ReadFile => {
  if (read.kind === 'descriptions') return read
  const blocks = read.blocks
    .map(({ level, text }) => ({ level, text: visibleText(text).trim() }))
    .filter(({ text }) => text !== '')
  const unseen = hiddenText(read.blocks.map(({ text }) => text).join('\n'))
  return { ...read, blocks, notices: [...read.notices, ...unseen] }
}

/**
 * What a file holds, by its ending and its first bytes, as people see it. Throws `file-unreadable` and says what to do
 * where it is too large, empty, encrypted, broken, or not what it is called.
 */
export const readFile = (bytes: Uint8Array, file: string): ReadFile => {
  if (bytes.length === 0) throw unreadable(file, 'it is empty', 'Add another file.')
  const format = formatOf(bytes, file)
  if (bytes.length > format.largest * 2 ** 20)
    throw unreadable(file, `it has more than ${format.largest} MB`, 'Add it in parts.')
  try {
    return asSeen(format.read(bytes, file))
  } catch (error) {
    // Whatever a broken file does to a reader, it is the file that is told of, and the app goes on.
    throw error instanceof AppError
      ? error
      : unreadable(file, 'it is damaged', 'Save it anew and add that.', error)
  }
}
