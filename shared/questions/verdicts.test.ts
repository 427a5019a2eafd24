import { expect, test } from 'vitest'
import type { Demand } from '../constraints/demand.ts'
import { constraint, draft, section, state } from '../test-kit.ts'
import { readersDuties, verdictsOn } from './verdicts.ts'

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
