import fc from 'fast-check'
import { expect, test } from 'vitest'
import { demandSchema } from '../demand.ts'
import { placementSchema } from '../placement.ts'
import { readRequirements } from './read-requirements.ts'

const words =
  'Chapter chapters week day 3 7 12 13 every each from to until before after the last first middle of and , . ; : ( ) (e.g. ' +
  '- – — \n \t " “ ” \' not never must include mention May June 05-13 2018 (3, 4) 第 三 章 每 周 到 从 开始 字 at least 200 words ' +
  'except all but between interval along row column other odd IV second-to-last half Christmas Monday 🎈 \u0000 \uD800'
const pieces = fc
  .array(fc.constantFrom(...words.split(' ')), { maxLength: 60 })
  .chain((list) => fc.constantFrom('', ' ').map((gap) => list.join(gap)))
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  pieces,
)
const units = fc.constantFrom(
  {},
  { label: 'Chapter', count: 24 },
  { label: 'Week', count: 52, from: '2018-01-01', span: 'week' as const },
  { label: 'Block', grid: { width: 10, height: 10 } },
  { label: 'Day', from: '9999-12-31', span: 'day' as const, count: 0 },
)

test('reads any text: quotes are verbatim, placements and demands are valid', () => {
  fc.assert(
    fc.property(texts, units, (text, known) => {
      for (const { at, quote, placement, demand, placed } of readRequirements(text, known).requirements) {
        expect(text.slice(at.from, at.to)).toBe(quote)
        expect(placementSchema.safeParse(placement).success).toBe(true)
        expect(demandSchema.safeParse(demand).success).toBe(true)
        if (!placed) expect([demand.kind, placement.where]).toEqual(['rule', 'document'])
      }
    }),
    { numRuns: 2_000 },
  )
})

const hostile: readonly (readonly [string, string])[] = [
  ['brackets', '('.repeat(200_000)],
  ['examples', '(e.g. '.repeat(33_000)],
  ['quotes', "'a ".repeat(66_000)],
  ['numbers', '1-2 '.repeat(50_000)],
  ['digits', '9'.repeat(200_000)],
  ['list numbers', '1) '.repeat(66_000)],
  ['dates', 'May 13 '.repeat(28_000)],
  ['slashes', '5/13/2018 '.repeat(20_000)],
  ['every', 'every '.repeat(33_000)],
  ['chapters', 'chapter 3, '.repeat(18_000)],
  ['ordinals', 'the third, '.repeat(18_000)],
  ['from', 'from the '.repeat(22_000)],
  ['Chinese', '第三章到'.repeat(50_000)],
  ['lines', '- a:\n'.repeat(40_000)],
  ['spaces', `${' '.repeat(200_000)}x`],
  ['words each', 'at least 200 words '.repeat(10_000)],
  ['letters', 'a'.repeat(200_000)],
  ['example lines', 'Example:\n'.repeat(22_000)],
  ['thousands', '111,'.repeat(50_000)],
  [
    'items under a long head',
    `You must ${'mention the sea in chapter 3 and '.repeat(40)}:\n${'- a\n'.repeat(48_000)}`,
  ],
  ['weekdays', `A diary of 20000 days for 2018. ${'Fish every Friday. '.repeat(10_000)}`],
]

test.each(hostile)('200 kB of %s take no time that grows faster than the text', (_, text) => {
  const before = process.cpuUsage()
  readRequirements(text)
  const { user } = process.cpuUsage(before)
  // Less than a second on an idle machine; what is quadratic takes minutes.
  expect(user / 1_000).toBeLessThan(3_000)
})

test('a brief of 3,000 words is read in less than 50 ms of the processor, once warm', () => {
  const sentence =
    'In chapter 7 the ferry burns, and in chapter 12 Ida learns that her father lied. Every five chapters, starting ' +
    'from chapter 3, mention the sea. It had rained since the spring, and nobody could remember a summer as cold. '
  const text = `A novel of 40 chapters. ${sentence.repeat(66)}`
  for (let i = 0; i < 5; i += 1) readRequirements(text)
  const before = process.cpuUsage()
  for (let i = 0; i < 5; i += 1) readRequirements(text)
  expect(process.cpuUsage(before).user / 5_000).toBeLessThan(50)
})
