import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText } from '../../../shared/text/markdown.ts'
import { sentences } from '../../../shared/text/sentences.ts'
import { countWords } from '../../../shared/text/words.ts'
import { compose } from './compose.ts'
import { misheard } from './erring.ts'
import { languages } from './language.ts'
import { brokenDuties, type Order } from './order.ts'
import { promptBlocks } from './prompt-blocks.ts'
import { randomFrom } from './random.ts'
import { revise } from './revise.ts'
import { order } from './test-orders.ts'

const revised = (text: string, asked: Order, broken = '', seed = 1): string => {
  const prompt = `# Its text now\n"""\n${text}\n"""\n# What is broken\n${broken}\n# Your task\nWrite it again.`
  return revise(promptBlocks([{ from: 'user', text: prompt }]), asked, randomFrom(seed))
}

const said = (text: string): ReadonlySet<string> =>
  new Set(sentences(text).map(({ from, to }) => text.slice(from, to)))

const kept = (before: string, after: string): number => {
  const now = said(after)
  return [...said(before)].filter((sentence) => now.has(sentence)).length / said(before).size
}

const registers = ['report', 'story', 'diary', 'manual'] as const

test.each(['en', 'zh', 'ja', 'fr'] as const)(
  '%s: whatever a first draft broke is mended, and most of it stands',
  (tongue) => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...registers), (seed, register) => {
        const asked = order({
          language: languages[tongue],
          register,
          say: ['low water', 'north quay'],
          never: ['obviously'],
        })
        const first = compose(misheard(asked, randomFrom(seed)), randomFrom(seed + 1))
        const after = revised(first, asked, '', seed)
        expect({ broken: brokenDuties(plainText(after), asked), stands: kept(first, after) > 0.6 }).toEqual({
          broken: 0,
          stands: true,
        })
      }),
      { numRuns: 40 },
    )
  },
)

const loose = { min: 0, max: Infinity, target: 100, keep: [], say: [], never: [] }
const honest = 'This is placeholder prose. '

test.each([
  [
    'a text with nothing broken',
    `${honest}The boat left.\n\nIt rained.`,
    {},
    `${honest}The boat left.\n\nIt rained.`,
  ],
  [
    'a list',
    `${honest}See:\n\n- one very old boat\n- two oars`,
    { never: ['very'] },
    `${honest}See:\n\n- two oars`,
  ],
  ['a heading', '### Notes\n\nPlaceholder prose.', {}, '### Notes\n\nPlaceholder prose.'],
])('%s', (_, text, changed: Partial<Order>, after) => {
  expect(revised(text, order({ ...loose, ...changed }))).toBe(after)
})

test('a forbidden sentence is replaced in its place', () => {
  const after = revised(`${honest}The boat was very late. It rained.`, order({ ...loose, never: ['very'] }))
  expect(after).toMatch(/^This is placeholder prose\. (?!The boat was).+ It rained\.$/u)
})

test('a sentence that stands twice stands once', () => {
  const after = revised(`${honest}The boat left. It rained. The boat left.`, order(loose))
  expect(after.match(/The boat left\./gu)).toHaveLength(1)
})

test('a quoted place is written anew', () => {
  const after = revised(
    `${honest}The boat left. It rained.`,
    order(loose),
    '- It jumps. Slow down.\n  Here: "The boat left."',
  )
  expect([after.includes('The boat left.'), after.includes('It rained.')]).toEqual([false, true])
})

test('a rule that nothing speaks of is spoken of', () => {
  const after = revised(
    `${honest}The boat left.`,
    order({ ...loose, keep: ['Use metric units.'] }),
    '- A duty above is not kept.',
  )
  expect(after).toContain('“Use metric units.”')
})

test.each([
  ['too short', 40],
  ['too long', 600],
])('a text that is %s is brought to the middle of its length', (_, words) => {
  const asked = order({ say: ['low water'] })
  const first = compose({ ...asked, min: 0, max: Infinity, target: words }, randomFrom(3))
  const after = revised(first, asked)
  expect([countWords(after), brokenDuties(after, asked)]).toEqual([210, 0])
})

test.each([
  ['an empty text', ''],
  ['a block that cannot be shortened', `\`\`\`\n${'word '.repeat(900)}\n\`\`\``],
])('%s is written anew', (_, text) => {
  const asked = order({ say: ['low water'] })
  expect(brokenDuties(revised(text, asked), asked)).toBe(0)
})
