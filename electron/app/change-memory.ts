import { AppError } from '../../shared/errors.ts'
import { conflictFindings } from '../../shared/memory/fact-conflicts.ts'
import { struckOut, type MemoryChange } from '../../shared/memory/memory-change.ts'
import { foundOrder } from '../../shared/orders/found-order.ts'
import { applyEvent, type ProjectState } from '../../shared/project-state.ts'
import { places } from '../../shared/questions/rests-on.ts'
import type { Memory, Order } from '../../shared/records.ts'
import { hashOf } from '../../shared/text/hash.ts'
import type { Change } from '../project/project.ts'

const refuse = (sentence: string, next: string): never => {
  throw new AppError('usage', sentence, next)
}

const check = (state: ProjectState, { section, until, name, fact }: Memory): void => {
  const at = places(state)
  const begins = at.get(section) ?? refuse('There is no such section in the plan.', 'Choose another.')
  if (name.trim() === '' || fact.trim() === '')
    refuse('It says nothing of anything.', 'Say what it is about, and what holds.')
  if (until === undefined) return
  const ends = at.get(until) ?? refuse('There is no such section in the plan.', 'Choose another end.')
  if (ends.last < begins.first) refuse('It would end before it begins.', 'Choose a later end, or none.')
}

/** What a fact says, whoever says it. */
const matter = ({ section, until, level, about, name, fact }: Memory): string =>
  hashOf([section, until, level, about, name, fact])

/** The writer's own, unless it is what a model remembered, put back as it was. */
const owned = (state: ProjectState, memory: Memory): Memory => {
  const there = state.memory.get(memory.id)
  const isEdited = there !== undefined && there.by !== 'writer' && matter(there) !== matter(memory)
  return memory.by === 'model' && !isEdited ? memory : { ...memory, by: 'writer' }
}

/** The conflicts that a change brings about, as orders that are new. */
const conflicts = (state: ProjectState, put: readonly Memory[], at: number): readonly Order[] =>
  conflictFindings(state, new Set(put.map(({ id }) => id)))
    .map(({ found, about }) => foundOrder(found, about, at))
    .filter(({ id }) => !state.order.has(id))

/**
 * Puts and removes what is remembered, as the writer's own: no model writes over it or puts back what was taken out.
 * What contradicts another fact from now on becomes an order. Throws `usage`, and then changes nothing.
 */
export const changeMemory = (state: ProjectState, { put, remove }: MemoryChange, at: number): Change => {
  for (const each of put) check(state, each)
  const stays = new Set(put.map(({ id }) => id))
  const gone = remove.flatMap((id) => (stays.has(id) ? [] : (state.memory.get(id) ?? [])))
  const own = put.map((each) => owned(state, each))
  const ids = gone.map(({ id }) => id)
  const after = applyEvent(state, { type: 'change', seq: state.seq, put: own, remove: ids })
  return { put: [...own, ...conflicts(after, own, at)], shelve: gone.map(struckOut) }
}
