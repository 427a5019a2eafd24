import { applyEvent, type ProjectEvent, type ProjectState } from '../../shared/project-state.ts'

type Listener = (event: ProjectEvent) => void
type Seat = { readonly listener: Listener; readonly from: number }

/** The state of an open project and those who follow it. */
export type Feed = {
  readonly state: () => ProjectState
  /** Applies an event, then tells every listener. */
  readonly emit: (event: ProjectEvent) => void
  /** A listener hears every event later than the state at this moment, in order, also those it causes itself. */
  readonly subscribe: (listener: Listener) => () => void
}

// What is saved is saved: a listener's bug must reach the top, but not whoever put the record.
const tell = ({ listener, from }: Seat, event: ProjectEvent): void => {
  if ('seq' in event && event.seq <= from) return
  try {
    listener(event)
  } catch (error) {
    queueMicrotask(() => {
      throw error
    })
  }
}

/** A feed that begins with a state. */
export const createFeed = (initial: ProjectState): Feed => {
  let state = initial
  let delivering = false
  const seats = new Set<Seat>()
  const waiting: ProjectEvent[] = []
  const deliver = (): void => {
    if (delivering) return
    delivering = true
    for (let event = waiting.shift(); event; event = waiting.shift())
      for (const seat of seats) tell(seat, event)
    delivering = false
  }
  return {
    state: () => state,
    emit: (event) => {
      state = applyEvent(state, event)
      waiting.push(event)
      deliver()
    },
    subscribe: (listener) => {
      const seat = { listener, from: state.seq }
      seats.add(seat)
      return () => {
        seats.delete(seat)
      }
    },
  }
}
