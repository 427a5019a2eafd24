import type { Manuscript } from '../../../shared/questions/manuscript.ts'
import type { PageSize } from './layout.ts'

/**
 * What the writer may choose; without a page size it follows the language's region (Letter in the US and Canada).
 * `citations` is the id of the style they are set in, the first of the list where it is not said.
 */
export type ExportOptions = { readonly page?: PageSize; readonly citations?: string }

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
