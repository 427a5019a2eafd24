import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { inverseMemoryChange, isStruck, type MemoryChange } from '../../shared/memory/memory-change.ts'
import { applyEvent, type ProjectState } from '../../shared/project-state.ts'
import type { Memory } from '../../shared/records.ts'
import { section, state } from '../../shared/test-kit.ts'
import { changeMemory } from './change-memory.ts'

const fact = (id: string, some: Partial<Memory> = {}): Memory => ({
  id: `memory:1/${id}`,
  section: 'section:1',
  by: 'model',
  about: 'person',
  name: 'Maren',
  fact: 'is 23 years old',
  madeFrom: 'hash',
  ...some,
})

const works = (...memory: readonly Memory[]): ProjectState =>
  state(section(1), section(2), section(3), ...memory)

const after = (before: ProjectState, change: MemoryChange): ProjectState => {
  const { put = [], shelve = [] } = changeMemory(before, change, 5)
  return applyEvent(before, { type: 'change', seq: 1, put, remove: shelve.map(({ id }) => id) })
}

test('what the writer adds or changes is the writer’s own', () => {
  const [there, changed] = [fact('a'), fact('a', { fact: 'sings' })]
  const { by: _, ...added } = fact('b')
  const next = after(works(there), { put: [changed, added], remove: [] })
  expect([...next.memory.values()]).toEqual([
    { ...changed, by: 'writer' },
    { ...added, by: 'writer' },
  ])
})

test('what a model remembered is a model’s again once a change is taken back', () => {
  const there = fact('a')
  const before = works(there)
  for (const change of [
    { put: [fact('a', { fact: 'sings', by: 'writer' as const })], remove: [] },
    { put: [], remove: [there.id] },
  ]) {
    const back = inverseMemoryChange(before, change)
    expect([...after(after(before, change), back).memory.values()]).toEqual([there])
  }
})

test('what is taken out is kept on the shelf as taken out', () => {
  const { shelve = [] } = changeMemory(
    works(fact('a')),
    { put: [], remove: ['memory:1/a', 'memory:1/none'] },
    5,
  )
  expect(shelve.map((each) => 'fact' in each && isStruck(each))).toEqual([true])
})

test.each<readonly [string, Partial<Memory>, string]>([
  ['a section that is not there', { section: 'section:9' }, 'There is no such section in the plan.'],
  ['an end that is not there', { until: 'section:9' }, 'There is no such section in the plan.'],
  [
    'an end before the beginning',
    { section: 'section:3', until: 'section:2' },
    'It would end before it begins.',
  ],
  ['no name', { name: ' ' }, 'It says nothing of anything.'],
  ['no fact', { fact: '' }, 'It says nothing of anything.'],
])('refused: %s', (_, some, sentence) => {
  expect(() => changeMemory(works(), { put: [fact('a', some)], remove: [] }, 5)).toThrow(sentence)
})

test('what contradicts from now on becomes an order, once', () => {
  const before = works(fact('a'))
  const change = {
    put: [fact('b', { section: 'section:2', fact: 'is 27 years old', by: 'writer' })],
    remove: [],
  }
  const next = after(before, change)
  expect([...next.order.values()].map(({ kind, section: of, status }) => [kind, of, status])).toEqual([
    ['contradiction', 'section:2', 'open'],
  ])
  const dropped = {
    ...next,
    order: new Map([...next.order].map(([id, order]) => [id, { ...order, status: 'dropped' as const }])),
  }
  expect([...after(dropped, change).order.values()].map(({ status }) => status)).toEqual(['dropped'])
})

test('law: the inverse of every change is a change that leads back', () => {
  const facts = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    fact: fc.constantFrom('is 23 years old', 'is 27 years old', 'sings'),
    by: fc.constantFrom('model' as const, 'writer' as const),
  })
  const set = fc.uniqueArray(facts, { selector: ({ id }) => id })
  fc.assert(
    fc.property(set, set, fc.array(fc.constantFrom('a', 'b', 'c')), (there, put, remove) => {
      const before = works(...there.map(({ id, ...some }) => fact(id, some)))
      const change: MemoryChange = {
        put: put.map(({ id, ...some }) => fact(id, { ...some, by: 'writer' })),
        remove: remove.map((id) => `memory:1/${id}` as const),
      }
      const back = after(after(before, change), inverseMemoryChange(before, change))
      const sorted = (of: ProjectState) => [...of.memory.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
      expect(sorted(back)).toEqual(sorted(before))
    }),
  )
})
