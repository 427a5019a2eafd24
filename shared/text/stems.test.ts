import { expect, test } from 'vitest'
import { contentHeld, contentOf } from './stems.ts'

test.each([
  ['Volunteer at the animal shelter', ['volunteer', 'animal', 'shelter'], []],
  ['Ann’s birthday party', ['ann', 'birthday', 'party'], []],
  ['who are you', ['who', 'are', 'you'], []],
  ['参加爵士俱乐部', [], ['参加', '爵士', '俱乐部']],
  ['看 a film 吗', ['film'], ['看', '吗']],
  ['!?', [], []],
])('%j is about %j and %j', (phrase, stems, pieces) => {
  expect(contentOf(phrase)).toEqual({ stems, pieces })
})

test.each([
  ['celebrate', 'celebrating', 'celebrated', 'celebrations'],
  ['visit', 'visits', 'visited', 'visiting'],
  ['stop', 'stopped', 'stopping', 'stops'],
  ['plan a hike', 'planning hikes', 'planned the hike', 'plans hiked'],
  ['party', 'parties', 'partying', 'partied'],
  ['buy', 'bought', 'buys', 'buying'],
  ['child', 'children', 'child’s', 'Child'],
  ['Über', 'über', 'ÜBER', 'U\u0308ber'],
  ['bus', 'bus', 'BUS', 'bus.'],
])('%s has many forms', (word, ...forms) => {
  expect(forms.map((form) => contentHeld(contentOf(word), form))).toEqual(
    forms.map(() => contentOf(word).stems.length),
  )
})

test.each([
  ['bus', 'busy'],
  ['string', 'sting'],
  ['seed', 'see'],
  ['class', 'clash'],
  ['ring', 'rung bell'],
])('%s is not %s', (word, other) => {
  expect(contentHeld(contentOf(word), other)).toBe(0)
})
