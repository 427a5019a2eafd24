import { useEffect, useState } from 'react'
import { client } from '../../stores/connection.ts'

/** The kinds of files that can be added; none until they are known, and then every file may be tried. */
export const useKinds = () => {
  const [kinds, setKinds] = useState<Awaited<ReturnType<typeof client.references.list>>>([])
  useEffect(() => {
    let isOver = false
    client.references.list({}).then(
      (list) => isOver || setKinds(list),
      () => {},
    )
    return () => {
      isOver = true
    }
  }, [])
  return kinds
}
