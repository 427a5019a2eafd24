import { expect, test } from 'vitest'
import type { Demand } from '../constraints/demand.ts'
import { applyEvent } from '../project-state.ts'
import type { Constraint } from '../records.ts'
import { constraint, draft, say, section, state } from '../test-kit.ts'
import { dutyVerdicts, readersDuties, verdictsOn } from './verdicts.ts'

const length = (params: { readonly min?: number; readonly max?: number }) =>
  constraint('length', { kind: 'length', params }, { where: 'each' })
const rule = (text: string) =>
  constraint('rule', { kind: 'rule', params: { text } } satisfies Demand, { where: 'each' })

test.each([
  ['Aim for between 2 and 4 words per menu.', { min: 2, max: 4 }, 'kept'],
  ['Aim for between 3 and 4 words per menu.', { min: 3, max: 4 }, 'broken'],
  ['Each has at least 2 words.', { min: 2 }, 'kept'],
  ['Each has at least 2 words.', { min: 2, max: 4 }, null],
  ['No sentence has more than 4 words.', { max: 4 }, null],
  ['Offer at least 2 desserts.', { min: 2 }, null],
  ['Be brief.', { min: 2 }, null],
])('a rule that repeats a length is measured, and not put to a reader: %s', (text, params, verdict) => {
  const text1 = draft(1, { text: 'Two words.' })
  const here = state(section(1), length(params), rule(text), text1)
  expect(readersDuties(here, text1).length).toBe(verdict === null ? 1 : 0)
  expect(verdictsOn(here, text1)[1]?.verdict).toBe(verdict ?? 'owed')
})

const sections = [section(1), section(2), section(3)] as const
const whole = { where: 'document' } as const
const repeats = (min: number) =>
  constraint('repeats', { kind: 'repeats', params: { text: 'the bell', min } }, whole)
const words = (min: number) => constraint('words', { kind: 'length', params: { min } }, whole)

test.each<readonly [string, Constraint, readonly [string, string, string], string]>([
  ['said nowhere', say('the bell', whole), ['One.', 'Two.', 'Three.'], 'broken'],
  ['said in the first', say('the bell', whole), ['Hear *the bell*.', 'Two.', 'Three.'], 'kept'],
  ['said in the last', say('the bell', whole), ['One.', 'Two.', 'Hear the **bell**.'], 'kept'],
  ['said as often as asked', repeats(2), ['The bell.', 'Two.', '“The *bell*!”'], 'kept'],
  ['said less often', repeats(3), ['The bell.', 'Two.', 'The bell.'], 'broken'],
  ['an open fence ends with its section', repeats(2), ['The bell.\n\n```\nx', 'Two.', 'The bell.'], 'kept'],
  ['long enough together', words(4), ['One.', '[Two](https://a.example/b) more.', 'Three.'], 'kept'],
  ['too short together', words(5), ['One.', '[Two](https://a.example/b) more.', 'Three.'], 'broken'],
])('what is asked of the whole: %s', (_, asked, texts, verdict) => {
  const here = state(...sections, asked, ...texts.map((text, i) => draft(i + 1, { text })))
  expect(dutyVerdicts(here).map((each) => each.verdict)).toEqual([verdict])
})

test('what may stand anywhere is looked for again only in a text that changed', () => {
  let reads = 0
  const counted = (n: number) => ({
    ...draft(n),
    get text() {
      reads += 1
      return `Text ${n}.`
    },
  })
  const before = state(...sections, say('the bell', whole), counted(1), draft(2), counted(3))
  const verdictAfter = (text: string) => {
    const change = { type: 'change', seq: 1, put: [draft(2, { text })], remove: [] } as const
    return dutyVerdicts(applyEvent(before, change)).map(({ verdict }) => verdict)
  }
  expect(dutyVerdicts(before).map(({ verdict }) => verdict)).toEqual(['broken'])
  expect(reads).toBeGreaterThan(0)
  reads = 0
  expect(['No bell.', 'The bell.', 'A bell.'].map(verdictAfter)).toEqual([['broken'], ['kept'], ['broken']])
  expect(reads).toBe(0)
})
