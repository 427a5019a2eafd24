import type { Manuscript } from '../../../shared/questions/manuscript.ts'
import type { PageSize } from './layout.ts'

/** What the writer may choose; without a page size it follows the language's region (Letter in the US and Canada). */
export type ExportOptions = { readonly page?: PageSize }

/**
 * One kind of file a manuscript can leave as. `write` touches no file and no network, so that it may run in a
 * worker, and gives the same text for the same manuscript. It never throws for what a text holds: hostile or broken text comes out inert and readable.
 */
export type ExportFormat = {
  readonly id: string
  readonly extension: string
  readonly name: string
  readonly write: (manuscript: Manuscript, options: ExportOptions) => Uint8Array | Promise<Uint8Array>
}
