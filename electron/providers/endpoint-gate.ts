import { allLanes, learned } from './learned-lanes.ts'
import type { Lanes, Lesson } from './learned-lanes.ts'
import type { ProviderPlatform } from './provider.ts'

/** A place at an endpoint. `leave` gives it back, once, and says how the call ended. */
export type Place = { readonly endpoint: string; readonly leave: (lesson: Lesson) => void }

/** What a call asks for: a place at any of these endpoints, in its turn. */
export type Wish = {
  readonly endpoints: readonly string[]
  /** What the writer waits for goes before all else. */
  readonly priority?: 'writer' | undefined
  /** When the call came, by `arrive`: whoever tries again keeps the turn it had. */
  readonly arrival: number
  /** The endpoint to be taken where several are equally busy. */
  readonly prefers?: string | undefined
}

/** How busy an endpoint is, and what was learned of it. */
export type Standing = { readonly inHand: number; readonly served: number; readonly lanes: Lanes }

/** The gates before all endpoints of a platform. */
export type Gates = {
  /** A number for a call that comes now, larger than any before. */
  readonly arrive: () => number
  /** A place as soon as there is one: at the least busy, of equals at the one preferred, then at the one that served least. Null once `signal` aborts. */
  readonly enter: (wish: Wish, signal: AbortSignal) => Promise<Place | null>
  readonly standing: (endpoint: string) => Standing
}

type Waiting = { readonly wish: Wish; readonly go: (place: Place | null) => void }

const unknown: Standing = { inHand: 0, served: 0, lanes: allLanes }

const before = (a: Wish, b: Wish): number => {
  const rank = ({ priority }: Wish): number => (priority === 'writer' ? 0 : 1)
  return rank(a) - rank(b) || a.arrival - b.arrival
}

/** The endpoint a call goes to now; undefined where none of those it may go to has a place. */
const chosen = ({ endpoints, prefers }: Wish, standing: Gates['standing']): string | undefined =>
  endpoints
    .map((endpoint) => ({ endpoint, ...standing(endpoint) }))
    .filter(({ inHand, lanes }) => inHand < lanes.most)
    .toSorted(
      (a, b) =>
        a.inHand - b.inHand ||
        Number(b.endpoint === prefers) - Number(a.endpoint === prefers) ||
        a.served - b.served,
    )[0]?.endpoint

/** Gates that let everyone through until a server asks for fewer calls. */
export const createGates = (): Gates => {
  const standings = new Map<string, Standing>()
  const queue: Waiting[] = []
  let arrivals = 0
  const standing = (endpoint: string): Standing => standings.get(endpoint) ?? unknown

  const admit = (endpoint: string): Place => {
    const { inHand, served, lanes } = standing(endpoint)
    standings.set(endpoint, { inHand: inHand + 1, served: served + 1, lanes })
    let isIn = true
    return {
      endpoint,
      leave: (lesson) => {
        if (!isIn) return
        isIn = false
        const now = standing(endpoint)
        const known = learned(now.lanes, lesson, { round: lanes.round, inHand: now.inHand })
        standings.set(endpoint, { ...now, inHand: now.inHand - 1, lanes: known })
        serve()
      },
    }
  }

  const serve = (): void => {
    for (const waiting of queue.toSorted((a, b) => before(a.wish, b.wish))) {
      const endpoint = chosen(waiting.wish, standing)
      if (endpoint === undefined) continue
      queue.splice(queue.indexOf(waiting), 1)
      waiting.go(admit(endpoint))
    }
  }

  const enter: Gates['enter'] = (wish, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve(null)
      const leave = (): void => {
        queue.splice(queue.indexOf(waiting), 1)
        resolve(null)
      }
      const waiting: Waiting = {
        wish,
        go: (place) => {
          signal.removeEventListener('abort', leave)
          resolve(place)
        },
      }
      queue.push(waiting)
      signal.addEventListener('abort', leave, { once: true })
      serve()
    })

  return { arrive: () => (arrivals += 1), enter, standing }
}

const gates = new WeakMap<ProviderPlatform, Gates>()

/** The gates of a platform: all its calls go through them. */
export const gatesOf = (platform: ProviderPlatform): Gates => {
  const known = gates.get(platform) ?? createGates()
  gates.set(platform, known)
  return known
}
