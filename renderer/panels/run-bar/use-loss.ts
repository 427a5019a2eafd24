import { useEffect, useState } from 'react'
import { shellPort } from '../../stores/port.ts'
import { useProjectView } from '../../stores/project-store.ts'

/** What happened to the connection, and what to do about it. */
type Loss = { readonly happened: string; readonly todo: string }

const silent: Loss = {
  happened: 'The connection to Longhand is lost; it is being made again.',
  todo: 'What you type is kept on this page until then. If Longhand was ended, start it again and open the address it prints; this page then goes on by itself.',
}

const startedAnew: Loss = {
  happened: 'Longhand was started anew, and does not know this page any more.',
  todo: 'What you typed is kept on this page: leave it open, and open the address that Longhand printed in another tab. This page then goes on by itself.',
}

const refused = 403
const askEvery = 3_000

/**
 * Whether somebody answers at this page's address and refuses it: a browser tells neither why a socket could not be
 * opened, but it does keep the status of what it loads. No where the browser keeps none.
 */
const isRefused = async (): Promise<boolean> => {
  const address = `${location.origin}/?there=${Date.now()}`
  const asked = Promise.withResolvers<void>()
  const image = new Image()
  image.addEventListener('load', () => asked.resolve())
  image.addEventListener('error', () => asked.resolve())
  image.src = address
  await asked.promise
  // The entry is made after the event.
  await new Promise((resolve) => setTimeout(resolve, 50))
  const entries = performance.getEntriesByName(address)
  performance.clearResourceTimings()
  return entries.some(
    (entry) => entry instanceof PerformanceResourceTiming && entry.responseStatus === refused,
  )
}

/** Why the connection is lost, as sentences; null while it stands. */
export const useLoss = (): Loss | null => {
  const isLost = useProjectView(({ link }) => link === 'lost')
  const [anew, setAnew] = useState(false)
  useEffect(() => {
    setAnew(false)
    // In a window of the desktop there is no server that could refuse the page.
    if (!isLost || shellPort()) return
    let over = false
    const ask = async (): Promise<void> => {
      const answer = await isRefused()
      if (!over) setAnew(answer)
    }
    void ask()
    const timer = setInterval(() => void ask(), askEvery)
    return () => {
      over = true
      clearInterval(timer)
    }
  }, [isLost])
  return isLost ? (anew ? startedAnew : silent) : null
}
