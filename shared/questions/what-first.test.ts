import { describe, expect, test } from 'vitest'
import type { Section } from '../records.ts'
import { draft, section, state } from '../test-kit.ts'
import type { Work } from './agenda.ts'
import { whatFirst } from './what-first.ts'

const work = (verb: 'draft' | 'review' | 'revise' | 'remember', of: Section): Work => {
  const base = { step: `step:${verb}/${of.id}`, section: of } as const
  switch (verb) {
    case 'draft':
      return { ...base, verb }
    case 'revise':
      return { ...base, verb, draft: draft(1), round: 1 }
    default:
      return { ...base, verb, draft: draft(1), hash: '' }
  }
}

const join: Work = { verb: 'join', step: 'step:join/1', joins: [] }
const understand: Work = { verb: 'understand', step: 'step:understand/1' }

const all = Array.from({ length: 9 }, (_, i) => section(i + 1))
const drafts = (count: number): readonly Work[] => all.slice(0, count).map((each) => work('draft', each))
const [eighth, ninth] = [section(8), section(9)]
const begun = [work('remember', eighth), work('review', ninth)]
const told = (open: readonly Work[], lanes: number, sections = all): string =>
  whatFirst(state(...sections), open, lanes)
    .map((each) => `${each.verb}${'section' in each ? each.section.order : ''}`)
    .join(' ')

describe('lanes take up', () => {
  test.each<readonly [string, readonly Work[], number, string]>([
    [
      'what finishes a section, while more than two sections a lane are left to begin',
      [...drafts(5), ...begun],
      2,
      'remember8 review9 draft1 draft2 draft3 draft4 draft5',
    ],
    [
      'then what has the longest way to go',
      [...begun, work('revise', section(7)), ...drafts(4)],
      2,
      'draft1 draft2 draft3 draft4 revise7 review9 remember8',
    ],
    ['joins last', [join, ...begun], 2, 'review9 remember8 join'],
    ['what everything waits for first', [join, ...drafts(1), understand], 1, 'understand draft1 join'],
  ])('%s', (_, open, lanes, order) => {
    expect(told(open, lanes)).toBe(order)
  })

  test('sections that others wait for, the longest chain first', () => {
    const chained = [
      section(1),
      section(2, { after: ['section:1'] }),
      section(3, { after: ['section:2'] }),
      section(4),
      section(5, { after: ['section:4'] }),
      section(6),
    ]
    const [first, , , fourth, , sixth] = chained
    const open = [sixth, fourth, first].flatMap((each) => (each ? [work('draft', each)] : []))
    expect(told(open, 1, chained)).toBe('draft1 draft4 draft6')
  })

  test('sections in a circle too', () => {
    const circle = [section(1, { after: ['section:2'] }), section(2, { after: ['section:1'] })]
    expect(
      told(
        circle.map((each) => work('draft', each)),
        1,
        circle,
      ),
    ).toMatch(/^draft\d draft\d$/u)
  })
})
