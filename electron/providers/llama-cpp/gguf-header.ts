import { open, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'

/** What a GGUF file says of itself at its beginning. */
export type GgufHeader = {
  /** `model`, or what it is instead: `adapter`, `mmproj`, … */
  readonly type: string
  readonly architecture: string
  readonly name?: string
  /** Tokens of context that the model was trained for. */
  readonly contextLength?: number
}

/** Most bytes that are read; what is told of here stands before the vocabulary, which may be larger. */
const mostBytes = 1_048_576

/** Longest text that is believed. */
const mostText = 65_536

/** Bytes of a value by the number of its type (gguf.h); 8 is a text, 9 a list. */
const sizes: Readonly<Record<number, number>> = {
  0: 1,
  1: 1,
  2: 2,
  3: 2,
  4: 4,
  5: 4,
  6: 4,
  7: 1,
  10: 8,
  11: 8,
  12: 8,
}

/** Reads on from byte to byte, and throws RangeError at the end. */
const reader = (bytes: Buffer) => {
  let at = 0
  const step = (length: number): number => {
    at += length
    return at - length
  }
  const u32 = (): number => bytes.readUInt32LE(step(4))
  const u64 = (): number => Number(bytes.readBigUInt64LE(step(8)))
  const text = (): string => {
    const length = u64()
    if (length > mostText || at + length > bytes.length) throw new RangeError('A text has no end.')
    return bytes.toString('utf8', step(length), at)
  }
  /** A text or a whole number; anything else is skipped. Lists of texts end the reading: those are vocabularies. */
  const value = (type: number): string | number | undefined => {
    if (type === 8) return text()
    if (type === 4 || type === 5) return u32()
    if (type === 10 || type === 11) return u64()
    if (type !== 9) {
      const size = sizes[type]
      if (size === undefined) throw new RangeError('A value has no type.')
      step(size)
      return undefined
    }
    const size = sizes[u32()]
    if (size === undefined) throw new RangeError('A list is long.')
    step(size * u64())
    return undefined
  }
  return { u32, u64, text, value }
}

const headerIn = (bytes: Buffer): GgufHeader | null => {
  if (bytes.toString('latin1', 0, 4) !== 'GGUF') return null
  const read = reader(bytes.subarray(4))
  const found = new Map<string, string | number>()
  try {
    const version = read.u32()
    if (version < 2 || version > 3) return null
    read.u64()
    for (let left = read.u64(); left > 0; left -= 1) {
      const [key, type] = [read.text(), read.u32()]
      const value = read.value(type)
      if (value !== undefined) found.set(key, value)
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  const [architecture, name] = [found.get('general.architecture'), found.get('general.name')]
  const contextLength = found.get(`${architecture}.context_length`)
  if (typeof architecture !== 'string') return null
  return {
    type: String(found.get('general.type') ?? 'model'),
    architecture,
    ...(typeof name === 'string' && { name }),
    ...(typeof contextLength === 'number' && { contextLength }),
  }
}

const startOf = async (file: FileHandle): Promise<Buffer> => {
  const bytes = Buffer.alloc(mostBytes)
  const { bytesRead } = await file.read(bytes, 0, mostBytes, 0)
  return bytes.subarray(0, bytesRead)
}

/**
 * The header of a GGUF file (version 2 or 3); null for any other file, and for what is no file and is not opened. Reads at
 * most 1 MB, and rejects as `open` does.
 */
export const ggufHeader = async (path: string): Promise<GgufHeader | null> => {
  // Opening a pipe into which nobody writes would wait for ever.
  if (!(await stat(path)).isFile()) return null
  const file = await open(path)
  try {
    return headerIn(await startOf(file))
  } finally {
    await file.close()
  }
}
