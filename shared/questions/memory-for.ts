import type { ProjectState } from '../project-state.ts'
import type { Memory, Section } from '../records.ts'
import { itemMaker, itemsFor, type Item, type Items } from './memory-items.ts'
import { memoryRoom } from './memory-room.ts'
import type { Sum } from './summaries.ts'

/** Something that a prompt does not carry, and why. */
export type LeftOut = { readonly name: string; readonly why: string }

/** What a section's prompt carries of what was written before, what it leaves out, and summaries that it lacks. */
export type MemoryFor = {
  readonly carried: readonly Item[]
  readonly leftOut: readonly LeftOut[]
  readonly wants: readonly Sum[]
}

/** Tokens that the summary of a part is taken for before there is one. */
const usualPart = 220

const sizeOf = (items: readonly Item[]): number => items.reduce((sum, { tokens }) => sum + tokens, 0)

const nearer = (a: Item, b: Item): number => a.distance - b.distance
const moreTelling = (a: Item, b: Item): number => b.bearing - a.bearing || nearer(a, b)

/** Those that fit, taken in the order given; what is too long is passed over for what comes behind it. */
const fitting = (items: readonly Item[], room: number): readonly Item[] => {
  let left = room
  return items.filter(({ tokens }) => {
    if (tokens > left) return false
    left -= tokens
    return true
  })
}

/**
 * What stands for sections whose summaries do not all fit: the summaries of their parts, or where those would take more
 * than half of the room, that of the whole.
 */
const coarse = ({ parts, whole }: Items, room: number) => {
  const many = parts.length === 0 || parts.length * usualPart > room / 2
  const summaries = many ? [whole] : parts
  return {
    kind: many ? ('whole' as const) : ('part' as const),
    have: summaries.flatMap(({ have }) => have ?? []),
    wants: summaries.flatMap(({ want }) => want ?? []),
  }
}

type Chosen = { readonly taken: readonly Item[]; readonly wants: readonly Sum[] }

/** Of the sections further back: all their summaries; or else what stands for them, and of them what fits beside it. */
const chooseFurther = (
  items: Items,
  room: number,
  make: (kind: Item['kind'], memory: Memory) => Item,
): Chosen => {
  if (sizeOf(items.further) <= room) return { taken: items.further, wants: [] }
  const { kind, have, wants } = coarse(items, room)
  const cover = fitting(
    have.map((each) => make(kind, each)),
    room,
  )
  const near = fitting(items.further.toSorted(moreTelling), room - sizeOf(cover))
  return { taken: [...cover, ...near], wants }
}

/** Of the sections that come right before: the text of the nearest, as far as there is room, else the summary. */
const upgraded = ({ shown }: Items, summaries: readonly Item[], room: number): readonly Item[] => {
  let left = room
  return shown
    .toSorted((a, b) => nearer(a.text, b.text))
    .flatMap(({ text, summary }) => {
      const instead = summary && summaries.includes(summary) ? summary : null
      const more = text.tokens - (instead?.tokens ?? 0)
      if (more > left) return instead ? [instead] : []
      left -= more
      return [text]
    })
}

const untold = (
  { shown, facts, further }: Items,
  carried: ReadonlySet<Item>,
  room: number,
): readonly LeftOut[] => {
  const gone = (items: readonly Item[]): number => items.filter((item) => !carried.has(item)).length
  const within = `within ${room} tokens`
  return [
    ...shown.flatMap(({ text, summary }): readonly LeftOut[] => {
      if (carried.has(text)) return []
      const stands = summary && carried.has(summary) ? 'its summary stands for it' : 'nothing stands for it'
      return [
        {
          name: `Text of “${text.title}”`,
          why: `About ${text.tokens} tokens do not fit ${within}; ${stands}.`,
        },
      ]
    }),
    ...(gone(further) > 0
      ? [
          {
            name: 'Summaries',
            why: `${gone(further)} of ${further.length} that bear least on this section or are furthest from it do not fit ${within}.`,
          },
        ]
      : []),
    ...(gone(facts) > 0
      ? [
          {
            name: 'Facts',
            why: `${gone(facts)} of ${facts.length} that bear least on this section or are furthest from it do not fit ${within}.`,
          },
        ]
      : []),
  ]
}

/**
 * Chooses what a section's prompt carries of what was written before, within `room` tokens. In this order: summaries of
 * the sections right before it; facts (those that share most words with its plan, then the nearest), in half of the room
 * where there is more to tell; summaries of the sections further back, of their parts or of the whole; the facts left
 * over; and last the texts of the sections right before it in place of their summaries, the nearest first. The same
 * state gives the same choice, and it never takes more than the room.
 */
export const memoryFor = (
  state: ProjectState,
  section: Section,
  room = memoryRoom(state, section),
): MemoryFor => {
  const items = itemsFor(state, section)
  const summaries = fitting(items.shown.flatMap(({ summary }) => summary ?? []).toSorted(nearer), room)
  const ranked = items.facts.toSorted(moreTelling)
  const afterFirst = room - sizeOf(summaries)
  const first = fitting(ranked, items.further.length > 0 ? Math.floor(afterFirst / 2) : afterFirst)
  const afterFacts = afterFirst - sizeOf(first)
  const further = chooseFurther(items, afterFacts, itemMaker(state, section))
  const afterFurther = afterFacts - sizeOf(further.taken)
  const second = fitting(
    ranked.filter((fact) => !first.includes(fact)),
    afterFurther,
  )
  const before = upgraded(items, summaries, afterFurther - sizeOf(second))
  const chosen = new Set([...first, ...second, ...further.taken, ...before])
  const inOrder = [
    ...further.taken.filter(({ kind }) => kind === 'whole' || kind === 'part'),
    ...items.further.filter((item) => chosen.has(item)),
    ...items.shown
      .flatMap(({ text, summary }) => [text, ...(summary ? [summary] : [])])
      .filter((item) => chosen.has(item)),
    ...items.facts.filter((item) => chosen.has(item)),
  ]
  return { carried: inOrder, leftOut: untold(items, chosen, room), wants: further.wants }
}
