import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { replaced, type Replacement } from './replacements.ts'

const text = 'It rained. The *quay* was empty.\n\n- She said “no”.\n- It rained.\n\nThe last boat left.'

const one = (find: string, replace: string): readonly Replacement[] => [{ find, replace }]

describe('what can be made', () => {
  test.each<readonly [string, readonly Replacement[], string]>([
    ['words', one('The last boat', 'The first boat'), text.replace('last', 'first')],
    ['other typography', one('said "no"', 'said “yes”'), text.replace('no', 'yes')],
    [
      'emphasis left out',
      one('The quay was empty.', 'The quay was full.'),
      text.replace('*quay* was empty', 'quay was full'),
    ],
    ['emphasis quoted', one('*quay*', '*pier*'), text.replace('quay', 'pier')],
    ['emphasis cut through', one('The quay', 'The pier'), text.replace('The *quay*', 'The pier')],
    ['a longer text', one('The last boat left.', 'The last boat left. It was late.'), `${text} It was late.`],
    ['a cut sentence', one('The *quay* was empty.', ''), text.replace(' The *quay* was empty.', '')],
    ['a cut paragraph', one('The last boat left.', ''), text.replace('\n\nThe last boat left.', '')],
    ['a cut first sentence', one('It rained. The *quay*', 'The *quay*'), text.replace('It rained. ', '')],
    ['a cut line of a list', one('She said “no”.', ''), text.replace('- She said “no”.\n', '')],
    ['a cut item', one('- She said “no”.', ''), text.replace('- She said “no”.\n', '')],
    [
      'two at once, in any order',
      [...one('left', 'sank'), ...one('“no”', '“yes”')],
      text.replace('left', 'sank').replace('“no”', '“yes”'),
    ],
  ])('%s', (_, replacements, expected) => {
    expect(replaced(text, replacements)).toEqual({ text: expected, missed: [] })
  })

  test('words that stand twice, where one of them is complained of', () => {
    const twice = 'It rained at noon. It rained at night.'
    const said = replaced(twice, one('It rained', 'It snowed'), ['rained at night'])
    expect(said).toEqual({ text: 'It rained at noon. It snowed at night.', missed: [] })
  })
})

test.each([
  ['gone', one('The moon', 'A moon'), '"The moon" does not stand in the text.'],
  [
    'twice',
    one('It rained.', 'It snowed.'),
    '"It rained." stands in the text more than once; quote more of it.',
  ],
  ['without a word', one('  ', 'x'), '"" does not stand in the text.'],
  ['a part of a word', one('boa', 'goa'), '"boa" does not stand in the text.'],
  ['another dash', one('–', ','), '"–" does not stand in the text.'],
])('what cannot be made changes nothing: %s', (_, replacements, missed) => {
  expect(replaced(text, replacements)).toEqual({ text, missed: [missed] })
})

test('of two that meet the first is made', () => {
  const said = replaced(text, [
    ...one('last boat left', 'last boat sank'),
    ...one('The last boat', 'No boat'),
  ])
  expect(said).toEqual({
    text: text.replace('The last', 'No'),
    missed: ['"last boat left" meets another replacement.'],
  })
})

test('what is complained of may stand within a word', () => {
  const said = replaced('He ran 13 miles, then 3.', one('13 miles', 'ten miles'), ['3 mil'])
  expect(said).toEqual({ text: 'He ran ten miles, then 3.', missed: [] })
})

const pieces = fc.array(fc.constantFrom('cat', 'category', 'scat', 'the', '—', '*cat*', 'cat’s', '猫', '.'), {
  maxLength: 9,
})

test('law: no replacement begins or ends within a word', () => {
  fc.assert(
    fc.property(pieces, fc.constantFrom(' ', '-', ''), (all, gap) => {
      const whole = all.join(gap)
      const { text: next } = replaced(whole, one('cat', 'XX'), [whole.slice(0, 3)])
      expect(next).not.toMatch(/[\p{Script=Latin}]XX|XX[\p{Script=Latin}]/u)
    }),
    { numRuns: 300 },
  )
})

const sentence = fc
  .array(fc.stringMatching(/^[a-z]{2,7}$/u), { minLength: 3, maxLength: 7 })
  .map((words) => `So ${words.join(' ')}.`)
const paragraphs = fc.uniqueArray(sentence, { minLength: 2, maxLength: 8 })

test('law: paragraphs that no replacement touches stay byte for byte, and one that is undone leaves the text as it was', () => {
  fc.assert(
    fc.property(paragraphs, fc.nat(), sentence, (all, n, fresh) => {
      const at = n % all.length
      const whole = all.join('\n\n')
      fc.pre(!whole.includes(fresh) && all.every((each, i) => i === at || !each.includes(all[at] ?? '')))
      const next = replaced(whole, one(all[at] ?? '', fresh)).text
      expect(next.split('\n\n')).toEqual(all.with(at, fresh))
      expect(replaced(next, one(fresh, all[at] ?? '')).text).toBe(whole)
      expect(replaced(whole, one(all[at] ?? '', '')).text.split('\n\n')).toEqual(all.toSpliced(at, 1))
    }),
  )
})
