import { describe, expect, test } from 'vitest'
import { applyEvent, emptyState, type ProjectState } from '../../../shared/project-state.ts'
import { news } from './news.ts'
import { picture } from './picture.ts'
import { render } from './spans.ts'
import { draft, drafted, plan, put, reviewed, run, section, tide } from './testing/records.ts'

const plain = { colour: false }
const told = (before: ProjectState, after: ProjectState) =>
  news(before, after).map((line) => render(line, plain))
const drawn = (state: ProjectState, rows = 24) =>
  picture(state, 1_000, rows).map((line) => render(line, plain))

const sections = put(emptyState(), tide, section(1), section(2))
const planned = put(sections, plan)
const good = draft(1, 'The tide came in.')
const bad = draft(2, 'Nothing came.')
const written = put(planned, good, drafted(1), bad, drafted(2))
const judged = reviewed(reviewed(written, good), bad)
const better = draft(2, 'Then the tide came.', { round: 1, parent: 'draft:2.0' })
const mended = reviewed(
  put(applyEvent(judged, { type: 'change', seq: 9, put: [], remove: [bad.id] }), better),
  better,
)
const candidate = draft(2, 'No better.', { round: 1, parent: 'draft:2.0', standing: 'candidate' })
const tried = put(judged, candidate)
const dropped = applyEvent(tried, { type: 'change', seq: 9, put: [], remove: [candidate.id] })
const failed = put(planned, drafted(1, { code: 'reply-empty', sentence: 'The model said nothing.' }))
const streaming = applyEvent(put(planned, draft(1, '', { standing: 'streaming' })), {
  type: 'text',
  seq: 9,
  parts: [{ draft: 'draft:1.0', at: 0, text: 'The tide' }],
})

const clash = { code: 'brief-conflict', sentence: 'Left out: “no bell”' } as const

describe('news', () => {
  const cases: readonly (readonly [string, ProjectState, ProjectState, readonly string[]])[] = [
    ['nothing', planned, planned, []],
    [
      'a proposal and what was left out',
      sections,
      put(
        sections,
        { ...tide, id: 'constraint:bell', origin: { from: 'model', quote: 'a bell' }, confirmed: false },
        { id: 'step:understand/1', verb: 'understand', section: null, status: 'ended', fault: clash },
      ),
      ['Proposed, every section: Say: "tide" (“a bell”)', clash.sentence],
    ],
    ['a plan', sections, planned, ['Planned 2 sections.', 'Two titles were alike.']],
    ['letters', planned, streaming, []],
    // What code alone knows to be broken is told at once: it is mended before it is read.
    [
      'drafts',
      planned,
      written,
      ['Week 1  drafted, 4 words', 'Week 2  drafted, 2 words', 'Week 2  1 broken'],
    ],
    ['verdicts', written, judged, ['Week 1  1 kept']],
    ['a revision', judged, mended, ['Week 2  revised (round 1), 1 kept']],
    [
      'all at once',
      planned,
      mended,
      ['Week 1  drafted, 4 words', 'Week 1  1 kept', 'Week 2  revised (round 1), 1 kept'],
    ],
    ['a candidate', judged, tried, []],
    [
      'a candidate that is dropped',
      tried,
      dropped,
      ['Week 2  a revision (round 1) was dropped: it was no better'],
    ],
    ['a failure', planned, failed, ['Week 1  failed: The model said nothing.']],
    ['an old failure', failed, put(failed, run({})), []],
  ]
  test.each(cases)('%s', (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected)
  })

  test('a wait, once', () => {
    const reason = { code: 'model-busy', sentence: 'The server is busy.' } as const
    const waiting = put(planned, run({ status: 'waiting', until: 61_000, reason }))
    expect(told(planned, waiting)).toEqual([
      expect.stringMatching(/^Waiting until \d\d:\d\d:\d\d: The server is busy\.$/),
    ])
    expect(told(waiting, put(waiting, drafted(1)))).toEqual([])
    expect(drawn(waiting)).toContain('Going on in 60 s: The server is busy.')
  })
})

describe('the picture', () => {
  const cases: readonly (readonly [string, ProjectState, readonly string[]])[] = [
    ['an empty project', emptyState(), ['Planning...']],
    [
      'half a plan',
      sections,
      [
        'Week 1  planned, 5 words wanted',
        'Week 2  planned, 5 words wanted',
        'Planning, 2 sections so far...',
        '0 of 2 sections settled, 0 of 10 words, 0 kept, 0 calls',
      ],
    ],
    [
      'letters',
      streaming,
      [
        'Week 1  drafting, 2 words so far',
        'Week 2  planned, 5 words wanted',
        '0 of 2 sections settled, 0 of 10 words, 0 kept, 0 calls',
      ],
    ],
    [
      'drafts',
      written,
      [
        'Week 1  drafted, 4 words, under review',
        'Week 2  2 words, 1 broken, being revised',
        '0 of 2 sections settled, 6 of 10 words, 1 kept, 1 broken, 0 calls',
      ],
    ],
    [
      'verdicts',
      judged,
      [
        'Week 1  4 words, 1 kept',
        'Week 2  2 words, 1 broken, being revised',
        '1 of 2 sections settled, 6 of 10 words, 1 kept, 1 broken, 0 calls',
      ],
    ],
    [
      'a revision',
      mended,
      [
        'Week 1  4 words, 1 kept',
        'Week 2  4 words, 1 kept, revised',
        '2 of 2 sections settled, 8 of 10 words, 2 kept, 0 calls',
      ],
    ],
    [
      'a failure',
      failed,
      [
        'Week 1  failed: nothing could be written',
        'Week 2  planned, 5 words wanted',
        '0 of 2 sections settled, 0 of 10 words, 1 broken, 0 calls',
      ],
    ],
  ]
  test.each(cases)('%s', (_, state, expected) => {
    expect(drawn(state)).toEqual(expected)
  })

  test('of 365 sections those in work are shown, in no more lines than the terminal has', () => {
    const year = Array.from({ length: 365 }, (_, i) => section(i + 1))
    const state = put(emptyState(), plan, ...year, draft(200, 'Some words.'), drafted(200))
    const titles = drawn(state, 6).map((line) => line.slice(0, 8).trim())
    expect(titles).toEqual(['Week 1', 'Week 2', 'Week 3', 'Week 200', '0 of 365'])
  })
})
