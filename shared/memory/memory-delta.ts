import type { Found } from '../orders/found-order.ts'
import type { ProjectState } from '../project-state.ts'
import { sectionSummary, summaryId } from '../questions/summaries.ts'
import type { Draft, Memory, Section } from '../records.ts'
import { hashOf } from '../text/hash.ts'
import { fold } from '../text/fold.ts'
import { holds } from '../text/quotes.ts'
import { excludes, saysTheSame, thingOf } from './excludes.ts'
import { soundFacts, type Refused, type Said } from './sound-facts.ts'

/** What was remembered of a section: `over` are numbers, from 1, of known facts that end there. */
export type Remembered = {
  readonly summary: string
  readonly facts: readonly Said[]
  readonly over: readonly number[]
}

/** What is remembered anew, and of which text. `known` is what the model was shown as known; `text` is plain. */
export type Remembering = {
  readonly section: Section
  readonly author: Draft['author']
  readonly text: string
  readonly hash: string
  readonly known: readonly Memory[]
  /** Facts that the writer took out. */
  readonly struck: readonly Memory[]
}

/** A known fact and what a text says now instead; null where it says nothing of the thing any more. */
export type FactChange = { readonly old: Memory; readonly fresh: Said | null }

/**
 * A delta of memory: what is saved at once, what differs from the writer's own words or from what the writer's edit
 * of a text leaves, which is for the writer to decide, and what was not taken in.
 */
export type MemoryDelta = {
  readonly put: readonly Memory[]
  readonly remove: readonly Memory[]
  readonly changes: readonly FactChange[]
  readonly refused: readonly Refused[]
}

/** The id of a fact that a model remembers: the same words about the same thing have the same id. */
export const factId = ({ id }: Pick<Section, 'id'>, { name, about, fact }: Said): Memory['id'] =>
  `memory:${id.slice('section:'.length)}/${hashOf([about, fold(name, true).text, fold(fact, true).text]).slice(0, 10)}`

/** What is known of a section itself, by who says so. */
const ownFacts = (state: ProjectState, { id }: Section) => {
  const here = [...state.memory.values()].filter(
    ({ section, about }) => section === id && about !== 'summary',
  )
  return {
    writers: here.filter(({ by }) => by === 'writer'),
    models: here.filter(({ by }) => by !== 'writer'),
  }
}

const summaryOf = (state: ProjectState, { section, hash }: Remembering, summary: string): Memory => {
  const there = sectionSummary(state, section.id)
  const fresh: Memory = {
    id: summaryId(section.id, 'section'),
    section: section.id,
    by: 'model',
    about: 'summary',
    name: section.title,
    fact: summary,
    madeFrom: hash,
  }
  return there?.by === 'writer' ? there : fresh
}

/**
 * Known facts that end at this section, where the reply says what holds instead; and those that an earlier text of it had
 * ended, which hold again. What the writer wrote is left as it is.
 */
const endings = (
  { section, known }: Remembering,
  state: ProjectState,
  over: readonly number[],
  fresh: readonly Said[],
): readonly Memory[] => {
  const ended = new Set(
    known
      .filter((_, i) => over.includes(i + 1))
      .filter((fact) => fact.by !== 'writer' && fresh.some((said) => thingOf(said) === thingOf(fact)))
      .map(({ id }) => id),
  )
  return [...state.memory.values()].flatMap((fact): readonly Memory[] => {
    if (fact.by === 'writer') return []
    if (ended.has(fact.id)) return fact.until === section.id ? [] : [{ ...fact, until: section.id }]
    const { until, ...rest } = fact
    return until === section.id ? [rest] : []
  })
}

/** What differs from the facts of this section that are not to be changed silently. */
const changesIn = (
  { section, text }: Remembering,
  fixed: readonly Memory[],
  fresh: readonly Said[],
): readonly FactChange[] =>
  fixed.flatMap((old): readonly FactChange[] => {
    const said = fresh.find(
      (each) => excludes(old, each) || (old.by === 'writer' && factId(section, each) === old.id),
    )
    if (said) return saysTheSame(old, said) ? [] : [{ old, fresh: said }]
    return old.by === 'writer' || holds(text, old.name) ? [] : [{ old, fresh: null }]
  })

/**
 * What a model remembered of a section, as changes of memory: only facts that the text bears out, none twice, none that
 * is known already or that the writer took out. Of a model's text the facts remembered before make room; where the
 * writer has changed a text, what was known stands, and what the text says otherwise is for the writer to decide. The
 * writer's own words always stand.
 */
export const memoryDelta = (state: ProjectState, given: Remembering, reply: Remembered): MemoryDelta => {
  const { section, author, text, hash, known, struck } = given
  const { writers, models } = ownFacts(state, section)
  const { sound, refused } = soundFacts(text, reply.facts)
  const isAmong = (said: Said, all: readonly Memory[]): boolean => all.some((each) => saysTheSame(each, said))
  const fixed = author === 'writer' ? [...writers, ...models] : writers
  const changes = changesIn(given, fixed, sound)
  const waiting = new Set(changes.map(({ fresh }) => fresh))
  const taken = sound.filter(
    (said) => !waiting.has(said) && !isAmong(said, [...struck, ...writers, ...known]),
  )
  const fresh = taken.map((said): Memory => ({
    ...said,
    id: factId(section, said),
    section: section.id,
    by: 'model',
    madeFrom: hash,
  }))
  const stays = new Set(fresh.map(({ id }) => id))
  const kept = author === 'writer' ? models.filter(({ id }) => !stays.has(id)) : []
  return {
    put: [
      summaryOf(state, given, reply.summary),
      ...fresh,
      ...kept.map((fact) => ({ ...fact, madeFrom: hash })),
      ...endings(given, state, reply.over, sound).filter(({ id }) => !stays.has(id)),
    ],
    remove: author === 'writer' ? [] : models.filter(({ id }) => !stays.has(id)),
    changes,
    refused: [
      ...refused,
      ...sound
        .filter((said) => isAmong(said, struck))
        .map((said) => ({ said, why: 'The writer took it out.' })),
    ],
  }
}

/** What the writer is told of a summary of their own whose text has changed since; null where there is none. */
export const summaryOrder = (
  state: ProjectState,
  { section, hash }: Remembering,
  { summary }: Remembered,
): Found | null => {
  const there = sectionSummary(state, section.id)
  if (there?.by !== 'writer' || there.fact === summary || there.madeFrom === hash) return null
  return {
    kind: 'memory',
    section: section.id,
    sentence: `Your summary of “${section.title}” is older than its text.`,
    places: [],
    advice: `Replace it by: ${summary}`,
    by: 'model',
    madeFrom: hash,
    put: [{ ...there, fact: summary, madeFrom: hash }],
  }
}
