import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnyRecord, Memory } from '../records.ts'
import { applyEvent } from '../project-state.ts'
import { section, state } from '../test-kit.ts'
import { factId, memoryDelta, summaryOrder, type Remembering } from './memory-delta.ts'
import type { Said } from './sound-facts.ts'

const said = (fact: string, name = 'Maren'): Said => ({ about: 'person', name, fact })
const first = section(1)

const fact = (text: string, some: Partial<Memory> = {}): Memory => ({
  ...said(text),
  id: factId(first, said(text)),
  section: 'section:1',
  by: 'model',
  madeFrom: 'old',
  ...some,
})

const text = 'Maren is 27 years old and lives in Bergen. She keeps a dog. Maren has brown hair.'

const given = (some: Partial<Remembering> = {}): Remembering => ({
  section: first,
  author: 'model',
  text,
  hash: 'new',
  known: [],
  struck: [],
  ...some,
})

const delta = (
  records: readonly AnyRecord[],
  facts: readonly Said[],
  some: Partial<Remembering> = {},
  over: readonly number[] = [],
) => {
  const { put, remove, changes, refused } = memoryDelta(
    state(first, section(2), section(3), ...records),
    given(some),
    { summary: 'Of Maren.', facts, over },
  )
  return {
    put: put
      .filter(({ about }) => about !== 'summary')
      .map(({ fact: told, by, until }) => [told, by, ...(until ? [until] : [])].join(' / ')),
    remove: remove.map(({ fact: told }) => told),
    changes: changes.map(({ old, fresh }) => `${old.fact} → ${fresh?.fact ?? 'nothing'}`),
    refused: refused.map(({ said: { fact: told }, why }) => `${told}: ${why}`),
  }
}

const nothing = { put: [], remove: [], changes: [], refused: [] }
const elsewhere = (some: Partial<Memory>): Memory =>
  fact('is 23 years old', { id: 'memory:2/x', section: 'section:2', ...some })

describe('of a model’s text', () => {
  test.each<
    readonly [
      string,
      readonly AnyRecord[],
      readonly Said[],
      Partial<Remembering>,
      Partial<typeof nothing> | object,
    ]
  >([
    [
      'what it bears out is remembered',
      [],
      [said('is 27 years old'), said('plays chess')],
      {},
      { put: ['is 27 years old / model'], refused: ['plays chess: The text speaks of nothing like it.'] },
    ],
    [
      'what was remembered before makes room',
      [fact('is 23 years old')],
      [said('is 27 years old')],
      {},
      { put: ['is 27 years old / model'], remove: ['is 23 years old'] },
    ],
    [
      'what is said again keeps its place',
      [fact('keeps a dog')],
      [said('Keeps a dog')],
      {},
      { put: ['Keeps a dog / model'] },
    ],
    [
      'what the writer added stays beside it',
      [fact('keeps a dog', { by: 'writer' })],
      [said('has brown hair')],
      {},
      { put: ['has brown hair / model'] },
    ],
    [
      'what the writer said is not said again',
      [fact('has brown hair', { by: 'writer', id: 'memory:1/mine' })],
      [said('Has brown hair.')],
      {},
      {},
    ],
    [
      'what differs from the writer’s word waits',
      [fact('is 23 years old', { by: 'writer' })],
      [said('is 27 years old')],
      {},
      { changes: ['is 23 years old → is 27 years old'] },
    ],
    [
      'a fact that the writer reworded waits',
      [fact('is a sailor', { by: 'writer', id: factId(first, said('keeps a dog')) })],
      [said('keeps a dog')],
      {},
      { changes: ['is a sailor → keeps a dog'] },
    ],
    [
      'what the writer took out stays out',
      [],
      [said('keeps a dog')],
      { struck: [fact('keeps a dog')] },
      { refused: ['keeps a dog: The writer took it out.'] },
    ],
    [
      'what is known before is not said again',
      [],
      [said('has brown hair')],
      { known: [elsewhere({ fact: 'has brown hair' })] },
      {},
    ],
  ])('%s', (_, records, facts, some, expected) => {
    expect(delta(records, facts, some)).toEqual({ ...nothing, ...expected })
  })

  const old = elsewhere({})

  test.each<readonly [string, readonly Memory[], readonly Said[], readonly number[], readonly string[]]>([
    [
      'ends where the reply says what holds instead',
      [old],
      [said('is 27 years old')],
      [1],
      ['is 27 years old / model', 'is 23 years old / model / section:1'],
    ],
    ['does not end where it says nothing of the thing', [old], [], [1], []],
    [
      'does not end where it was the writer’s',
      [{ ...old, by: 'writer' }],
      [said('is 27 years old')],
      [1],
      ['is 27 years old / model'],
    ],
    [
      'holds again where an earlier text had ended it',
      [{ ...old, until: 'section:1' }],
      [said('has brown hair')],
      [],
      ['has brown hair / model', 'is 23 years old / model'],
    ],
  ])('a known fact %s', (_, known, facts, over, put) => {
    expect(delta(known, facts, { known }, over)).toEqual({ ...nothing, put })
  })
})

