import { applyEvent, type ProjectState } from '../../shared/project-state.ts'
import { eventOf, planChange, writeChange, type Change, type Plan } from './change.ts'
import type { Feed } from './feed.ts'
import type { LiveTable } from './live-table.ts'
import type { RecordTable } from './record-table.ts'
import type { Saving } from './saving.ts'
import type { TextBuffer } from './text-buffer.ts'

type Make = (state: ProjectState) => Change
type Waiting = {
  readonly make: Make
  readonly done: () => void
  readonly failed: (reason: unknown) => void
}
type Planned = { readonly before: ProjectState; readonly plan: Plan }

/** How changes get into a project: at once, or together with others in one commit. */
export type Putting = {
  readonly put: (change: Change) => void
  readonly putSoon: (make: Make) => Promise<void>
  /** Commits at once what `putSoon` holds. */
  readonly commit: () => void
}

const after = (state: ProjectState, plan: Plan): ProjectState => {
  const event = eventOf(state, plan)
  return event ? applyEvent(state, event) : state
}

/** Each change planned on what those before it make of the state; one that cannot be made fails alone. */
const planAll = (first: ProjectState, waiting: readonly Waiting[]): readonly (Planned & Waiting)[] => {
  let before = first
  return waiting.flatMap((each) => {
    try {
      const planned = { ...each, before, plan: planChange(before, each.make(before)) }
      before = after(before, planned.plan)
      return [planned]
    } catch (error) {
      each.failed(error)
      return []
    }
  })
}

/** Puts changes into the tables, then applies and tells them. */
export const createPutting = (
  feed: Feed,
  tables: { readonly records: RecordTable; readonly live: LiveTable },
  saving: Saving,
  text: Pick<TextBuffer, 'deliver' | 'forget'>,
): Putting => {
  const { records, live } = tables
  let waiting: readonly Waiting[] = []
  const save = (all: readonly Planned[]): void =>
    saving(() => {
      for (const { before, plan } of all) {
        writeChange(records, before, plan)
        plan.ended.forEach(live.remove)
      }
    })
  const tell = ({ plan }: Planned): void => {
    text.forget(plan.ended)
    const event = eventOf(feed.state(), plan)
    if (event) feed.emit(event)
  }
  const put = (change: Change): void => {
    text.deliver()
    const before = feed.state()
    const planned = { before, plan: planChange(before, change) }
    save([planned])
    tell(planned)
  }
  const commit = (): void => {
    if (waiting.length === 0) return
    text.deliver()
    const taken = waiting
    waiting = []
    const all = planAll(feed.state(), taken)
    try {
      save(all)
    } catch (error) {
      for (const { failed } of all) failed(error)
      return
    }
    for (const each of all) {
      tell(each)
      each.done()
    }
  }
  const putSoon = (make: Make): Promise<void> =>
    new Promise((done, failed) => {
      if (waiting.length === 0) setImmediate(commit)
      waiting = [...waiting, { make, done, failed }]
    })
  return { put, putSoon, commit }
}
