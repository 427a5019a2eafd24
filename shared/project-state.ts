import { kindOf, stateKinds, type AnyRecord, type DraftId, type RecordOf, type StateKind } from './records.ts'

/** Letters that arrived for a draft: `at` is where they belong, counted in UTF-16 units; what stood behind is gone. */
export type TextPart = { readonly draft: DraftId; readonly at: number; readonly text: string }

/** All that flows from a project to whoever shows it. `seq` rises by one with each `change` and `text`. */
export type ProjectEvent =
  | {
      readonly type: 'change'
      readonly seq: number
      readonly put: readonly AnyRecord[]
      readonly remove: readonly string[]
    }
  | { readonly type: 'text'; readonly seq: number; readonly parts: readonly TextPart[] }
  | { readonly type: 'notice'; readonly sentence: string; readonly next: string }

/** A project at one moment, as a value: a map per kind, and the letters of drafts that still stream. */
export type ProjectState = { readonly [Kind in StateKind]: ReadonlyMap<string, RecordOf<Kind>> } & {
  readonly seq: number
  readonly live: ReadonlyMap<string, string>
}

type Maps = { [Kind in StateKind]: ReadonlyMap<string, RecordOf<Kind>> }

const isStateKind = (kind: string | null): kind is StateKind => stateKinds.some((each) => each === kind)

/** A state with nothing in it. */
export const emptyState = (): ProjectState => ({
  seq: 0,
  live: new Map(),
  project: new Map(),
  brief: new Map(),
  constraint: new Map(),
  plan: new Map(),
  section: new Map(),
  draft: new Map(),
  review: new Map(),
  memory: new Map(),
  seam: new Map(),
  order: new Map(),
  reference: new Map(),
  run: new Map(),
  step: new Map(),
  call: new Map(),
})

const changed = (
  state: ProjectState,
  put: readonly AnyRecord[],
  remove: readonly string[],
): Partial<Maps> => {
  const fresh = new Map<StateKind, Map<string, unknown>>()
  const mapFor = (id: string): Map<string, unknown> | null => {
    const kind = kindOf(id)
    if (!isStateKind(kind)) return null
    const map = fresh.get(kind) ?? new Map<string, unknown>(state[kind])
    fresh.set(kind, map)
    return map
  }
  for (const id of remove) mapFor(id)?.delete(id)
  for (const record of put) mapFor(record.id)?.set(record.id, record)
  return Object.fromEntries(fresh)
}

const stillLive = (state: ProjectState, put: readonly AnyRecord[], remove: readonly string[]) => {
  if (state.live.size === 0) return state.live
  const live = new Map(state.live)
  for (const id of remove) live.delete(id)
  for (const record of put)
    if (!('standing' in record && record.standing === 'streaming')) live.delete(record.id)
  return live.size === state.live.size ? state.live : live
}

const withText = (before: ReadonlyMap<string, string>, parts: readonly TextPart[]) => {
  const live = new Map(before)
  for (const { draft, at, text } of parts) live.set(draft, (live.get(draft) ?? '').slice(0, at) + text)
  return live
}

/** The one reducer, for host, screen and replay. Maps that did not change keep their identity. */
export const applyEvent = (state: ProjectState, event: ProjectEvent): ProjectState => {
  switch (event.type) {
    case 'change': {
      const { seq, put, remove } = event
      return { ...state, ...changed(state, put, remove), live: stillLive(state, put, remove), seq }
    }
    case 'text':
      return { ...state, live: withText(state.live, event.parts), seq: event.seq }
    case 'notice':
      return state
  }
}

/** The state that records make, e.g. those an opened file or a port hands over. */
export const stateOf = (
  records: readonly AnyRecord[],
  live: ReadonlyMap<string, string> = new Map(),
  seq = 0,
): ProjectState => ({ ...applyEvent(emptyState(), { type: 'change', seq, put: records, remove: [] }), live })

/** Every record of a state, kind by kind. */
export const recordsOf = (state: ProjectState): readonly AnyRecord[] =>
  stateKinds.flatMap((kind): readonly AnyRecord[] => [...state[kind].values()])
