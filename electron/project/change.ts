import type { ProjectEvent, ProjectState } from '../../shared/project-state.ts'
import { kindOf, readRecord, stateKinds, type AnyRecord } from '../../shared/records.ts'
import type { RecordTable } from './record-table.ts'

/** What one commit saves: records of the state, records that leave (or never enter) it, and ids to forget. */
export type Change = {
  readonly put?: readonly AnyRecord[]
  readonly shelve?: readonly AnyRecord[]
  readonly remove?: readonly string[]
}

const stateKindOf = (id: string) => stateKinds.find((kind) => kind === kindOf(id))

/** Whether a record is of a kind that the state has no map for. */
export const standsOnShelf = (record: AnyRecord): boolean => !stateKindOf(record.id)

const inState = (state: ProjectState, id: string): boolean => {
  const kind = stateKindOf(id)
  return kind !== undefined && state[kind].has(id)
}

const streams = (record: AnyRecord): boolean => 'standing' in record && record.standing === 'streaming'

/** A change, checked and sorted against a state. `ended` are drafts whose live text goes. */
export type Plan = {
  readonly put: readonly AnyRecord[]
  readonly shelve: readonly AnyRecord[]
  readonly remove: readonly string[]
  readonly leaving: ReadonlySet<string>
  readonly ended: readonly string[]
}

/** Checks every record (throws a zod error, which is a bug of the caller) and sorts the change. */
export const planChange = (state: ProjectState, { put = [], shelve = [], remove = [] }: Change): Plan => {
  const checked = put.map(readRecord)
  const shelved = [...shelve.map(readRecord), ...checked.filter(standsOnShelf)]
  const kept = checked.filter((record) => !standsOnShelf(record))
  const left = [...remove, ...shelved.map(({ id }) => id)]
  const ended = [...left, ...kept.filter((record) => !streams(record)).map(({ id }) => id)]
  return {
    put: kept,
    shelve: shelved,
    remove,
    leaving: new Set(left.filter((id) => inState(state, id))),
    ended: ended.filter((id) => kindOf(id) === 'draft'),
  }
}

/** Writes a planned change, in the order in which the reducer applies it. The caller holds the transaction. */
export const writeChange = (table: RecordTable, state: ProjectState, plan: Plan): void => {
  plan.remove.forEach(table.remove)
  for (const record of plan.shelve) table.add(record, true)
  const there = (id: string): boolean => inState(state, id) && !plan.leaving.has(id)
  const added = new Set<string>()
  for (const record of plan.put) {
    if (there(record.id) || added.has(record.id)) table.replace(record)
    else table.add(record, false)
    added.add(record.id)
  }
}

/** The event of a change, or null where the state does not change. */
export const eventOf = (state: ProjectState, { put, leaving }: Plan): ProjectEvent | null =>
  put.length === 0 && leaving.size === 0
    ? null
    : { type: 'change', seq: state.seq + 1, put, remove: [...leaving] }
