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

/** Bytes in use beyond which a model is too slow to begin with, whatever computes it. */
const mostInUse = 8 * GiB

/** Bytes of a model beyond which one that no graphics processor computes writes slower than people read. */
const mostWithoutGraphics = 3 * GiB

const largest = (
  entries: readonly CatalogueEntry[],
  total: number,
  mostBytes: number,
): CatalogueEntry | undefined =>
  entries
    .filter(
      (entry) =>
        !entry.thinks &&
        entry.bytes <= mostBytes &&
        fits(entry, total) &&
        memoryOf(entry) <= Math.min(total / 2, mostInUse),
    )
    .toSorted((a, b) => a.bytes - b.bytes)
    .at(-1)

/** What computes where nothing better is known. */
export const processor = 'cpu'

/**
 * The model to begin with on a machine with so many bytes of memory, where `device` computes: the largest that fits, takes
 * at most half of the memory and no more than 8 GiB, is itself no larger than 3 GiB where no graphics processor computes,
 * so that it is quick enough to be pleasant, and does not think at length first.
 */
export const suggested = (
  entries: readonly CatalogueEntry[],
  total: number,
  device: string,
): CatalogueEntry | undefined =>
  largest(entries, total, device === processor ? mostWithoutGraphics : Infinity)

/** A model that writes better than the one to begin with and runs here too, but slower. */
export const better = (
  entries: readonly CatalogueEntry[],
  total: number,
  device: string,
): CatalogueEntry | undefined => {
  const most = largest(entries, total, Infinity)
  return most === suggested(entries, total, device) ? undefined : most
}
