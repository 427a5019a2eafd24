import type { CatalogueEntry } from './catalogue.ts'

const GiB = 2 ** 30

/** What computing takes besides the model and its context. */
const workspace = GiB / 2

/** Bytes of memory that a model needs while it runs with 8,192 tokens of context. */
export const memoryOf = ({ bytes, contextBytes }: CatalogueEntry): number => bytes + contextBytes + workspace

/** Bytes that stay with the system and other programs: a quarter of the memory, and at least 2 GiB. */
const reserve = (total: number): number => Math.max(2 * GiB, total / 4)

/** Whether a machine with so many bytes of memory can run a model. */
export const fits = (entry: CatalogueEntry, total: number): boolean =>
  memoryOf(entry) <= total - reserve(total)

/** Bytes in use beyond which a model without a graphics processor writes slower than people read. */
const mostToBeginWith = 8 * GiB

/**
 * The model to begin with on a machine with so many bytes of memory: the largest that fits, takes at most half of it and
 * no more than 8 GiB, so that it is quick enough to be pleasant, and does not think at length first.
 */
export const suggested = (entries: readonly CatalogueEntry[], total: number): CatalogueEntry | undefined =>
  entries
    .filter(
      (entry) =>
        !entry.thinks && fits(entry, total) && memoryOf(entry) <= Math.min(total / 2, mostToBeginWith),
    )
    .toSorted((a, b) => a.bytes - b.bytes)
    .at(-1)
