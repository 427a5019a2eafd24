import { useEffect, useState } from 'react'
import { client } from '../../stores/connection.ts'
import { sentenceOf } from '../../stores/failures.ts'
import { useProjectView } from '../../stores/project-store.ts'

/** What the first screen shows. */
export type Known = Awaited<ReturnType<typeof client.projects.known>>

/** Asks for it, and again whenever the connection stands anew. */
export const useKnown = (): { readonly known: Known | null; readonly trouble: string | null } => {
  const link = useProjectView((view) => view.link)
  const [known, setKnown] = useState<Known | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => {
    if (link !== 'open') return
    let over = false
    const ask = async (): Promise<void> => {
      try {
        const answer = await client.projects.known({})
        if (over) return
        setKnown(answer)
        setTrouble(null)
      } catch (error) {
        if (!over) setTrouble(sentenceOf(error))
      }
    }
    void ask()
    return () => {
      over = true
    }
  }, [link])
  return { known, trouble }
}
