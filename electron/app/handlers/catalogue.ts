import { addFile } from '../models/add-file.ts'
import type { CatalogueEntry } from '../models/catalogue.ts'
import type { Downloads } from '../models/downloads.ts'
import { modelOf } from '../models/catalogue.ts'
import { fits, memoryOf, suggested } from '../models/fitting.ts'
import type { Procedures } from '../procedures.ts'

type Given = {
  readonly entries: readonly CatalogueEntry[]
  readonly downloads: Downloads
  /** Bytes of memory of this machine. */
  readonly memory: () => number
  readonly folder: () => string
  /** What computes here; with `look` it is found out, where it is not known. */
  readonly device: (look: boolean) => Promise<string>
}

/** What is done with the catalogue of models. */
export const catalogueHandlers = (os: Procedures, { entries, downloads, memory, folder, device }: Given) => {
  const list = async ({ look = false }: { readonly look?: boolean }) => {
    const total = memory()
    const best = suggested(entries, total, await device(look))
    return Promise.all(
      entries.map(async (entry) => {
        const { contextBytes: _, thinks: __, ...shown } = entry
        const { state, received, trouble } = await downloads.now(entry)
        return {
          ...shown,
          memory: memoryOf(entry),
          fits: fits(entry, total),
          suggested: entry === best,
          state,
          received,
          model: modelOf(entry),
          ...(trouble !== undefined && { trouble }),
        }
      }),
    )
  }
  return {
    list: os.catalogue.list.handler(({ input }) => list(input)),
    download: os.catalogue.download.handler(async ({ input, signal }) => {
      await downloads.start(input.id)
      return downloads.follow(input.id, signal)
    }),
    pause: os.catalogue.pause.handler(({ input }) => downloads.pause(input.id)),
    remove: os.catalogue.remove.handler(({ input }) => downloads.remove(input.id)),
    addFile: os.catalogue.addFile.handler(async ({ input }) => ({
      model: await addFile(input.path, folder()),
    })),
  }
}
