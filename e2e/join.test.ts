import { describe, expect, test } from 'vitest'
import { changeOrders } from '../electron/app/change-orders.ts'
import type { OpenProject } from '../electron/project/project.ts'
import type { Model } from '../electron/providers/provider.ts'
import { desk } from '../shared/questions/drafts.ts'
import { openOrders } from '../shared/questions/orders.ts'
import { runStatus } from '../shared/questions/progress.ts'
import type { AnyRecord, Memory, Order } from '../shared/records.ts'
import { inProject, runWith } from './in-project.ts'
import { end, practice, workOf } from './standing-work.ts'

const council =
  'The council of the harbour met at noon and voted to raise the north quay by two metres, and nobody in the hall spoke against it, though the fishermen had said for years that the mud would come back.'
const suspicious = 'The ferry was built in the yard behind the church in the spring of that year'

/** The practice model with another reviewer of what is suspected; `asked` counts how often it was asked. */
const reviewing = (reply: string) => {
  const asked: string[] = []
  const model: Model = async function* (request, signal) {
    const prompt = request.messages.map(({ text }) => text).join('\n')
    if (!/^# (?:Pairs|Statements)$/mu.test(prompt)) {
      yield* practice(request, signal)
      return
    }
    asked.push(prompt)
    yield { type: 'text', text: reply }
    yield end
  }
  return { model, asked }
}

const work = (texts: readonly string[], ...records: readonly AnyRecord[]): OpenProject =>
  workOf(texts, { author: 'writer' }, records).project

const lineOf = ({ kind, section: of, status, by }: Order): string =>
  `${kind} ${of.slice(8)} ${status} by ${by}`
const orders = (project: OpenProject): readonly string[] =>
  [...project.state().order.values()].map(lineOf).toSorted()
const open = (project: OpenProject): readonly string[] => openOrders(project.state()).map(lineOf)

const rewrite = (project: OpenProject, n: number, text: string): void => {
  const { current } = desk(project.state(), `section:${n}`)
  if (current) project.put({ put: [{ ...current, text, edition: current.edition + 1, at: Date.now() - 1 }] })
}

const set = (project: OpenProject, kind: Order['kind'], status: Order['status']): void => {
  const order = [...project.state().order.values()].find((each) => each.kind === kind)
  if (order) project.put(changeOrders(project, { put: [{ ...order, status }], remove: [] }, 1))
}

const told = `One morning it rained. ${council}`
const faulty = [
  `${told} An email came.`,
  'It was the third day. We sent an email. The colour of the sea was grey.',
  'It was the third week. They sent an e-mail. Nothing moved.',
  `Later it was dry. ${council} And so it ended.`,
]

describe('what a run finds in all texts together', () => {
  test('is an order each, open for the writer', async () => {
    const project = work(faulty)
    await runWith(project, practice)
    expect(open(project)).toEqual([
      'opening 3 open by code',
      'term 3 open by code',
      'duplicate 4 open by code',
    ])
    expect(runStatus(project.state())).toBe('done')
  })

  test('is found once: what was dropped stays dropped, and nothing is asked again', async () => {
    const project = work(faulty)
    await runWith(project, practice)
    set(project, 'duplicate', 'dropped')
    const { size } = project.state().call
    await runWith(project, practice)
    expect([project.state().call.size, open(project).length]).toEqual([size, 2])
    rewrite(project, 2, `${faulty[1]} The boats came in.`)
    await runWith(project, practice)
    expect(open(project)).toEqual(['opening 3 open by code', 'term 3 open by code'])
  })

  test('goes when its fault is gone', async () => {
    const project = work(faulty)
    await runWith(project, practice)
    rewrite(project, 3, 'So a week went by. They sent an email. Nothing moved.')
    rewrite(project, 4, 'Later it was dry. And so it ended.')
    await runWith(project, practice)
    expect(orders(project)).toEqual([])
  })

  test('waits while the writer is at work on a text', async () => {
    const project = work(faulty)
    const { current } = desk(project.state(), 'section:4')
    if (current) project.put({ put: [{ ...current, at: Date.now() + 60_000 }] })
    await runWith(project, practice)
    expect([orders(project), runStatus(project.state())]).toEqual([[], 'done'])
  })
})

describe('the join of two sections', () => {
  test('that reads badly is an order for the second; read again and well it goes', async () => {
    const project = work(['One. The rain had come to stay.', 'The rain had come to stay. Two.', 'Three.'])
    await runWith(project, practice)
    expect(open(project)).toEqual(['seam 2 open by model'])
    const [seam] = openOrders(project.state())
    expect(seam?.places).toEqual([
      { section: 'section:2', quote: 'The rain had come to stay.' },
      { section: 'section:1', quote: 'The rain had come to stay.' },
    ])
    rewrite(project, 2, 'By then it was dry. Two.')
    await runWith(project, practice)
    expect(orders(project)).toEqual([])
  })
})

