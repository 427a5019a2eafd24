import { AppError } from '../../../shared/errors.ts'
import type { CslItem } from '../../../shared/csl.ts'
import type { Reference } from '../../../shared/records.ts'

/** What the writer should know of a file that was read. */
export type Notice = NonNullable<Reference['notices']>[number]

/** A block of an imported text, in reading order: `level` is 0 for text, 1 to 6 for a heading. */
export type ReadBlock = { readonly level: number; readonly text: string }

/** A source that a file describes: `key` as it is called there, or ''; `abstract` is all of its text that is there. */
export type Described = { readonly key: string; readonly csl: CslItem; readonly abstract: string }

/** What a file holds: a text with what it says of itself, or descriptions of sources without their texts. */
export type ReadFile =
  | {
      readonly kind: 'text'
      readonly csl: CslItem
      readonly blocks: readonly ReadBlock[]
      readonly notices: readonly Notice[]
    }
  | {
      readonly kind: 'descriptions'
      readonly sources: readonly Described[]
      readonly notices: readonly Notice[]
    }

/**
 * One kind of file that is read. `read` opens nothing but these bytes, runs nothing in them, and throws an AppError
 * where they are not what the ending says; its time grows with their length.
 */
export type ImportFormat = {
  readonly id: string
  readonly name: string
  readonly extensions: readonly string[]
  /** Megabytes that a file may have: what is read within seconds. */
  readonly largest: number
  readonly read: (bytes: Uint8Array, file: string) => ReadFile
}

/** A file that cannot be read, and why. */
export const unreadable = (file: string, why: string, next: string, cause?: unknown): AppError =>
  new AppError('file-unreadable', `“${file}” cannot be read: ${why}. Nothing was added.`, next, cause)
