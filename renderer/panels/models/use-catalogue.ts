import { useEffect, useRef, useState } from 'react'
import type { DownloadProgress } from '../../../shared/contract/catalogue.ts'
import { client } from '../../stores/connection.ts'
import type { CatalogueEntry } from '../../stores/known-models.ts'
import { askProvider } from '../../stores/model-actions.ts'
import { files } from './sources.ts'
import { useAttempt } from '../../stores/use-attempt.ts'

/** An entry of the catalogue and how it stands with its file. */
export type Gettable = { readonly entry: CatalogueEntry; readonly progress: DownloadProgress }

const standing = ({ state, received, bytes, trouble }: CatalogueEntry): DownloadProgress => ({
  state,
  received,
  bytes,
  bytesPerSecond: 0,
  ...(trouble !== undefined && { trouble }),
})

const isAtWork = ({ state }: Pick<DownloadProgress, 'state'>): boolean =>
  state === 'downloading' || state === 'checking'

/** What is suggested first, then what this machine can run, then the rest. */
const rank = ({ suggested, fits }: CatalogueEntry): number => (suggested ? 0 : fits ? 1 : 2)

/** The catalogue with its downloads. They are followed while this is shown, and go on when it is not. */
export const useCatalogue = () => {
  const [entries, setEntries] = useState<readonly CatalogueEntry[] | null>(null)
  const [progress, setProgress] = useState<Readonly<Record<string, DownloadProgress>>>({})
  const [removed, setRemoved] = useState<readonly string[]>([])
  const { trouble, attempt } = useAttempt()
  const shown = useRef(new AbortController())

  const follow = async (id: string): Promise<void> => {
    const { signal } = shown.current
    try {
      for await (const each of await client.catalogue.download({ id }, { signal })) {
        if (signal.aborted) return
        setProgress((all) => ({ ...all, [id]: each }))
      }
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }
  const look = async (): Promise<void> => {
    const all = await client.catalogue.list({})
    setEntries(all.toSorted((a, b) => rank(a) - rank(b)))
    setProgress(Object.fromEntries(all.map((entry) => [entry.id, standing(entry)])))
    for (const entry of all.filter(isAtWork)) void attempt(() => follow(entry.id))
  }
  useEffect(() => {
    shown.current = new AbortController()
    void attempt(look)
    return () => shown.current.abort()
  }, [])

  const stand = (id: string, next: Partial<DownloadProgress>): void =>
    setProgress((all) => {
      const now = all[id]
      return now ? { ...all, [id]: { ...now, ...next } } : all
    })
  const download = (id: string) =>
    attempt(async () => {
      setRemoved((all) => all.filter((each) => each !== id))
      await follow(id)
      await askProvider(files)
    })
  const remove = (id: string, isWhole: boolean) =>
    attempt(async () => {
      await client.catalogue.remove({ id })
      if (isWhole) setRemoved((all) => [...all, id])
      stand(id, { state: 'none', received: 0 })
      await askProvider(files)
    })
  return {
    gettable: entries?.flatMap((entry): Gettable[] => {
      const now = progress[entry.id]
      return now ? [{ entry, progress: now }] : []
    }),
    removed,
    trouble,
    download,
    pause: (id: string) => attempt(() => client.catalogue.pause({ id })),
    remove,
  }
}
