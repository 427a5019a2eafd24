import { expect, test } from 'vitest'
import type { Order } from '../../../shared/records.ts'
import { section } from '../../../shared/test-kit.ts'
import { changeLines, runWords } from './order-words.ts'

const order = (some: Partial<Order>): Order => ({
  id: 'order:1',
  kind: 'text',
  section: 'section:1',
  sentence: 'It says so.',
  places: [],
  advice: '',
  status: 'open',
  by: 'code',
  madeFrom: '',
  take: 0,
  at: 1,
  ...some,
})

const fact = {
  id: 'memory:1',
  section: 'section:1',
  about: 'person',
  name: 'Maren',
  fact: 'is 27',
  madeFrom: '',
} as const

test.each<readonly [string, Partial<Order>, string]>([
  ['a text', {}, 'Have it rewritten'],
  ['a word written two ways', { kind: 'term' }, 'Propose the change'],
  ['a change of memory', { kind: 'memory', put: [fact] }, 'Change it'],
  ['one that failed', { status: 'failed' }, 'Try it again'],
])('the button of %s', (_, some, words) => {
  expect(runWords(order(some))).toBe(words)
})

test('what would change, a line each: what is put beside what stands, and what goes', () => {
  const planned = section(2, { title: 'Night', intent: 'Maren is 27.' })
  const now = (id: string): string | null => (id === fact.id ? 'Maren: is 23' : null)
  expect(changeLines(order({ put: [fact, planned], remove: [fact.id] }), now)).toEqual([
    { before: 'Maren: is 23', after: 'Maren: is 27' },
    { before: null, after: 'Night: Maren is 27.' },
    { before: 'Maren: is 23', after: null },
  ])
})