describe('what is suspected', () => {
  const texts = [`One. ${suspicious}.`, 'Two of them.', `Three. ${suspicious}, they said.`]

  test('waits for the writer where the reviewer says it is so, with its advice', async () => {
    const { model, asked } = reviewing('[{"pair": 1, "repeats": true, "advice": "Leave the yard out."}]')
    const project = work(texts)
    await runWith(project, model)
    expect([asked.length, open(project)]).toEqual([1, ['duplicate 3 open by model']])
    expect(openOrders(project.state())[0]?.advice).toMatch(/^Leave the yard out\. /u)
  })

  test('is gone where it is not, and not asked again when other texts change', async () => {
    const { model, asked } = reviewing('[{"pair": 1, "repeats": false}]')
    const project = work(texts)
    await runWith(project, model)
    expect([asked.length, orders(project), runStatus(project.state())]).toEqual([1, [], 'done'])
    rewrite(project, 2, 'Two and a half of them.')
    await runWith(project, model)
    expect([asked.length, orders(project)]).toEqual([1, []])
  })

  test('is given up where no usable answer comes: the run ends, and says so', async () => {
    const { model, asked } = reviewing('Yes.')
    const project = work(texts)
    await runWith(project, model)
    const failed = [...project.state().step.values()].filter(({ status }) => status === 'failed')
    expect([
      asked.length,
      orders(project),
      failed.map(({ verb }) => verb),
      runStatus(project.state()),
    ]).toEqual([2, [], ['join'], 'done'])
  })

  test('one answer is for all that rest on the same words', async () => {
    const { model, asked } = reviewing('[{"pair": 1, "repeats": true}]')
    const project = work([...texts, `Four. ${suspicious}; so it was.`])
    await runWith(project, model)
    expect([asked.length, open(project)]).toEqual([
      1,
      ['duplicate 3 open by model', 'duplicate 4 open by model'],
    ])
  })

  test('facts that might contradict each other', async () => {
    const fact = (n: number, said: string): Memory => ({
      id: `memory:${n}/w`,
      section: `section:${n}`,
      by: 'writer',
      about: 'person',
      name: 'Maren',
      fact: said,
      madeFrom: '',
    })
    const { model, asked } = reviewing('[{"pair": 1, "contradict": true, "advice": "Let her fear the sea."}]')
    const project = work(
      ['Maren feared the open sea.', 'Nobody came.', 'Maren rowed over the open sea with joy.'],
      fact(1, 'fears the open sea'),
      fact(3, 'rows over the open sea with joy'),
    )
    await runWith(project, model)
    const statements = asked.filter((prompt) => prompt.includes('# Statements'))
    expect(statements[0]).toContain(
      'Of Maren “Chapter 3” says: rows over the open sea with joy. But “Chapter 1” says: fears the open sea.',
    )
    expect([statements.length, open(project).filter((each) => each.startsWith('contradiction'))]).toEqual([
      1,
      ['contradiction 3 open by model'],
    ])
  })
})

test('a lead that stands is out of date once another section changes, and is found once', async () => {
  const project = work(['In short.', 'The flood came.', 'The quay was built.'])
  const lead = project.state().section.get('section:1')
  if (lead) project.put({ put: [{ ...lead, title: 'Summary' }] })
  await runWith(project, practice)
  expect(open(project)).toEqual([])
  rewrite(project, 3, 'The quay was never built.')
  await runWith(project, practice)
  expect(open(project)).toEqual(['lead 1 open by code'])
  set(project, 'lead', 'dropped')
  rewrite(project, 3, 'The quay was not built.')
  await runWith(project, practice)
  expect(open(project)).toEqual([])
})

test('a lead is drafted after all others, and knows what they say', async () => {
  const planned = ['Summary', 'The flood', 'The quay'].map((title, i) => ({
    n: i + 1,
    title,
    entry: `Tells of ${title.toLowerCase()}.`,
    owns: [],
    leaves: [],
    after: [],
  }))
  const drafted: string[] = []
  const model: Model = async function* (request, signal) {
    const prompt = request.messages.map(({ text }) => text).join('\n')
    if (request.verb === 'draft') drafted.push(prompt)
    if (request.verb !== 'plan') yield* practice(request, signal)
    else {
      yield { type: 'text', text: JSON.stringify(planned) }
      yield end
    }
  }
  const source = `---
form: report
units: { label: Section, count: 3, words: { min: 60, max: 90 } }
---
A report on the harbour: what came of it.`
  await inProject(source, (project) => runWith(project, model))
  expect(drafted.map((prompt) => /Section \d of 3: (?<title>.+)/u.exec(prompt)?.groups?.['title'])).toEqual([
    'The flood',
    'The quay',
    'Summary',
  ])
  expect(drafted[2]).toContain('“The quay”')
})