describe('of a text that the writer has changed', () => {
  test.each<readonly [string, readonly AnyRecord[], readonly Said[], object]>([
    [
      'all is new where nothing was known',
      [],
      [said('is 27 years old')],
      { put: ['is 27 years old / model'] },
    ],
    [
      'what it adds is remembered beside what was known',
      [fact('keeps a dog')],
      [said('has brown hair')],
      { put: ['has brown hair / model', 'keeps a dog / model'] },
    ],
    [
      'what it says otherwise waits, and what was known stands',
      [fact('is 23 years old')],
      [said('is 27 years old')],
      { put: ['is 23 years old / model'], changes: ['is 23 years old → is 27 years old'] },
    ],
    [
      'so does what it speaks of no more',
      [fact('sings', { name: 'Ove' })],
      [],
      { put: ['sings / model'], changes: ['sings → nothing'] },
    ],
  ])('%s', (_, records, facts, expected) => {
    expect(delta(records, facts, { author: 'writer' })).toEqual({ ...nothing, ...expected })
  })
})

test('the writer’s summary stands, and is told to be old when the text has changed', () => {
  const mine = fact('Mine.', { id: 'memory:1/summary', about: 'summary', by: 'writer' })
  const here = state(first, mine)
  const reply = { summary: 'Of Maren.', facts: [], over: [] }
  expect(memoryDelta(here, given(), reply).put).toEqual([mine])
  expect(summaryOrder(here, given(), reply)?.put).toEqual([{ ...mine, fact: 'Of Maren.', madeFrom: 'new' }])
  expect(summaryOrder(here, given({ hash: 'old' }), reply)).toBe(null)
})

test('law: nothing of the writer’s is ever changed or lost', () => {
  const words = fc.constantFrom(
    'is 27 years old',
    'is 23 years old',
    'keeps a dog',
    'has brown hair',
    'lives in Oslo',
    'sings',
  )
  const one = fc.record({
    told: words,
    name: fc.constantFrom('Maren', 'Ove'),
    mine: fc.boolean(),
    here: fc.boolean(),
    ended: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.array(one, { maxLength: 8 }),
      fc.array(fc.tuple(words, fc.constantFrom('Maren', 'Ove')), { maxLength: 10 }),
      fc.constantFrom('model' as const, 'writer' as const),
      fc.array(fc.integer({ min: 1, max: 5 })),
      (all, facts, author, over) => {
        const records = all.map(({ told, name, mine, here, ended }, i) =>
          fact(told, {
            name,
            id: `memory:${here ? 1 : 2}/${i}`,
            section: here ? 'section:1' : 'section:2',
            by: mine ? 'writer' : 'model',
            ...(ended && { until: 'section:1' }),
          }),
        )
        const before = state(first, section(2), ...records)
        const known = records.filter((each) => each.section !== 'section:1')
        const { put, remove } = memoryDelta(before, given({ author, known }), {
          summary: 'S',
          facts: facts.map(([told, name]) => said(told, name)),
          over,
        })
        const after = applyEvent(before, { type: 'change', seq: 1, put, remove: remove.map(({ id }) => id) })
        for (const mine of records.filter(({ by }) => by === 'writer'))
          expect(after.memory.get(mine.id)).toEqual(mine)
        expect(
          put.filter(({ about, section: of }) => about !== 'summary' && of === 'section:1').length,
        ).toBeLessThanOrEqual(8 + records.length)
      },
    ),
    { numRuns: 200 },
  )
})
