import { describe, expect, test } from 'vitest'
import type { AnyRecord, Brief } from '../records.ts'
import { brief, draft, plan, run, section, state } from '../test-kit.ts'
import { hashOf } from '../text/hash.ts'
import { agenda } from './agenda.ts'
import { understandStep } from './steps.ts'

const step = (id: string): AnyRecord => ({ id: `step:${id}`, verb: 'plan', section: null, status: 'ended' })
const units = (count: number, some: Partial<Brief> = {}): AnyRecord =>
  brief({ text: '', units: { label: 'Day', count }, ...some })
const sections = (from: number, to: number): readonly AnyRecord[] =>
  Array.from({ length: to - from + 1 }, (_, i) => section(from + i, { words: 400 }))

const asked = (...records: readonly AnyRecord[]): readonly string[] => {
  const all = agenda(state(...records)).map((work) =>
    work.step.replace(/^step:(.*?)(?:\/[0-9a-f]{16})?$/u, '$1'),
  )
  return all.length > 3 ? [...all.slice(0, 2), `${all.length - 3} more`, ...all.slice(-1)] : all
}

describe('a plan is made batch by batch, and drafted ahead where the run needs no yes', () => {
  const first = [step('plan/1'), ...sections(1, 30)]
  const both = [...first, step('plan/check/1'), step('plan/31'), ...sections(31, 40)]
  test.each<readonly [string, readonly AnyRecord[], readonly string[]]>([
    ['nothing yet', [units(40)], ['plan/1']],
    ['the first batch came', [units(40), ...first], ['plan/check/1']],
    [
      'it was checked',
      [units(40), ...first, step('plan/check/1')],
      ['plan/31', 'draft/1/1', '27 more', 'draft/29/1'],
    ],
    [
      'what was drafted goes on',
      [units(40), ...first, step('plan/check/1'), step('draft/1/1'), draft(1)],
      ['plan/31', 'review/1.1.0', '27 more', 'draft/29/1'],
    ],
    [
      'the second came: its sections wait for its check',
      [units(40), ...both],
      ['plan/check/31', 'draft/1/1', '27 more', 'draft/29/1'],
    ],
    [
      'the plan stands',
      [units(40), ...both, step('plan/check/31'), plan()],
      ['draft/1/1', 'draft/2/1', '37 more', 'draft/40/1'],
    ],
    [
      'the writer is asked',
      [units(40), ...first, step('plan/check/1'), run(2, { approve: 'ask' })],
      ['plan/31'],
    ],
    ['one batch', [units(30), ...first], ['plan/check/1']],
    [
      'topics that are nowhere',
      [units(30, { text: '- The flood' }), step(`understand/${hashOf('- The flood')}`), ...first],
      ['plan/critique'],
    ],
    ['a free plan of two batches', [brief({ text: '', words: 24_000 }), ...first], ['plan/check/1']],
    [
      'a free plan is not drafted ahead',
      [brief({ text: '', words: 24_000 }), ...first, step('plan/check/1')],
      ['plan/31'],
    ],
  ])('%s', (_, records, expected) => {
    expect(asked(...records)).toEqual(expected)
  })
})

describe('what comes before all drafting', () => {
  const unread = { title: 'One', entry: '', share: 1, text: 'It rains.' }
  const own = draft(1, { author: 'writer', text: 'It rains.' })
  const order = {
    id: 'order:plan-1',
    kind: 'plan',
    section: 'section:2',
    sentence: '',
    places: [{ section: 'section:2', quote: '' }],
    advice: '',
    status: 'asked',
    by: 'writer',
    madeFrom: '',
    take: 1,
    at: 0,
  } as const satisfies AnyRecord
  test.each<readonly [string, readonly AnyRecord[], readonly string[]]>([
    ['a pattern is read', [brief({ text: '', pattern: [unread] })], ['plan/learn']],
    [
      'one that was read is not',
      [brief({ text: '', pattern: [{ ...unread, text: undefined }] })],
      ['plan/1'],
    ],
    [
      'what a text of the writer’s says',
      [plan(), section(1, { intent: '' }), own, section(2)],
      ['plan/learn'],
    ],
    ['not while they write it', [plan(), section(1, { intent: '' }), { ...own, at: 5_000 }], []],
    ['not of one on hold', [plan(), section(1, { intent: '', hold: true }), own], []],
    ['sections are planned anew', [plan(), section(1), section(2), order], ['plan/anew/plan-1/1/1']],
    [
      'also where the plan waits',
      [plan({ status: 'proposed' }), section(2), order],
      ['plan/anew/plan-1/1/1'],
    ],
    ['not once that is done', [plan(), section(2), { ...order, status: 'ended' }], ['draft/2/1']],
  ])('%s', (_, records, expected) => {
    expect(asked(...records)).toEqual(expected)
  })
})

test('a text is understood before it is planned', () => {
  expect(agenda(state(brief({ text: 'A ferry.' }))).map(({ step: id }) => id)).toEqual([
    understandStep(hashOf('A ferry.')),
  ])
})
