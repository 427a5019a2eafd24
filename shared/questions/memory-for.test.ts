import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnyRecord, Memory, Section } from '../records.ts'
import { draft, run, section, state } from '../test-kit.ts'
import { memoryFor } from './memory-for.ts'
import { memoryRoom } from './memory-room.ts'

const memory = (n: number | string, id: string, some: Partial<Memory> = {}): Memory => ({
  id: `memory:${n}/${id}`,
  section: `section:${n}`,
  by: 'model',
  about: 'person',
  name: 'Maren',
  fact: `Fact ${id} of ${n}.`,
  madeFrom: '',
  ...some,
})

const summary = (n: number | string, fact = `Summary ${n}.`): Memory =>
  memory(n, 'summary', { about: 'summary', name: `Chapter ${n}`, fact })

const ids = (...numbers: readonly number[]): Section['after'] =>
  numbers.map((n): Section['id'] => `section:${n}`)

/** Chapters that each wait for the one before, all written and remembered but the last. */
const chain = (count: number, text = 'Text.'): readonly AnyRecord[] =>
  Array.from({ length: count }, (_, i) => i + 1).flatMap((n): readonly AnyRecord[] => [
    section(n, n > 1 ? { after: ids(n - 1) } : {}),
    ...(n < count ? [draft(n, { text }), summary(n)] : []),
  ])

const last = (count: number): Section => section(count, { after: ids(count - 1) })

const told = (records: readonly AnyRecord[], of: Section, room?: number): readonly string[] =>
  memoryFor(state(...records), of, room).carried.map(({ kind, text }) => `${kind} ${text}`)

describe('what is carried', () => {
  test.each<readonly [string, readonly AnyRecord[], Section, number, readonly string[]]>([
    ['nothing where nothing came before', [section(1), section(2)], section(2), 500, []],
    [
      'nothing of a section that is written but not waited for',
      [section(1), draft(1), summary(1), section(2)],
      section(2),
      500,
      [],
    ],
    ['the text right before, where there is room', chain(2), last(2), 500, ['text Text.']],
    [
      'its summary, where there is none for the text',
      chain(2, 'long '.repeat(400)),
      last(2),
      500,
      ['summary Summary 1.'],
    ],
    ['nothing, where there is none at all', chain(2), last(2), 5, []],
    [
      'summaries of what is further back',
      chain(4),
      last(4),
      500,
      ['summary Summary 1.', 'summary Summary 2.', 'text Text.'],
    ],
    [
      'facts of what it rests on, and the writer’s',
      [...chain(3), memory(1, 'a'), section(4), memory(4, 'b'), memory(2, 'c', { by: 'writer' })],
      last(3),
      500,
      ['summary Summary 1.', 'text Text.', 'fact Fact a of 1.', 'fact Fact c of 2.'],
    ],
    [
      'the facts that share most with its plan first',
      [
        ...chain(2, 'long '.repeat(400)),
        memory(1, 'a', { fact: 'has a dog' }),
        memory(1, 'b', { fact: 'says what a chapter says' }),
      ],
      last(2),
      45,
      ['summary Summary 1.', 'fact says what a chapter says'],
    ],
  ])('%s', (_, records, of, room, expected) => {
    expect(told(records, of, room)).toEqual(expected)
  })

  test('facts hold from their section up to where they end', () => {
    const records = [
      ...chain(4),
      memory(1, 'ended', { until: 'section:2' }),
      memory(1, 'holds', { until: 'section:4' }),
      memory(4, 'later', { by: 'writer' }),
    ]
    const facts = (of: Section) =>
      memoryFor(state(...records), of, 5_000)
        .carried.filter(({ kind }) => kind === 'fact')
        .map(({ text }) => text)
    expect(facts(last(4))).toEqual(['Fact holds of 1.', 'Fact later of 4.'])
    expect(facts(section(2, { after: ids(1) }))).toEqual(['Fact ended of 1.', 'Fact holds of 1.'])
  })

  test('a lead that is written last knows what comes after it', () => {
    const records = [
      section(1, { after: ids(2, 3) }),
      section(2),
      section(3),
      draft(2),
      draft(3),
      summary(2),
      summary(3),
      memory(3, 'a'),
    ]
    expect(told(records, section(1, { after: ids(2, 3) }), 5_000)).toEqual([
      'text Text 2.',
      'text Text 3.',
      'fact Fact a of 3.',
    ])
  })
})

describe('what is left out is told', () => {
  test('texts, summaries and facts', () => {
    const records = [
      ...chain(12, 'word '.repeat(300)),
      ...Array.from({ length: 30 }, (_, i) => memory(1, `f${i}`)),
    ]
    expect(memoryFor(state(...records), last(12), 150).leftOut).toEqual([
      {
        name: 'Text of “Chapter 11”',
        why: 'About 534 tokens do not fit within 150 tokens; its summary stands for it.',
      },
      {
        name: 'Summaries',
        why: '5 of 10 that bear least on this section or are furthest from it do not fit within 150 tokens.',
      },
      {
        name: 'Facts',
        why: '26 of 30 that bear least on this section or are furthest from it do not fit within 150 tokens.',
      },
    ])
  })

  test('nothing where all is carried', () => {
    expect(memoryFor(state(...chain(4)), last(4), 5_000).leftOut).toEqual([])
  })
})

