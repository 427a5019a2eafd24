import { describe, expect, test } from 'vitest'
import type { AnyRecord } from '../records.ts'
import { brief, draft, plan, section, state } from '../test-kit.ts'
import { hashOf } from '../text/hash.ts'
import { agenda } from './agenda.ts'
import { understandStep } from './steps.ts'

const after = (n: number) => ({ after: [`section:${n}` as const] })
const held = { hold: true } as const

const asked = (...records: readonly AnyRecord[]): readonly string[] =>
  agenda(state(brief(), plan(), ...records)).map(({ step }) => step.replace(/\/[0-9a-f]{16}$/u, ''))

describe('sections on hold are left alone', () => {
  test.each<readonly [string, readonly AnyRecord[], readonly string[]]>([
    ['unwritten', [section(1, held), section(2)], ['step:draft/2/1']],
    ['written', [section(1, held), draft(1), section(2)], ['step:draft/2/1']],
    ['what comes after an unwritten one waits', [section(1, held), section(2, after(1))], []],
    ['by way of others too', [section(1, held), section(2, after(1)), section(3, after(2))], []],
    [
      'what comes after a written one does not',
      [section(1, held), draft(1), section(2, after(1))],
      ['step:draft/2/1'],
    ],
    [
      'a circle without it is still broken',
      [section(1, held), section(2, after(3)), section(3, after(2))],
      ['step:draft/2/1'],
    ],
    [
      'a circle that waits for it waits',
      [section(1, held), section(2, { after: ['section:3', 'section:1'] }), section(3, after(2))],
      [],
    ],
  ])('%s', (_, records, expected) => {
    expect(asked(...records)).toEqual(expected)
  })
})

describe('candidates that the writer wished for are written whatever stands', () => {
  const wished = section(1, { candidates: 2 })
  const written = { id: 'step:candidate/1/1/1', verb: 'draft', section: 'section:1' } as const
  test.each<readonly [string, readonly AnyRecord[], readonly string[]]>([
    ['beside the first draft', [wished], ['step:candidate/1/1/1', 'step:candidate/1/1/2', 'step:draft/1/1']],
    [
      'beside a text that stands, those that are not there yet',
      [wished, draft(1), { ...written, status: 'ended' }, section(2, held)],
      ['step:candidate/1/1/2', 'step:review/1.1.0'],
    ],
    [
      'one that failed is not tried again',
      [
        { ...wished, ...held, candidates: 1 },
        { ...written, status: 'failed' },
      ],
      [],
    ],
    ['not where the section is on hold', [{ ...wished, ...held }], []],
  ])('%s', (_, records, expected) => {
    expect(asked(...records)).toEqual(expected)
  })
})

describe('what the planner may propose is asked for before the plan, once for each text', () => {
  const work = (...records: readonly AnyRecord[]) => agenda(state(...records)).map(({ verb }) => verb)
  const done = (text: string, status: 'ended' | 'failed'): AnyRecord => ({
    id: understandStep(hashOf(text)),
    verb: 'understand',
    section: null,
    status,
  })
  test.each<readonly [string, readonly AnyRecord[], readonly string[]]>([
    ['a text', [brief({ text: 'A ferry.' })], ['understand']],
    ['no text', [brief({ text: ' \n' })], ['plan']],
    ['no brief', [], ['plan']],
    ['asked', [brief({ text: 'A ferry.' }), done('A ferry.', 'ended')], ['plan']],
    ['given up', [brief({ text: 'A ferry.' }), done('A ferry.', 'failed')], ['plan']],
    ['another text', [brief({ text: 'A bus.' }), done('A ferry.', 'ended')], ['understand']],
    ['a plan', [brief({ text: 'A ferry.' }), plan({ status: 'proposed' })], []],
  ])('%s', (_, records, expected) => {
    expect(work(...records)).toEqual(expected)
  })
})
