import { expect, test } from 'vitest'
import { excludes, type Told } from './excludes.ts'

const of = (fact: string, name = 'Maren', about: Told['about'] = 'person'): Told => ({ about, name, fact })

test.each([
  // Numbers.
  ['is 23 years old', 'is 27 years old', true],
  ['is 23 years old', 'is twenty-three years old', false],
  ['is 23 years old', 'is twenty-seven years old.', true],
  ['has two sisters', 'has three sisters', true],
  ['has two sisters', 'has three brothers', false],
  ['is 23', 'is 27', true],
  ['paid 1,200 crowns for the boat', 'paid 1200 crowns for the boat', false],
  ['earns 400 a month', 'came 3 times', false],
  // Dates.
  ['was born on 4 July 1904', 'was born on 7 July 1904', true],
  ['was born on 4 July 1904', 'was born in 1904', false],
  ['was born on 4 July', 'was born on 4 June', true],
  ['arrived on a Monday', 'arrived on a Tuesday', true],
  // Values of a kind.
  ['has brown hair', 'has red hair', true],
  ['has brown hair', 'has brown eyes', false],
  ['has brown hair', 'has blue eyes', false],
  ['is alive', 'is dead', true],
  ['is deaf in the left ear', 'is deaf in the right ear', true],
  // Yes and no.
  ['can swim', 'cannot swim', true],
  ['can swim', 'cannot read', false],
  ['keeps a dog', 'does not keep a dog', true],
  ['cannot swim', 'never swims', false],
  // What there is but one of.
  ['lives in Bergen', 'lives in Oslo', true],
  ['lives in Bergen', 'lives in Bergen with her aunt', false],
  ['lives in Bergen', 'was born in Oslo', false],
  ['lives in Bergen and works as a baker', 'lives in Bergen, where she keeps bees', false],
  ['lives in Bergen and works as a baker', 'lives in Oslo', true],
  ['Maren works as a keeper', 'Maren worked as a baker', true],
  ['is married to Ove', 'is married to Per', true],
  // What may be side by side.
  ['owns a boat', 'owns a house', false],
  ['likes coffee', 'likes tea', false],
  ['is tall', 'is kind', false],
  ['', '', false],
  // Other languages.
  ['ist 23 Jahre alt', 'ist 27 Jahre alt', true],
  ['wohnt in Bergen', 'wohnt in Oslo', true],
  ['kann schwimmen', 'kann nicht schwimmen', true],
  ['a trois sœurs et 12 ans', 'a trois sœurs et 13 ans', true],
  ['vit à Lyon', 'vit à Paris', true],
  ['tiene 23 años', 'tiene 27 años', true],
  ['今年二十三岁', '今年27岁', true],
  ['住在上海', '住在北京', true],
  ['她住在上海', '住在北京。', true],
  ['会游泳', '不会游泳', true],
])('%s | %s', (a, b, expected) => {
  expect([excludes(of(a), of(b)), excludes(of(b), of(a))]).toEqual([expected, expected])
})

test('only facts of one kind with one name are held against each other', () => {
  expect(excludes(of('is 23'), of('is 27', 'MAREN'))).toBe(true)
  expect(excludes(of('is 23'), of('is 27', 'Ove'))).toBe(false)
  expect(excludes(of('is 23'), of('is 27', 'Maren', 'place'))).toBe(false)
})