describe('summaries of parts and of the whole', () => {
  const part = (id: string, ...numbers: readonly number[]): readonly AnyRecord[] => [
    section(numbers[0] ?? 0, { id: `section:${id}`, title: `Part ${id}`, unit: null }),
    ...numbers.map((n) => section(n, { parent: `section:${id}`, ...(n > 1 && { after: ids(n - 1) }) })),
  ]
  const long = 'What happened is told here at some length. '.repeat(20)
  const written = (...numbers: readonly number[]): readonly AnyRecord[] =>
    numbers.flatMap((n) => [draft(n, { text: 'word '.repeat(500) }), summary(n, `${n}: ${long}`)])
  const tree = [...part('a', 1, 2), ...part('b', 3, 4), ...part('c', 5, 6), ...written(1, 2, 3, 4, 5)]
  const sixth = section(6, { parent: 'section:c', after: ids(5) })

  test('none is wanted while those of single sections have room', () => {
    expect(memoryFor(state(...tree), sixth, 5_000).wants).toEqual([])
  })

  test('those of parts it rests on are wanted where they have none', () => {
    const { wants } = memoryFor(state(...tree), sixth, 1_250)
    expect(wants.map(({ level, section: of, below }) => [level, of, below.map(({ id }) => id)])).toEqual([
      ['part', 'section:a', ['memory:1/summary', 'memory:2/summary']],
      ['part', 'section:b', ['memory:3/summary', 'memory:4/summary']],
    ])
  })

  const summed = (level: 'part' | 'whole', of: string, hash: string, fact: string): Memory =>
    memory(of, level === 'part' ? 'summary' : 'whole', { about: 'summary', level, fact, madeFrom: hash })

  test('and carried in place of what does not fit', () => {
    const { wants } = memoryFor(state(...tree), sixth, 1_250)
    const made = wants.map(({ section: of, hash }) =>
      summed('part', of.slice('section:'.length), hash, `All of ${of}.`),
    )
    const again = memoryFor(state(...tree, ...made), sixth, 1_250)
    expect(again.wants).toEqual([])
    expect(again.carried.map(({ kind, of }) => `${kind} ${of}`)).toEqual([
      'part section:a',
      'part section:b',
      'summary section:2',
      'summary section:3',
      'summary section:4',
      'summary section:5',
    ])
  })

  test('the whole so far, ten sections upon ten, where there are no parts', () => {
    const flat = [
      ...chain(34).filter((record) => !record.id.startsWith('memory:')),
      ...Array.from({ length: 33 }, (_, i) => summary(i + 1, `${i + 1}: ${long}`)),
    ]
    const first = memoryFor(state(...flat), last(34), 2_500).wants
    expect(first.map(({ level, section: of, below }) => [level, of, below.length])).toEqual([
      ['whole', 'section:10', 10],
    ])
    const ten = summed('whole', '10', first[0]?.hash ?? '', 'The first ten.')
    const second = memoryFor(state(...flat, ten), last(34), 2_500)
    expect(second.carried[0]).toMatchObject({ kind: 'whole', of: 'section:10' })
    expect(second.wants.map(({ section: of, below }) => [of, below[0]?.id, below.length])).toEqual([
      ['section:20', 'memory:10/whole', 11],
    ])
  })

  test('a summary is stale when those below it change, unless the writer wrote it', () => {
    const { wants } = memoryFor(state(...tree), sixth, 1_250)
    const made = wants.map(({ section: of }) => summed('part', of.slice('section:'.length), 'old', 'Old.'))
    const [own, ...others] = made
    const mine = own ? [{ ...own, by: 'writer' as const }, ...others] : []
    expect(memoryFor(state(...tree, ...made), sixth, 1_250).wants.length).toBe(2)
    expect(memoryFor(state(...tree, ...mine), sixth, 1_250).wants.map(({ section: of }) => of)).toEqual([
      'section:b',
    ])
  })
})

describe('laws', () => {
  const records = fc
    .record({
      count: fc.integer({ min: 2, max: 14 }),
      waits: fc.array(fc.tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 14 })), {
        maxLength: 20,
      }),
      facts: fc.array(
        fc.record({
          n: fc.integer({ min: 1, max: 14 }),
          words: fc.integer({ min: 1, max: 60 }),
          mine: fc.boolean(),
        }),
        { maxLength: 30 },
      ),
      words: fc.integer({ min: 1, max: 900 }),
    })
    .map(({ count, waits, facts, words }): readonly AnyRecord[] => [
      ...Array.from({ length: count }, (_, i) => i + 1).flatMap((n): readonly AnyRecord[] => [
        section(n, { after: ids(...waits.flatMap(([a, b]) => (a === n && b <= count ? [b] : []))) }),
        draft(n, { text: 'word '.repeat(words) }),
        summary(n, 'so it went '.repeat(words % 40)),
      ]),
      ...facts
        .filter(({ n }) => n <= count)
        .map(({ n, words: long, mine }, i) =>
          memory(n, `${i}`, { fact: 'chapter '.repeat(long), ...(mine && { by: 'writer' }) }),
        ),
    ])

  test('never above the room, and the same for the same', () => {
    fc.assert(
      fc.property(records, fc.integer({ min: 0, max: 3_000 }), (all, room) => {
        const [one, other] = [state(...all), state(...all)]
        for (const of of one.section.values()) {
          const found = memoryFor(one, of, room)
          expect(found.carried.reduce((sum, { tokens }) => sum + tokens, 0)).toBeLessThanOrEqual(room)
          expect(memoryFor(other, of, room)).toEqual(found)
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('the room is what the model has left beside the rest', () => {
  const of = section(1, { words: 500 })
  const room = (context?: number) => memoryRoom(state(run(2, context === undefined ? {} : { context })), of)
  expect([room(), room(8_192), room(16_384), room(200_000), room(2_048)]).toEqual([
    3_592, 3_592, 6_000, 6_000, 500,
  ])
})
