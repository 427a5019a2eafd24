import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEvent, emptyState, type ProjectEvent, type TextPart } from '../../shared/project-state.ts'
import { createEventQueue } from './event-queue.ts'

const text = (seq: number, ...parts: readonly TextPart[]): ProjectEvent => ({ type: 'text', seq, parts })
const part = (name: string, at: number, letters: string): TextPart => ({
  draft: `draft:${name}`,
  at,
  text: letters,
})
const change = (seq: number): ProjectEvent => ({ type: 'change', seq, put: [], remove: [] })

const drained = (
  events: readonly ProjectEvent[],
  limits?: { readonly events: number; readonly units: number },
) => {
  const queue = createEventQueue(limits)
  events.forEach(queue.push)
  const out: ProjectEvent[] = []
  for (let event = queue.shift(); event; event = queue.shift()) out.push(event)
  return queue.isBehind() ? 'behind' : out
}

const cases: readonly (readonly [string, readonly ProjectEvent[], ReturnType<typeof drained>])[] = [
  [
    'letters that follow each other',
    [text(1, part('a', 0, 'on')), text(2, part('a', 2, 'ce'))],
    [text(2, part('a', 0, 'once'))],
  ],
  [
    'letters that replace some',
    [text(1, part('a', 0, 'one')), text(2, part('a', 1, 'ff'))],
    [text(2, part('a', 0, 'off'))],
  ],
  [
    'letters of two drafts',
    [text(1, part('a', 0, 'x')), text(2, part('b', 0, 'y'))],
    [text(2, part('a', 0, 'x'), part('b', 0, 'y'))],
  ],
  [
    'a gap keeps both',
    [text(1, part('a', 0, 'x')), text(2, part('a', 9, 'y'))],
    [text(2, part('a', 0, 'x'), part('a', 9, 'y'))],
  ],
  [
    'a change between',
    [text(1, part('a', 0, 'x')), change(2), text(3, part('a', 1, 'y'))],
    [text(1, part('a', 0, 'x')), change(2), text(3, part('a', 1, 'y'))],
  ],
]

test.each(cases)('%s', (_, events, expected) => {
  expect(drained(events)).toEqual(expected)
})

test('too many events, or too much text, and the watcher is behind', () => {
  expect(drained([change(1), change(2)], { events: 2, units: 9 })).toEqual([change(1), change(2)])
  expect(drained([change(1), change(2), change(3)], { events: 2, units: 9 })).toBe('behind')
  const letters = [text(1, part('a', 0, '12345')), text(2, part('a', 5, '67890'))]
  expect(drained(letters, { events: 2, units: 9 })).toBe('behind')
  expect(drained(letters, { events: 2, units: 10 })).toEqual([text(2, part('a', 0, '1234567890'))])
})

const anyPart = fc.tuple(fc.constantFrom('a', 'b'), fc.nat(12), fc.string({ maxLength: 4 }))
const anyEvent = fc.oneof(fc.constant(null), fc.array(anyPart, { minLength: 1, maxLength: 3 }))

type Letters = readonly (readonly [draft: string, at: number, letters: string])[]

/** Events as a project sends them: no part begins beyond the end of what is there; null is a change. */
const eventsOf = (all: readonly (Letters | null)[]): readonly ProjectEvent[] => {
  const lengths = new Map<string, number>()
  const placed = ([name, wanted, letters]: Letters[number]): TextPart => {
    const at = Math.min(wanted, lengths.get(name) ?? 0)
    lengths.set(name, at + letters.length)
    return part(name, at, letters)
  }
  return all.map((parts, i) => (parts ? text(i + 1, ...parts.map(placed)) : change(i + 1)))
}

const played = (events: readonly ProjectEvent[]) => {
  let state = emptyState()
  for (const event of events) state = applyEvent(state, event)
  return state
}

test('law: merged or not, letters come to the same text', () => {
  fc.assert(
    fc.property(fc.array(anyEvent), (all) => {
      const events = eventsOf(all)
      const out = drained(events)
      expect(out === 'behind' ? out : played(out)).toEqual(played(events))
    }),
  )
})
