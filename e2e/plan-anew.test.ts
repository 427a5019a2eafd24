import { describe, expect, test } from 'vitest'
import { changeOrders } from '../electron/app/change-orders.ts'
import { learnPattern } from '../electron/app/learn-pattern.ts'
import { replanOrder } from '../electron/app/replan-sections.ts'
import type { OpenProject } from '../electron/project/project.ts'
import { practiceModel } from '../electron/providers/practice.ts'
import type { Model } from '../electron/providers/provider.ts'
import { desk } from '../shared/questions/drafts.ts'
import { leaves } from '../shared/questions/outline.ts'
import { runStatus } from '../shared/questions/progress.ts'
import type { Draft, Order, Section } from '../shared/records.ts'
import { plan, section } from '../shared/test-kit.ts'
import { inProject, runWith } from './in-project.ts'

const practice = practiceModel()

const days = (count: number): string => `---
units: { label: Day, count: ${count}, words: { min: 60, max: 80 } }
requirements:
  - { say: "low water", every: { n: 7, from: 3 } }
---
A diary of ${count} days on a ferry.`

/** Answers nothing that could be used when it is asked for a plan. */
const planless: Model = async function* (request, signal) {
  if (request.verb !== 'plan') {
    yield* practice(request, signal)
    return
  }
  yield { type: 'text', text: 'No.' }
  yield { type: 'end', finish: 'stop', usage: { input: 1, cached: 0, output: 1 } }
}

const written = (n: number, author: Draft['author']): Draft => ({
  id: `draft:${n}.x`,
  section: `section:${n}`,
  author,
  parent: null,
  root: `draft:${n}.x`,
  round: 0,
  edition: 1,
  standing: 'current',
  text: `Day ${n} was long.`,
  at: 0,
})

describe('sections planned anew', () => {
  const ask = (project: OpenProject, drafted = false): Order => {
    const order = replanOrder(project.state(), { section: null, note: 'Less rain.', drafted }, Date.now())
    project.put({ put: [order] })
    return order
  }
  const sections = ({ state }: OpenProject): readonly Section[] => leaves(state())

  test('change where there is no text, and nothing else does; the order leads back', async () => {
    await inProject(days(4), async (project) => {
      await runWith(project, practice, { approve: 'ask' })
      const before = sections(project)
      const held = before.map((each, i) => (i === 0 ? { ...each, hold: true } : each))
      project.put({ put: [...held, written(2, 'writer'), written(3, 'model')] })
      const order = ask(project)
      expect(order.places.map((place) => place.section)).toEqual(['section:4'])
      await runWith(project, practice, { approve: 'ask', scope: 'orders' })
      const after = sections(project)
      expect(after.slice(0, 3)).toEqual(held.slice(0, 3))
      expect(after[3]?.intent).not.toBe(before[3]?.intent)
      expect(after[3]).toMatchObject({ id: 'section:4', words: before[3]?.words, unit: 4, take: 1 })
      const done = project.state().order.get(order.id)
      expect([done?.status, done?.put, done?.undo]).toEqual([
        'ended',
        [after[3]],
        { put: [before[3]], remove: [] },
      ])
      if (!done) throw new Error('the order is gone')
      project.put(changeOrders(project, { put: [{ ...done, status: 'dropped' }], remove: [] }, 0))
      expect(sections(project)).toEqual(held)
    })
  })

  test('are proposed where a model’s text stands, if that is asked for', async () => {
    await inProject(days(3), async (project) => {
      await runWith(project, practice, { approve: 'ask' })
      project.put({ put: [written(1, 'writer'), written(2, 'model')] })
      const before = sections(project)
      const order = ask(project, true)
      expect(order.places.map((place) => place.section)).toEqual(['section:2', 'section:3'])
      await runWith(project, practice, { approve: 'ask', scope: 'orders' })
      expect(sections(project).slice(0, 2)).toEqual(before.slice(0, 2))
      const proposed = [...project.state().order.values()].filter(({ by }) => by === 'model')
      expect(proposed.map((each) => [each.kind, each.section, each.status, each.put?.length])).toEqual([
        ['plan', 'section:2', 'open', 1],
      ])
      const [proposal] = proposed
      if (!proposal) throw new Error('nothing was proposed')
      project.put(changeOrders(project, { put: [{ ...proposal, status: 'asked' }], remove: [] }, 0))
      expect(sections(project)[1]).toEqual(proposal.put?.[0])
    })
  })

  test('of a long plan batch by batch; all of it is taken back at once', async () => {
    await inProject(days(35), async (project) => {
      await runWith(project, practice, { approve: 'ask' })
      const before = sections(project)
      const order = ask(project)
      await runWith(project, practice, { approve: 'ask' })
      const after = sections(project)
      const done = project.state().order.get(order.id)
      const steps = [...project.state().step.keys()].filter((step) => step.startsWith('step:plan/anew/'))
      expect([steps.length, done?.status, done?.put]).toEqual([2, 'ended', after])
      expect(after.filter(({ intent }, i) => intent === before[i]?.intent)).toEqual([])
      if (done) project.put(changeOrders(project, { put: [{ ...done, status: 'dropped' }], remove: [] }, 0))
      expect(sections(project)).toEqual(before)
    })
  })

  test('the writer is asked again about a plan that was approved, where runs ask', async () => {
    await inProject(days(3), async (project) => {
      await runWith(project, practice, { approve: 'ask' })
      const [made] = project.state().plan.values()
      if (made) project.put({ put: [{ ...made, status: 'approved' }] })
      ask(project)
      await runWith(project, practice, { approve: 'ask' })
      expect([runStatus(project.state()), project.state().draft.size]).toEqual(['awaits-writer', 0])
    })
  })

  test('no usable answer leaves all as it was, and the order has failed', async () => {
    await inProject(days(3), async (project) => {
      await runWith(project, practice, { approve: 'ask' })
      const before = sections(project)
      const order = ask(project)
      await runWith(project, planless, { approve: 'ask' })
      expect([project.state().order.get(order.id)?.status, sections(project)]).toEqual(['failed', before])
    })
  })
})

