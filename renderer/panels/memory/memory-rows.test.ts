import { expect, test } from 'vitest'
import type { Memory } from '../../../shared/records.ts'
import { plan, section, state } from '../../../shared/test-kit.ts'
import { rememberedThings } from './memory-rows.ts'

const fact = (n: number, name: string, words: string): Memory => ({
  id: `memory:${n}/${words}`,
  section: `section:${n}`,
  about: 'person',
  name,
  fact: words,
  madeFrom: '',
})

test('what is remembered, by thing, in the order in which it begins to hold', () => {
  const things = rememberedThings(
    state(
      plan(),
      section(1),
      section(2),
      fact(2, 'Ove', 'rows'),
      fact(2, 'Maren', 'is 27'),
      fact(1, 'Maren', 'is 23'),
    ),
  )
  expect(things.map(({ name, items }) => [name, ...items.map(({ item }) => item.fact)])).toEqual([
    ['Maren', 'is 23', 'is 27'],
    ['Ove', 'rows'],
  ])
})
