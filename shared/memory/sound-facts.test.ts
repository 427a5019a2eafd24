import { expect, test } from 'vitest'
import { mostFacts, soundFacts, type Said } from './sound-facts.ts'

const text =
  'Maren Holt kept the light at Skarvholm for 23 years. Her sisters Ane and Liv came at Christmas. 灯塔很高。'

const said = (name: string, fact: string): Said => ({ about: 'person', name, fact })

test.each([
  ['Maren Holt', 'kept the light', null],
  ['maren holt', 'kept the light for twenty-three years', null],
  ['Maren', 'has two sisters', null],
  ['Ms Holt', 'kept the light', null],
  ['灯塔', '很高', null],
  ['Ove', 'kept the light', 'Its name is not in the text.'],
  ['Mar', 'kept the light', 'Its name is not in the text.'],
  ['Maren Holt', '', 'It says nothing.'],
  ['Maren Holt', 'Maren Holt', 'It says nothing.'],
  ['Maren Holt', 'is not mentioned.', 'It says nothing.'],
  ['Maren Holt', 'unknown', 'It says nothing.'],
  ['Maren Holt', 'plays the violin', 'The text speaks of nothing like it.'],
  ['Maren Holt', 'kept the light for 27 years', 'The text has no number 27.'],
])('%s: %s', (name, fact, why) => {
  const { sound, refused } = soundFacts(text, [said(name, fact)])
  expect(why === null ? sound : refused).toEqual(
    why === null ? [said(name, fact)] : [{ said: said(name, fact), why }],
  )
})

test('each is taken once, and only so many', () => {
  const one = said('Maren Holt', 'kept the light')
  expect(soundFacts(text, [one, said('MAREN HOLT', 'Kept the light.')]).refused).toEqual([
    { said: said('MAREN HOLT', 'Kept the light.'), why: 'It is there already.' },
  ])
  const words = 'kept light years sisters Ane Liv came Christmas Skarvholm Holt'.split(' ')
  const many = words.map((word) => said('Maren', `tells of ${word}`))
  expect(soundFacts(text, many).sound).toEqual(many.slice(0, mostFacts))
})
