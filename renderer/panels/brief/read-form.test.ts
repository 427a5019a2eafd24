import { expect, test } from 'vitest'
import { settleConstraints } from '../../../shared/settle-constraints.ts'
import { readBrief } from '../../../shared/brief.ts'
import type { Brief } from '../../../shared/records.ts'
import { brief, say } from '../../../shared/test-kit.ts'
import { sourceOf, type BriefForm } from './brief-editing.ts'
import { readForm, withText } from './read-form.ts'
import { isRow, withRows } from './requirement-rows.tsx'

const text = '  Write a diary of 12 weeks. Every 3 weeks starting from week 2, mention the "choir".'
const form: BriefForm = { brief: brief({ text }), rows: [] }
const { constraints } = readBrief(sourceOf(form))
const choir = constraints.find(({ origin }) => origin.quote.includes('choir'))

test('chips are what the host will make of the brief, each with its words in the text as it was typed', () => {
  const reading = readForm(form, [])
  const words = reading?.chips.map(({ constraint, at }) => [constraint.id, at && text.slice(at.from, at.to)])
  expect(words).toContainEqual([choir?.id, choir?.origin.quote])
  expect(reading?.units?.count).toBe(12)
})

test('what the writer mended or muted stays so while its words stand', () => {
  if (!choir) throw new Error('the choir was not read')
  const mended = { ...choir, placement: { where: 'once', at: 5 } as const, mended: true, confirmed: true }
  const before = settleConstraints([mended], constraints, text.trim())
  const reading = readForm(form, before)
  expect(reading?.chips.map(({ constraint }) => constraint.placement)).toContainEqual({
    where: 'once',
    at: 5,
  })
  const gone = readForm({ ...form, brief: brief({ text: 'Write a diary of 12 weeks.' }) }, before)
  expect(gone?.chips.some(({ constraint }) => constraint.demand.kind === choir.demand.kind)).toBe(false)
})

test('numbers that came from the text go with it, those from the fields stay', () => {
  const { units } = readBrief(sourceOf(form)).brief
  if (!units) throw new Error('no units were read')
  const without = (saved: Brief) => {
    const reading = readForm({ brief: saved, rows: [] }, [])
    return reading && withText(saved, 'Write a diary.', reading).units
  }
  expect(without(brief({ text, units }))).toBeUndefined()
  expect(without(brief({ text, units: { ...units, count: 14 } }))).toEqual({ label: units.label, count: 14 })
})

test('rows are changed without moving what is no row', () => {
  const [a, b] = [say('a', { where: 'each' }), say('b', { where: 'each' })]
  const read = { ...say('c', { where: 'each' }), origin: { from: 'brief', quote: 'say c' } as const }
  expect([a, read].map(isRow)).toEqual([true, false])
  expect(withRows([a, read], [b, a])).toEqual([b, read, a])
  expect(withRows([read, a], [])).toEqual([read])
})
