import { describe, expect, test } from 'vitest'
import { section } from '../test-kit.ts'
import { isLead, withLeadLast } from './lead.ts'

describe('a lead is known by its title or by its entry', () => {
  test.each<readonly [string, string, string, boolean]>([
    ['Abstract', '', 'report', true],
    ['1. Executive Summary', '', 'report', true],
    ['The summary', '', 'white paper', true],
    ['Zusammenfassung', '', 'Bericht', true],
    ['摘要', '', '报告', true],
    ['一、内容提要', '', '报告', true],
    ['In short', 'Sums up the whole report for the council.', 'report', true],
    ['First things', 'A summary of all sections in 200 words.', 'report', true],
    ['总览', '概括全文的主要结论。', '报告', true],
    ['Summary', '', 'novel', false],
    ['摘要', '', '小说', false],
    ['A summary dismissal', 'Tells how he was dismissed.', 'report', false],
    ['The flood', 'Tells of the flood of 1953.', 'report', false],
  ])('%s · %s · %s', (title, intent, form, expected) => {
    expect(isLead({ title, intent }, form)).toBe(expected)
  })
})

describe('a lead is written last', () => {
  const lead = section(1, { title: 'Abstract' })
  const after = (n: number, ...ids: readonly number[]) =>
    section(n, { after: ids.map((id) => `section:${id}` as const) })
  test('after all others, none of which waits for it', () => {
    expect(withLeadLast([lead, after(2), after(3, 1, 2)], 'report')).toEqual([
      { ...lead, after: ['section:2', 'section:3'] },
      after(2),
      after(3, 2),
    ])
  })

  test.each([
    ['none', [section(1), section(2)]],
    ['nothing else', [lead]],
  ])('where there is %s all stays', (_, sections) => {
    expect(withLeadLast(sections, 'report')).toEqual(sections)
  })
})
