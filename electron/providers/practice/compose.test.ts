import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText } from '../../../shared/text/markdown.ts'
import { holds } from '../../../shared/text/quotes.ts'
import { endsWhole, sentences } from '../../../shared/text/sentences.ts'
import { countWords } from '../../../shared/text/words.ts'
import { compose } from './compose.ts'
import { misheard } from './erring.ts'
import { languages } from './language.ts'
import { brokenDuties, type Order } from './order.ts'
import { randomFrom } from './random.ts'
import { order } from './test-orders.ts'

const write = (changed: Partial<Order>, seed = 1): string => compose(order(changed), randomFrom(seed))

const sized = (words: number): Pick<Order, 'min' | 'max' | 'target'> => ({
  min: Math.floor(words * 0.95),
  max: Math.ceil(words * 1.05),
  target: words,
})

const tongues = Object.keys(languages) as readonly (keyof typeof languages)[]
const registers = ['report', 'story', 'diary', 'manual'] as const

/** The share of runs of five words that stood in the text before; letters count as words where there are no spaces. */
const repeatedFives = (text: string): number => {
  const words =
    text
      .toLowerCase()
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{Script=Latin}\p{N}’]+/gu) ?? []
  const fives = words.slice(4).map((_, i) => words.slice(i, i + 5).join(' '))
  return fives.length === 0 ? 0 : 1 - new Set(fives).size / fives.length
}

const cases = tongues.flatMap((tongue) =>
  registers.flatMap((register) => [60, 220, 900, 2_000].map((words) => [tongue, register, words] as const)),
)

test.each(cases)('%s, %s, %i words: exact, whole, honest, nothing said twice', (tongue, register, words) => {
  const language = languages[tongue]
  const text = write({ language, register, ...sized(words) }, words)
  const said = sentences(text).map(({ from, to }) => text.slice(from, to))
  expect({
    near: Math.abs(countWords(text) - words) <= 1,
    whole: endsWhole(text),
    honest: [said[0], said.at(-1)].some((sentence) => language.honest.test(sentence ?? '')),
    twice: said.length - new Set(said).size,
    repeats: repeatedFives(text) > 0.2,
  }).toEqual({ near: true, whole: true, honest: true, twice: 0, repeats: false })
})

describe('duties', () => {
  const filler = [
    'the',
    'a',
    'of',
    'and',
    'in',
    'is',
    'to',
    'was',
    'it',
    'on',
    'with',
    'page',
    'Longhand',
    'placeholder',
    'note',
  ]
  const names = [
    'tide tables',
    'jazz club',
    'my child_1 birthday',
    'husband (yourself) birthday',
    'Who goes there?',
    'C:\\*.txt',
    '潮位站',
    '[^1]',
    'a "b" c',
    '<i>x</i>',
  ]
  const free = fc
    .array(fc.constantFrom('quay', 'low', 'Berth', '17', 'no.', 'über', 'co-op', 'it’s'), {
      minLength: 1,
      maxLength: 6,
    })
    .map((words) => words.join(' '))
  const say = fc.uniqueArray(fc.oneof(fc.constantFrom(...names), free), { maxLength: 6 })
  const never = fc.uniqueArray(fc.oneof(fc.constantFrom(...filler), free), { maxLength: 6 })

  test.each(['en', 'zh', 'de'] as const)(
    '%s keeps whatever is asked, so long as it can be kept',
    (tongue) => {
      fc.assert(
        fc.property(
          say,
          never,
          fc.constantFrom(...registers),
          fc.integer({ min: 120, max: 500 }),
          fc.nat(),
          (says, nevers, register, words, seed) => {
            const forbidden = nevers.filter((phrase) => !says.some((said) => holds(said, phrase)))
            const asked = order({
              language: languages[tongue],
              register,
              say: says,
              never: forbidden,
              ...sized(words),
              keep: ['Every number needs its unit.'],
            })
            const text = compose(asked, randomFrom(seed))
            expect({ broken: brokenDuties(plainText(text), asked), raw: brokenDuties(text, asked) }).toEqual({
              broken: 0,
              raw: 0,
            })
          },
        ),
        { numRuns: 60 },
      )
    },
  )

  test.each([
    ['no room for a frame', { say: ['tide tables', 'low water'], min: 4, max: 6, target: 5 }],
    ['no room for honesty', { say: ['tide tables'], min: 2, max: 2, target: 2 }],
    ['a very short section', { min: 8, max: 12, target: 10 }],
    ['one exact length', { min: 137, max: 137, target: 137 }],
    ['no title, no entry', { title: '', entry: '', owns: [] }],
    ['many phrases', { say: Array.from({ length: 30 }, (_, i) => `point ${i} of thirty`) }],
    ['no full stops from the usual pieces', { never: ['the', 'a', 'placeholder', 'this'] }],
    ['a phrase within another', { say: ['tide', 'tide tables', 'the tide tables of May'] }],
  ])('%s', (_, changed: Partial<Order>) => {
    expect(brokenDuties(write(changed), order(changed))).toBe(0)
  })
})

describe('erring', () => {
  const asked = order({ say: ['low water', 'north quay'], never: ['obviously'] })
  const slips = (seed: number): string => {
    const text = compose(misheard(asked, randomFrom(seed)), randomFrom(seed + 1))
    const words = countWords(text)
    return [
      asked.say.some((phrase) => !holds(text, phrase)) && 'leaves out',
      holds(text, 'obviously') && 'says',
      words < asked.min && 'short',
      words > asked.max && 'long',
    ]
      .filter(Boolean)
      .join('+')
  }

  test('breaks one duty at a time, each kind of duty now and then', () => {
    const kinds = new Set(Array.from({ length: 60 }, (_, seed) => slips(seed * 7919)))
    expect([...kinds].toSorted()).toEqual(['leaves out', 'long', 'says', 'short'])
  })

  test('has nothing to break where nothing is owed', () => {
    const free = order({ min: 0, max: Infinity })
    expect(misheard(free, randomFrom(1))).toBe(free)
  })

  test('a quarter too long or too short', () => {
    const plain = order({ min: 200, max: 220 })
    const targets = new Set(Array.from({ length: 20 }, (_, seed) => misheard(plain, randomFrom(seed)).target))
    expect([...targets].toSorted((a, b) => a - b)).toEqual([150, 275])
  })
})
