import { basename, extname, resolve } from 'node:path'
import { addAbortSignal } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { AppError } from '../../../shared/errors.ts'
import { bytesOf } from './bytes-of.ts'

/** A brief as it was given; `name` is that of its file, without the ending. */
export type BriefSource = { readonly source: string; readonly name?: string }

const textOf = (bytes: Uint8Array, place: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new AppError('brief-invalid', `${place} is not text in UTF-8.`, 'Nothing was written.', error)
  }
}

const inputBytes = async (signal: AbortSignal): Promise<Uint8Array> => {
  try {
    return await buffer(addAbortSignal(signal, process.stdin))
  } catch (error) {
    signal.throwIfAborted()
    throw error
  }
}

/** Reads a brief from a file, or for `-` from standard input. Throws `file-…`, `brief-invalid`, or why it was stopped. */
export const briefSource = async (
  given: string,
  folder: string,
  signal: AbortSignal,
): Promise<BriefSource> => {
  if (given === '-') return { source: textOf(await inputBytes(signal), 'What came on standard input') }
  const path = resolve(folder, given)
  return { source: textOf(await bytesOf(path, 'a brief'), path), name: basename(path, extname(path)) }
}
