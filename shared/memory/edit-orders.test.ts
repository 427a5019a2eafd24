import { expect, test } from 'vitest'
import type { AnyRecord, Memory, Order } from '../records.ts'
import { draft, section, state } from '../test-kit.ts'
import { editFindings } from './edit-orders.ts'
import type { FactChange } from './memory-delta.ts'
import { conflictFindings, factConflicts } from './fact-conflicts.ts'
import { differenceOf, withFresh } from './told-otherwise.ts'

const fact = (n: number, text: string, some: Partial<Memory> = {}): Memory => ({
  id: `memory:${n}/${text.length}`,
  section: `section:${n}`,
  by: 'model',
  about: 'person',
  name: 'Maren',
  fact: text,
  madeFrom: 'old',
  ...some,
})

test.each([
  ['is 23 years old', 'is 27 years old', { old: '23', fresh: '27' }],
  ['lives in Bergen', 'lives in Oslo.', { old: 'Bergen', fresh: 'Oslo' }],
  ['lives in Bergen', 'lives in Bergen by the sea', null],
  ['sings', 'dances', null],
  ['is Ove’s sister', 'is Ove’s aunt', { old: 'sister', fresh: 'aunt' }],
  ['住在上海', '住在北京', { old: '上海', fresh: '北京' }],
])('%s, then %s', (old, fresh, expected) => {
  expect(differenceOf(old, fresh)).toEqual(expected)
})

test('old words are replaced where they stand, and not within others', () => {
  expect(withFresh('In Bergen, near Bergenhus, Bergen.', { old: 'Bergen', fresh: 'Oslo' })).toBe(
    'In Oslo, near Bergenhus, Oslo.',
  )
})

const old = fact(1, 'is 23 years old')
const fresh = { about: 'person', name: 'Maren', fact: 'is 27 years old' } as const

const brief = ({
  found,
}: {
  readonly found: Pick<Order, 'kind' | 'section'> & {
    readonly places: readonly { readonly quote: string }[]
    readonly put?: readonly AnyRecord[] | undefined
    readonly remove?: readonly string[] | undefined
  }
}): string => {
  const { kind, section: of, places, put = [], remove = [] } = found
  const puts = put.map((each) => ('intent' in each ? each.intent : 'fact' in each ? each.fact : ''))
  return [kind, of, ...places.slice(0, 1).map(({ quote }) => quote), ...puts, ...remove].join(' | ')
}

const works = [
  section(1, { intent: 'Maren, 23, keeps the light.' }),
  section(2, { intent: 'Maren is 23 and leaves.' }),
  section(3),
  section(4),
  draft(1, { text: 'Maren is 27 years old.', author: 'writer' }),
  draft(2, { text: 'The sea rose. At 23, Maren rowed. She was young.' }),
  draft(3, { text: 'Maren rowed on. Ove was 23.' }),
  draft(4, { text: 'Maren was no longer 23; she was 27.' }),
  old,
]

test('a fact that the writer’s text says otherwise becomes orders for memory, texts and plan, where they can be shown', () => {
  const found = editFindings(state(...works), section(1), 'new', [{ old, fresh }], [])
  expect(found.map(brief)).toEqual([
    'memory | section:1 | Maren is 27 years old. | is 27 years old',
    'text | section:2 | At 23, Maren rowed.',
    'plan | section:2 | Maren is 27 years old. | Maren is 27 and leaves.',
    'plan | section:1 | Maren is 27 years old. | Maren, 27, keeps the light.',
  ])
})

test('so does a value that the edit changed, whether or not it was remembered, and each place is told once', () => {
  const value = { names: ['Maren'], fresh: 'Maren is 27 years old.', difference: { old: '23', fresh: '27' } }
  const spread = [
    'text | section:2 | At 23, Maren rowed.',
    'plan | section:2 | Maren is 27 years old. | Maren is 27 and leaves.',
    'plan | section:1 | Maren is 27 years old. | Maren, 27, keeps the light.',
  ]
  const found = (changes: readonly FactChange[]) =>
    editFindings(state(...works), section(1), 'new', changes, [value]).map(brief)
  expect(found([])).toEqual(spread)
  expect(found([{ old, fresh }])).toEqual([
    'memory | section:1 | Maren is 27 years old. | is 27 years old',
    ...spread,
  ])
})

test('what a model’s own text says otherwise than the writer is told of memory alone', () => {
  const found = editFindings(
    state(...works),
    section(1),
    'new',
    [{ old: { ...old, by: 'writer' }, fresh }],
    null,
  )
  expect(found.map(brief)).toEqual(['memory | section:1 | Maren is 27 years old. | is 27 years old'])
})

test('a thing that a text speaks of no more may be forgotten', () => {
  const found = editFindings(state(...works), section(1), 'new', [{ old, fresh: null }], [])
  expect(found.map(brief)).toEqual([`memory | section:1 | ${old.id}`])
})

test.each<readonly [string, readonly Memory[], number]>([
  ['two that exclude each other', [fact(1, 'is 23 years old'), fact(2, 'is 27 years older')], 0],
  ['numbers', [fact(1, 'is 23 years old'), fact(2, 'is now 27 years old')], 1],
  [
    'the earlier ended where the later began',
    [fact(1, 'is 23 years old', { until: 'section:2' }), fact(2, 'is now 27 years old')],
    0,
  ],
  [
    'the earlier ends after that',
    [fact(1, 'is 23 years old', { until: 'section:3' }), fact(2, 'is now 27 years old')],
    1,
  ],
  ['other names', [fact(1, 'is 23 years old', { name: 'Ove' }), fact(2, 'is now 27 years old')], 0],
  [
    'three of one thing',
    [fact(1, 'is 23 years old'), fact(2, 'is now 27 years old'), fact(3, 'is still 23 years old')],
    2,
  ],
])('conflicts of facts: %s', (_, facts, count) => {
  expect(factConflicts(state(section(1), section(2), section(3), ...facts)).length).toBe(count)
})

test('a conflict is an order for the later section, with both places, the same whichever was remembered first', () => {
  const [one, two] = [fact(1, 'is 23 years old'), fact(2, 'is now 25 years old')]
  const works2 = [
    section(1),
    section(2),
    draft(1, { text: 'Maren is 23 years old.' }),
    draft(2, { text: 'She is now 25 years old, Maren.' }),
  ]
  const a = conflictFindings(state(...works2, one, two), new Set([two.id]))
  const b = conflictFindings(state(...works2, two, one), new Set([one.id]))
  expect(a).toEqual(b)
  expect(a.map(({ found }) => [found.kind, found.section, found.places])).toEqual([
    [
      'contradiction',
      'section:2',
      [
        { section: 'section:2', quote: 'She is now 25 years old, Maren.' },
        { section: 'section:1', quote: 'Maren is 23 years old.' },
      ],
    ],
  ])
})