describe('a plan learnt from a text', () => {
  const model = ['One', 'Two', 'Three', 'Four', 'Five']
    .map(
      (name, i) =>
        `## ${name}\n\nThe ferry ${name.toLowerCase()} leaves. ${'It rains again. '.repeat(20 + 10 * i)}`,
    )
    .join('\n\n')

  test('is a pattern for the plan: its proportions, and what each part does', async () => {
    await inProject('---\nwords: 2000\n---\nA story.', async (project) => {
      project.put({ put: [learnPattern(project.state(), model)] })
      const prompts: string[] = []
      const listening: Model = async function* (request, signal) {
        if (request.verb === 'plan') prompts.push(request.messages.map(({ text: said }) => said).join('\n'))
        yield* practice(request, signal)
      }
      await runWith(project, listening, { approve: 'ask' })
      const [brief] = project.state().brief.values()
      expect(brief?.pattern?.map(({ title, entry: does, text: unread }) => [title, does, unread])).toEqual(
        ['One', 'Two', 'Three', 'Four', 'Five'].map((name) => [
          name,
          `The ferry ${name.toLowerCase()} leaves.`,
          undefined,
        ]),
      )
      expect(prompts.at(-1)).toContain('# Pattern\n')
      const words = leaves(project.state()).map((each) => each.words)
      expect(words.length).toBe(5)
      expect(words).toEqual(words.toSorted((a, b) => a - b))
    })
  })

  test('fills in what sections with a text of the writer’s say, and nothing else', async () => {
    await inProject('A story.', async (project) => {
      const own = ['', 'Mine.', ''].map((intent, i) =>
        section(i + 1, { title: `T${i + 1}`, intent, unit: null }),
      )
      project.put({ put: [plan(), ...own, written(1, 'writer'), written(2, 'writer')] })
      await runWith(project, practice)
      const after = leaves(project.state())
      expect(after.map(({ title, intent }) => [title, intent])).toEqual([
        ['T1', 'Day 1 was long.'],
        ['T2', 'Mine.'],
        ['T3', ''],
      ])
      expect(desk(project.state(), 'section:1').current?.text).toBe('Day 1 was long.')
    })
  })
})
