import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { recordsOf, type ProjectState } from '../../shared/project-state.ts'
import { desk } from '../../shared/questions/drafts.ts'
import type { AnyRecord, Memory, Review, Section } from '../../shared/records.ts'
import { inverseChange, type SectionChange } from '../../shared/section-change.ts'
import { draft, plan, run, section } from '../../shared/test-kit.ts'
import { createProject, openProject, type OpenProject } from '../project/project.ts'
import { changeSections } from './change-sections.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-sections-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const clock = { now: () => 1 }
let count = 0
const projectOf = (records: readonly AnyRecord[]): OpenProject =>
  createProject(join(folder, `${(count += 1)}.longhand`), records, clock)

const review = (n: number): Review => ({
  id: `review:${n}.1.0`,
  draft: `draft:${n}.1.0`,
  section: `section:${n}`,
  madeFrom: 'hash',
  findings: [],
})

const memory = (n: number, item: string, madeFrom: string): Memory => ({
  id: `memory:${n}/${item}`,
  section: `section:${n}`,
  about: item === 'summary' ? 'summary' : 'term',
  name: 'Name',
  fact: 'Fact.',
  madeFrom,
})

const step = { id: 'step:plan/check', verb: 'plan', section: null, status: 'ended' } as const

const whole = (n: number): readonly AnyRecord[] => [
  section(n),
  draft(n),
  draft(n, { id: `draft:${n}.2.0`, standing: 'proposal', text: `Offered ${n}.` }),
  review(n),
  memory(n, 'summary', 'new'),
  memory(n, '1', 'new'),
]

/** What a state holds, whatever the order in which it came. */
const held = (state: ProjectState) => new Map(recordsOf(state).map((record) => [record.id, record]))

const act = (project: OpenProject, change: SectionChange): void =>
  project.put(changeSections(project, change))

describe('sections are changed', () => {
  test('what is removed leaves with all that is its own, and comes back with it', () => {
    const project = projectOf([plan(), step, ...whole(1), ...whole(2), run(1)])
    project.put({
      shelve: [
        draft(1, { id: 'draft:1.0', standing: 'superseded', text: 'Old.' }),
        memory(1, '7', 'old'),
        review(9),
      ],
    })
    const before = held(project.state())
    act(project, { put: [], remove: ['section:1'] })
    expect(held(project.state())).toEqual(
      new Map([...before].filter(([id]) => !/^(?:section|draft|review|memory):1(?:\b|$)/u.test(id))),
    )
    act(project, { put: [section(1, { title: 'Again' })], remove: [] })
    expect(held(project.state())).toEqual(before.set('section:1', section(1, { title: 'Again' })))
    project.close()
  })

  test('an outline made by hand has a plan to say yes to, as long as it has sections', () => {
    const project = projectOf([run(1)])
    act(project, { put: [section(1)], remove: [] })
    expect(project.state().plan.get('plan:self')?.status).toBe('proposed')
    project.put({ put: [plan({ status: 'approved', madeFrom: 'x' })] })
    act(project, { put: [], remove: ['section:1'] })
    expect(project.state().plan.size).toBe(0)
    act(project, { put: [section(1)], remove: [] })
    expect(project.state().plan.get('plan:self')).toEqual(plan({ madeFrom: 'x' }))
    project.close()
  })

  test.each<readonly [string, Section]>([
    ['below a section that holds text', section(3, { parent: 'section:1' })],
    ['below itself', section(1, { parent: 'section:1' })],
    ['in a circle', section(2, { parent: 'section:4' })],
  ])('none can stand %s', (_, put) => {
    const project = projectOf([...whole(1), section(2), section(4, { parent: 'section:2' })])
    const before = held(project.state())
    expect(() => act(project, { put: [put], remove: [] })).toThrow(AppError)
    expect(held(project.state())).toEqual(before)
    project.close()
  })
})

const number = fc.integer({ min: 1, max: 5 })
const aSection = fc
  .record({ n: number, parent: fc.option(number, { freq: 1 }), order: fc.nat(4), take: fc.constant(1) })
  .map(({ n, parent, order, take }) =>
    section(n, { parent: parent === null ? null : `section:${parent}`, order, take }),
  )
const aChange: fc.Arbitrary<SectionChange> = fc.record({
  put: fc.uniqueArray(aSection, { maxLength: 3, selector: ({ id }) => id }),
  remove: fc.uniqueArray(
    number.map((n): Section['id'] => `section:${n}`),
    { maxLength: 3 },
  ),
})

test('law: a change and its inverse lead back to the same state, on the disk too, and no text is lost', () => {
  const there = fc.tuple(fc.boolean(), fc.uniqueArray(number, { maxLength: 4 }))
  const holds = fc.property(
    there,
    fc.array(aChange, { minLength: 1, maxLength: 6 }),
    ([planned, numbers], changes) => {
      const texts = numbers.flatMap(whole)
      const byHand = numbers.length > 0 ? [plan()] : []
      let project = projectOf([...(planned ? [plan(), step] : byHand), ...texts])
      for (const change of changes) {
        const before = project.state()
        try {
          act(project, change)
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
          continue
        }
        act(project, inverseChange(before, change))
        expect(held(project.state())).toEqual(held(before))
        act(project, change)
      }
      const state = held(project.state())
      project.close()
      project = openProject(project.path, clock)
      expect(held(project.state())).toEqual(state)
      expect(numbers.map((n) => project.shelf(`draft:${n}.1.0`))).toEqual(numbers.map((n) => draft(n)))
      const lost = numbers.filter((n) => {
        const now = project.state()
        return now.section.has(`section:${n}`) && desk(now, `section:${n}`).current?.text !== `Text ${n}.`
      })
      expect(lost).toEqual([])
      project.close()
    },
  )
  fc.assert(holds, { numRuns: 40 })
})
