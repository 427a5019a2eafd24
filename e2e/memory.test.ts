import { describe, expect, test } from 'vitest'
import { changeOrders } from '../electron/app/change-orders.ts'
import type { OpenProject } from '../electron/project/project.ts'
import { practiceModel } from '../electron/providers/practice.ts'
import type { Model } from '../electron/providers/provider.ts'
import { everyRole } from '../electron/agent/loop.ts'
import type { Message } from '../shared/model.ts'
import { desk } from '../shared/questions/drafts.ts'
import { leaves } from '../shared/questions/outline.ts'
import type { AnyRecord, Draft, Order } from '../shared/records.ts'
import { plan, section } from '../shared/test-kit.ts'
import { inProject, runWith } from './in-project.ts'

const honest = practiceModel({ erring: 0 })

/** Remembers what each text says of Maren's age, and nothing else; answers all else as the practice model. */
const remembering: Model = async function* (request, signal) {
  const text = request.messages.map((each) => each.text).join('\n')
  if (request.verb !== 'remember' || text.includes('# Summaries')) {
    yield* honest(request, signal)
    return
  }
  const facts = [...text.matchAll(/Maren is (\d+) years old/gu)]
    .slice(0, 1)
    .map(([, age]) => ({ about: 'person', name: 'Maren', fact: `is ${age} years old` }))
  yield { type: 'text', text: JSON.stringify({ summary: 'It went on.', facts }) }
  yield { type: 'end', finish: 'stop', usage: { input: 1, cached: 0, output: 1 } }
}

const brief = 'Write a novel in three chapters of 60 words each.'

const text = (n: number, words: string): Draft => ({
  id: `draft:${n}.1.0`,
  section: `section:${n}`,
  author: 'model',
  parent: null,
  root: `draft:${n}.1.0`,
  round: 0,
  edition: 0,
  standing: 'current',
  text: `${words} ${'The sea was grey that day and the gulls were loud. '.repeat(5)}`.trim(),
  at: 1,
})

const novel: readonly AnyRecord[] = [
  plan(),
  section(1, { words: 60, intent: 'Maren comes home.' }),
  section(2, { words: 60, after: ['section:1'], intent: 'Maren is 23 and leaves.' }),
  section(3, { words: 60, after: ['section:2'] }),
  text(1, 'Maren is 23 years old.'),
  text(2, 'Maren rowed.'),
  text(3, 'At 23, Maren knew the sea.'),
]

const edited = (project: OpenProject, words: string, edition: number): void => {
  const { current } = desk(project.state(), 'section:1')
  const mine: Draft = {
    ...text(1, words),
    id: `draft:1.w${edition}`,
    author: 'writer',
    parent: current?.id ?? null,
    edition,
    at: Date.now() - 1,
  }
  project.put({ put: [mine], shelve: current ? [{ ...current, standing: 'superseded' }] : [] })
}

const orders = (project: OpenProject): readonly Order[] =>
  [...project.state().order.values()].filter(({ kind }) => ['memory', 'text', 'plan'].includes(kind))
const facts = (project: OpenProject): readonly string[] =>
  [...project.state().memory.values()].filter(({ about }) => about !== 'summary').map(({ fact }) => fact)
const remembered = (project: OpenProject): number =>
  [...project.state().call.values()].filter(({ verb }) => verb === 'remember').length

test('an edit of the writer’s puts orders for memory, later texts and the plan, and changes nothing by itself', async () => {
  await inProject(brief, async (project) => {
    project.put({ put: novel })
    await runWith(project, remembering)
    expect([facts(project), orders(project), remembered(project)]).toEqual([['is 23 years old'], [], 2])

    edited(project, 'Maren is 27 years old.', 1)
    await runWith(project, remembering)
    expect(
      orders(project).map(({ kind, section: of, status, places }) => [kind, of, status, places[0]?.quote]),
    ).toEqual([
      ['memory', 'section:1', 'open', 'Maren is 27 years old.'],
      ['plan', 'section:2', 'open', 'Maren is 27 years old.'],
      ['text', 'section:3', 'open', 'At 23, Maren knew the sea.'],
    ])
    expect([facts(project), remembered(project)]).toEqual([['is 23 years old'], 3])
    expect(project.state().section.get('section:2')?.intent).toBe('Maren is 23 and leaves.')

    const [memory, ofPlan] = orders(project)
    const asked = [memory, ofPlan].flatMap((order) => (order ? [{ ...order, status: 'asked' as const }] : []))
    project.put(changeOrders(project, { put: asked, remove: [] }, Date.now()))
    expect(facts(project)).toEqual(['is 27 years old'])
    expect(project.state().section.get('section:2')?.intent).toBe('Maren is 27 and leaves.')
  })
})

