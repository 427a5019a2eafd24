import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEvent, emptyState, recordsOf, stateOf, type ProjectEvent } from './project-state.ts'
import type { AnyRecord } from './records.ts'
import { brief, call, draft, section } from './test-kit.ts'

const standing = fc.constantFrom('streaming', 'current', 'candidate', 'proposal')
const records: fc.Arbitrary<AnyRecord> = fc.oneof(
  fc.nat(5).map((n) => section(n)),
  fc.tuple(fc.nat(5), standing, fc.string()).map(([n, each, text]) => draft(n, { standing: each, text })),
  fc.nat(5).map((n) => call(n)),
  fc.constant(brief()),
  fc.nat(5).map((n): AnyRecord => ({ id: `body:${n}`, prompt: [], reply: '', thinking: '' })),
)
const part = fc.record({ draft: fc.nat(5).map((n) => draft(n).id), at: fc.nat(8), text: fc.string() })
const event: fc.Arbitrary<ProjectEvent> = fc.oneof(
  fc.tuple(fc.array(records), fc.array(records)).map(([put, gone]): ProjectEvent => ({
    type: 'change',
    seq: 1,
    put,
    remove: gone.map(({ id }) => id).filter((id) => !put.some((each) => each.id === id)),
  })),
  fc.array(part).map((parts): ProjectEvent => ({ type: 'text', seq: 1, parts })),
  fc.constant<ProjectEvent>({ type: 'notice', sentence: 'So.', next: '' }),
)

test('a state is what its records make: opening late gives the same as having watched from the start', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 20 }), (events) => {
      const watched = events.reduce(applyEvent, emptyState())
      expect(stateOf(recordsOf(watched), watched.live, watched.seq)).toEqual(watched)
    }),
  )
})

test('maps of kinds that did not change keep their identity, and what was a state stays as it was', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 10 }), event, (events, next) => {
      const before = events.reduce(applyEvent, emptyState())
      const copy = structuredClone(before)
      const after = applyEvent(before, next)
      expect(before).toEqual(copy)
      const touched = next.type === 'change' ? [...next.put.map(({ id }) => id), ...next.remove] : []
      for (const kind of ['section', 'draft', 'call', 'brief', 'memory'] as const) {
        if (!touched.some((id) => id.startsWith(`${kind}:`))) expect(after[kind]).toBe(before[kind])
      }
    }),
  )
})

test('letters stand in the live table until their draft ends', () => {
  const streaming = draft(1, { standing: 'streaming', text: '' })
  const events: readonly ProjectEvent[] = [
    { type: 'change', seq: 1, put: [streaming], remove: [] },
    { type: 'text', seq: 2, parts: [{ draft: streaming.id, at: 0, text: 'It was' }] },
    { type: 'text', seq: 3, parts: [{ draft: streaming.id, at: 6, text: ' late.' }] },
  ]
  const written = events.reduce(applyEvent, emptyState())
  expect([...written.live]).toEqual([[streaming.id, 'It was late.']])
  const again = applyEvent(written, {
    type: 'text',
    seq: 4,
    parts: [{ draft: streaming.id, at: 0, text: 'No.' }],
  })
  expect([...again.live]).toEqual([[streaming.id, 'No.']])
  const ended = applyEvent(again, { type: 'change', seq: 5, put: [draft(1, { text: 'No.' })], remove: [] })
  expect([...ended.live]).toEqual([])
})
