import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEvent, stateOf, recordsOf, type ProjectState } from '../project-state.ts'
import type { AnyRecord, Constraint, Draft, Review } from '../records.ts'
import { brief, constraint, draft, say, section, state } from '../test-kit.ts'
import { cellNames, constraintMatrix, verdictAt, type ConstraintMatrix } from './constraint-matrix.ts'
import { dutyVerdicts, reviewHash } from './verdicts.ts'

const signs = '.o+x?'

/** The weave as text: `.` empty, `o` owed, `+` kept, `x` broken, `?` unsure; behind the bar, the whole work. */
const drawn = ({ rows }: ConstraintMatrix): readonly string[] =>
  rows.map(({ constraint: { id }, cells, whole }) => {
    const row = Array.from(cells, (code) => signs[code]).join('')
    return `${id.slice('constraint:'.length)} ${row}${whole === 'empty' ? '' : `|${signs[cellNames.indexOf(whole)]}`}`
  })

const avoid = (text: string): Constraint =>
  constraint(text, { kind: 'avoids', params: { text } }, { where: 'document' })
const rule = (text: string, at: number): Constraint =>
  constraint(text, { kind: 'rule', params: { text } }, { where: 'once', at })
const long = constraint('long', { kind: 'length', params: { min: 4 } }, { where: 'document' })
const four = [1, 2, 3, 4].map((n) => section(n))

const review = (
  before: ProjectState,
  of: Draft,
  id: Constraint['id'],
  verdict: 'kept' | 'broken',
): Review => ({
  id: `review:${of.id.slice('draft:'.length)}`,
  draft: of.id,
  section: of.section,
  madeFrom: reviewHash(before, of),
  findings: [{ constraint: id, verdict, quote: 'Text', advice: 'Mend it.', by: 'model' }],
})

const tide = say('tide', { where: 'every', n: 2, from: 1 })

test.each<readonly [string, readonly AnyRecord[], readonly string[]]>([
  ['nothing', [], []],
  ['units of the brief', [brief({ units: { label: 'Week', count: 5 } }), tide], ['tide o.o.o']],
  ['no units but a reach', [brief(), say('tide', { where: 'once', at: 3 })], ['tide ..o']],
  ['a plan', [...four, tide], ['tide o.o.']],
  ['a text that keeps it', [...four, tide, draft(1, { text: 'The tide.' })], ['tide +.o.']],
  ['a text that breaks it', [...four, tide, draft(3)], ['tide o.x.']],
  ['what every section avoids', [...four, avoid('sea'), draft(2, { text: 'The sea.' })], ['sea oxoo']],
  ['what a reader must judge', [...four, rule('Be kind.', 2), draft(2)], ['Be kind. .o..']],
  ['a muted one', [...four, { ...tide, muted: true }], []],
  ['one that finds no section', [...four, say('tide', { where: 'once', at: 9 })], ['tide ....|o']],
  ['the whole', [section(1), long, draft(1, { text: 'Only three words.' })], ['long .|x']],
  [
    'said once, where it was not looked for',
    [...four, say('tide', { where: 'document' }), draft(1), draft(3, { text: 'The tide.' })],
    ['tide ..+.'],
  ],
  [
    'a draft that failed',
    [...four, tide, { id: 'step:draft/1/1', verb: 'draft', section: 'section:1', status: 'failed' }],
    ['tide x.o.'],
  ],
])('%s', (_, records, expected) => {
  expect(drawn(constraintMatrix(state(...records)))).toEqual(expected)
})

test('columns carry the part they stand under, and totals add up', () => {
  const part = section(9, { id: 'section:part', title: 'Part one', unit: null })
  const under = section(1, { parent: part.id })
  const { columns, tally } = constraintMatrix(state(part, under, tide))
  expect({ columns, tally }).toEqual({
    columns: [{ section: 'section:1', unit: 1, title: 'Chapter 1', part: 'Part one' }],
    tally: { owed: 1, kept: 0, broken: 0, unsure: 0 },
  })
})

test('one review changes one row, and nothing is lost of what its cell rests on', () => {
  const asks = rule('Be kind.', 2)
  const text = draft(2)
  const before = state(...four, tide, asks, avoid('sea'), text)
  const first = constraintMatrix(before)
  const put = [review(before, text, asks.id, 'broken')]
  const after = applyEvent(before, { type: 'change', seq: 1, put, remove: [] })
  const next = constraintMatrix(after)
  expect(next.rows.map((row, i) => row === first.rows[i])).toEqual([true, false, true])
  expect(verdictAt(after, next.rows[1]!, 1)).toMatchObject({
    verdict: 'broken',
    quote: 'Text',
    advice: 'Mend it.',
  })
  expect(verdictAt(after, next.rows[1]!, 0)).toBeNull()
})

const rows = [tide, rule('Be kind.', 2), avoid('sea'), say('salt', { where: 'document' }), long] as const
const change = fc.oneof(
  fc.record({
    n: fc.integer({ min: 1, max: 4 }),
    text: fc.constantFrom('The tide.', 'The sea and salt.', 'Salt.', 'Nothing at all to see here.'),
  }),
  fc.record({
    n: fc.integer({ min: 1, max: 4 }),
    verdict: fc.constantFrom('kept' as const, 'broken' as const),
  }),
  fc.record({ n: fc.integer({ min: 1, max: 4 }) }),
)

test('whatever comes, the rows woven on are those woven anew, and as many stand so as the duties do', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      let now = state(...four, ...rows)
      for (const each of changes) {
        const of = now.draft.get(`draft:${each.n}.1.0`)
        const put =
          'text' in each
            ? [draft(each.n, { text: each.text })]
            : 'verdict' in each && of
              ? [review(now, of, rows[1].id, each.verdict)]
              : []
        const remove = put.length > 0 ? [] : [`draft:${each.n}.1.0`]
        now = applyEvent(now, { type: 'change', seq: now.seq + 1, put, remove })
        constraintMatrix(now)
      }
      const anew = stateOf(structuredClone(recordsOf(now)))
      expect(constraintMatrix(now)).toEqual(constraintMatrix(anew))
      const count = (name: string): number =>
        dutyVerdicts(now).filter(({ verdict }) => verdict === name).length
      const { owed, kept, broken, unsure } = constraintMatrix(now).tally
      expect([owed, kept, broken, unsure]).toEqual(['owed', 'kept', 'broken', 'unsure'].map(count))
    }),
    { numRuns: 60 },
  )
})
