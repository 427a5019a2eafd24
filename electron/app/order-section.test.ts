import { describe, expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import type { Step } from '../../shared/records.ts'
import { section, state } from '../../shared/test-kit.ts'
import type { Change } from '../project/project.ts'
import { holdSection, redoSection, retrySection, wishForCandidates } from './order-section.ts'

const failed = (id: Step['id'], verb: Step['verb']): Step => ({
  id,
  verb,
  section: 'section:1',
  status: 'failed',
})
const draftFailed = failed('step:draft/1/1', 'draft')
const reviewFailed = failed('step:review/1.1.0/a', 'review')
const ended: Step = { ...draftFailed, status: 'ended' }
const held = section(1, { hold: true })

type Case = readonly [name: string, change: Change, expected: Change]
const cases: readonly Case[] = [
  [
    'redo asks for another take, with what the writer says of it',
    redoSection(state(section(1), ended), 'section:1', ' Shorter. '),
    { put: [section(1, { take: 2, note: 'Shorter.' })], remove: [] },
  ],
  [
    'redo without a note takes the old one away, ends a hold and clears failures',
    redoSection(state(section(1, { note: 'Old.', hold: true }), draftFailed), 'section:1', ''),
    { put: [section(1, { take: 2 })], remove: [draftFailed.id] },
  ],
  [
    'a fresh draft has no candidates yet',
    redoSection(state(section(1, { candidates: 3 }), ended), 'section:1', ''),
    { put: [section(1, { take: 2 })], remove: [] },
  ],
  [
    'candidates',
    wishForCandidates(state(section(1, { hold: true }), ended), 'section:1', 3),
    { put: [section(1, { candidates: 3 })] },
  ],
  [
    'more candidates',
    wishForCandidates(state(section(1, { candidates: 2 }), ended), 'section:1', 2),
    { put: [section(1, { candidates: 4 })] },
  ],
  ['hold', holdSection(state(section(1)), 'section:1'), { put: [held] }],
  ['retry ends a hold', retrySection(state(held, ended), 'section:1'), { put: [section(1)], remove: [] }],
  [
    'retry after a draft that failed is another take',
    retrySection(state(section(1, { note: 'Still.' }), draftFailed), 'section:1'),
    { put: [section(1, { note: 'Still.', take: 2 })], remove: [draftFailed.id] },
  ],
  [
    'retry after a review that failed lets it be tried again',
    retrySection(state(section(1), ended, reviewFailed), 'section:1'),
    { put: [section(1)], remove: [reviewFailed.id] },
  ],
]

describe('orders for one section', () => {
  test.each(cases)('%s', (_, change, expected) => {
    expect(change).toEqual(expected)
  })

  test('a section that holds no text, or is gone, takes none', () => {
    const parent = state(section(1), section(2, { parent: 'section:1' }))
    expect(() => holdSection(parent, 'section:1')).toThrow(AppError)
    expect(() => redoSection(parent, 'section:9', '')).toThrow(AppError)
  })
})