test('what the writer dropped is not found again', async () => {
  await inProject(brief, async (project) => {
    project.put({ put: novel })
    await runWith(project, remembering)
    edited(project, 'Maren is 27 years old.', 1)
    await runWith(project, remembering)
    const dropped = orders(project).map((order) => ({ ...order, status: 'dropped' as const }))
    project.put(changeOrders(project, { put: dropped, remove: [] }, Date.now()))
    edited(project, 'Maren is 27 years old. It rained.', 2)
    await runWith(project, remembering)
    expect(orders(project).map(({ status }) => status)).toEqual(['dropped', 'dropped', 'dropped'])
    expect(facts(project)).toEqual(['is 23 years old'])
  })
})

/** A model that keeps every prompt it is sent for a draft. */
const heard = (prompts: (readonly Message[])[]): Model =>
  async function* (request, signal) {
    if (request.verb === 'draft') prompts.push(request.messages)
    yield* remembering(request, signal)
  }

describe('summaries', () => {
  test('a diary whose weeks do not wait for each other needs no memory', async () => {
    await inProject('Write a diary of 6 weeks. Each week has 60 to 80 words.', async (project) => {
      await runWith(project, honest)
      expect([leaves(project.state()).length, remembered(project)]).toEqual([6, 0])
    })
  })

  test('chapters in parts, one after the other, for a model that reads little', async () => {
    const long = (n: number) =>
      section(n, {
        id: `section:${n}`,
        parent: n < 4 ? 'section:a' : 'section:b',
        words: 60,
        ...(n > 1 && { after: [`section:${n - 1}`] }),
      })
    const tree: readonly AnyRecord[] = [
      plan(),
      section(1, { id: 'section:a', title: 'Winter', unit: null }),
      section(2, { id: 'section:b', title: 'Spring', unit: null }),
      ...[1, 2, 3, 4, 5].map(long),
      ...[1, 2, 3, 4].map((n) => text(n, `Maren is ${20 + n} years old.`)),
    ]
    const wordy: Model = async function* (request, signal) {
      if (request.verb !== 'remember') {
        yield* honest(request, signal)
        return
      }
      const isPart = request.messages.some(({ name }) => name === 'Summaries')
      yield {
        type: 'text',
        text: JSON.stringify({ summary: isPart ? 'All of winter.' : 'What happened there. '.repeat(25) }),
      }
      yield { type: 'end', finish: 'stop', usage: { input: 1, cached: 0, output: 1 } }
    }
    const prompts: (readonly Message[])[] = []
    const model: Model = async function* (request, signal) {
      if (request.verb === 'draft') prompts.push(request.messages)
      yield* wordy(request, signal)
    }
    await inProject('Write a novel.', async (project) => {
      project.put({ put: tree })
      await runWith(project, model, { models: everyRole({ name: 'double', model, context: 2_240 }) })
      const told = prompts[0]?.find(({ name }) => name === 'Written before it')?.text
      expect(told).toContain('“Winter”: All of winter.')
      // Four chapters, and one summary of the first part; nothing rests on the last chapter.
      expect(remembered(project)).toBe(5)
      expect(project.state().run.get('run:1')?.context).toBe(2_240)
    })
  })
})

test('the same plan and seed give the same prompts, whatever the lanes', async () => {
  const run = async (lanes: number): Promise<readonly string[]> => {
    const prompts: (readonly Message[])[] = []
    await inProject(brief, async (project) => {
      const chapters = [1, 2, 3, 4].map((n) =>
        section(n, { words: 60, ...(n > 2 && { after: [`section:${n - 2}`] }) }),
      )
      project.put({ put: [plan(), ...chapters] })
      await runWith(project, heard(prompts), { lanes })
    })
    return prompts.map((parts) => parts.map(({ text: said }) => said).join('\n')).toSorted()
  }
  expect(await run(4)).toEqual(await run(1))
})
