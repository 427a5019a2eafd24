import { crc32, inflateRawSync } from 'node:zlib'
import { unreadable } from '../import-format.ts'

/** The files of a zip archive, read one by one and only by name: nothing is unpacked that nobody asks for. */
export type Zip = {
  readonly names: readonly string[]
  /** The bytes of a file, or null where there is none. Throws where it is longer than `most`, encrypted or broken. */
  readonly read: (name: string, most: number) => Uint8Array | null
}

type Entry = {
  readonly encrypted: boolean
  readonly method: number
  readonly sum: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
/** The end record may be followed by a comment of 64 KiB at most. */
const longestEnd = 22 + 0xffff
const mostEntries = 10_000

const endOf = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - longestEnd); at -= 1) {
    if (view.getUint32(at, true) === endMark) return at
  }
  return -1
}

const entriesOf = (bytes: Uint8Array, view: DataView, broken: (why: string) => Error) => {
  const end = endOf(view)
  if (end < 0) throw broken('it is cut off')
  const count = view.getUint16(end + 10, true)
  if (count > mostEntries) throw broken('it holds too many files')
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entryMark) throw broken('it is damaged')
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const from = at + 46
    entries.set(new TextDecoder().decode(bytes.subarray(from, from + (name ?? 0))), {
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      sum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at = from + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return entries
}

const unpacked = (entry: Entry, packed: Uint8Array, broken: (why: string) => Error): Uint8Array => {
  try {
    if (entry.method === 0) return packed
    // What it says of its own size is not believed: the bound holds while it is unpacked.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
  } catch {
    throw broken('it is damaged, or unpacks to more than it says')
  }
}

/** Opens a zip archive in memory; `file` is what the sentences call it. Throws an AppError where it is none. */
export const openZip = (bytes: Uint8Array, file: string): Zip => {
  const next = 'Open it in the program that made it, save it anew and add that.'
  const broken = (why: string): Error => unreadable(file, why, next)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = entriesOf(bytes, view, broken)
  const read: Zip['read'] = (name, most) => {
    const entry = entries.get(name)
    if (!entry) return null
    const { encrypted, method, packed, size, at, sum } = entry
    if (encrypted) throw unreadable(file, 'it is encrypted', 'Save it without a password and add that.')
    if (size > most || packed > most) throw broken('it unpacks to more than can be read')
    if (method !== 0 && method !== 8) throw broken('it is packed in a way that is not known')
    if (at + 30 > view.byteLength || view.getUint32(at, true) !== localMark) throw broken('it is damaged')
    const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
    if (from + packed > view.byteLength) throw broken('it is cut off')
    const found = unpacked(entry, bytes.subarray(from, from + packed), broken)
    if (found.length !== size || crc32(found) !== sum) throw broken('it is damaged')
    return found
  }
  return { names: [...entries.keys()], read }
}
