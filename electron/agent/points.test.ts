import { describe, expect, test } from 'vitest'
import type { AnyRecord, Finding, Memory, Reference } from '../../shared/records.ts'
import { brief, constraint, draft, section, state } from '../../shared/test-kit.ts'
import { pointsOf } from './points.ts'

const rule = constraint('rule', { kind: 'rule', params: { text: 'Speak of the sea.' } }, { where: 'each' })
const text = draft(2, { text: 'The sea was “grey” — and loud. In 1998 the pier fell.', section: 'section:2' })
const second = section(2, { after: ['section:1'], intent: 'Tells of the pier.' })

const pointsIn = (...records: readonly AnyRecord[]) =>
  pointsOf(state(brief({ form: 'novel' }), section(1), second, rule, text, ...records), second, text)

const said = (point: number, verdict: Finding['verdict'], quote = '', advice = '') => ({
  point,
  verdict,
  quote,
  advice,
})
const short = ({ constraint: of, fault, verdict, quote }: Finding): string =>
  [of ?? fault ?? '', verdict, ...(quote ? [quote] : [])].join(' | ')

describe('a verdict stands on words of the text', () => {
  test.each([
    ['word for word', said(2, 'kept', 'The sea was'), 'kept | The sea was'],
    ['in other typography', said(2, 'kept', 'was "grey" - and  loud'), 'kept | was “grey” — and loud'],
    ['none', said(2, 'kept'), 'unsure'],
    ['words that are not there', said(2, 'kept', 'The sea is'), 'unsure'],
    ['in other letter case', said(2, 'kept', 'the sea was'), 'unsure'],
    ['with words left out', said(2, 'kept', 'The sea … loud'), 'unsure'],
    ['broken needs none', said(2, 'broken'), 'broken'],
  ])('%s', (_, answer, expected) => {
    const { findings } = pointsIn()
    expect(findings([said(1, 'kept', 'the pier fell'), answer]).map(short)).toEqual([
      `constraint:rule | ${expected}`,
    ])
  })

  test('where no verdict came, duties are unsure', () => {
    expect(pointsIn().findings(null).map(short)).toEqual(['constraint:rule | unsure'])
  })

  test('what the plan wants is always asked, and is a fault of its own where it is not done', () => {
    const { asked, findings } = pointsIn()
    expect(asked).toEqual(['It does what was planned: Tells of the pier.', 'Keep to: Speak of the sea.'])
    expect(findings([said(1, 'broken', 'the pier fell'), said(2, 'kept', 'sea')]).map(short)).toEqual([
      'It does not do what its plan entry says. | broken | the pier fell',
      'constraint:rule | kept | sea',
    ])
  })
})

const fact: Memory = {
  id: 'memory:1/a',
  section: 'section:1',
  about: 'place',
  name: 'pier',
  fact: 'fell in 1997',
  madeFrom: '',
}

test('what is known of the things a text names is held against it', () => {
  const { asked, findings } = pointsIn(fact)
  const rest = [said(1, 'kept', 'pier'), said(2, 'kept', 'sea')]
  const of = (verdict: Finding['verdict'], quote: string) =>
    findings([...rest, said(3, verdict, quote)])
      .slice(1)
      .map(short)
  expect(asked[2]).toBe('It contradicts none of these: “pier: fell in 1997”')
  expect(of('kept', '')).toEqual([])
  expect(of('broken', 'In 1998 the pier fell')).toEqual([
    'It contradicts what holds from before. | broken | In 1998 the pier fell',
  ])
  expect(of('broken', 'nowhere')).toEqual(['It contradicts what holds from before. | unsure'])
  expect(pointsIn({ ...fact, name: 'church' }).asked.length).toBe(2)
})

const reference: Reference = {
  id: 'reference:a',
  key: 'a',
  title: 'A',
  source: '',
  csl: {},
  passages: 1,
  hash: '',
  at: 0,
}
const claim = 'It claims what only a source can bear out, and names none.'

describe('claims without a source', () => {
  test('are no matter in a novel, and unsure in a report', () => {
    expect(pointsIn().findings([]).map(short)).toEqual(['constraint:rule | unsure'])
    const { asked, findings } = pointsIn(brief({ form: 'report' }))
    expect([asked.length, findings([]).map(short).at(-1)]).toEqual([
      2,
      `${claim} | unsure | In 1998 the pier fell.`,
    ])
  })

  test('are put to the reader where there is something to cite', () => {
    const { asked, findings } = pointsIn(reference)
    const of = (verdict: Finding['verdict']) =>
      findings([said(3, verdict)])
        .map(short)
        .at(-1)
    expect(asked[2]).toBe('None of these needs a source that it does not name: “In 1998 the pier fell.”')
    expect([of('kept'), of('broken'), of('unsure')]).toEqual([
      'constraint:rule | unsure',
      `${claim} | broken | In 1998 the pier fell.`,
      `${claim} | unsure | In 1998 the pier fell.`,
    ])
  })
})
