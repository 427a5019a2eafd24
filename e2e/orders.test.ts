import { describe, expect, test } from 'vitest'
import type { Model } from '../electron/providers/provider.ts'
import { commands } from '../shared/commands/index.ts'
import { foundOrder } from '../shared/orders/found-order.ts'
import { runStatus } from '../shared/questions/progress.ts'
import type { Order } from '../shared/records.ts'
import { countWords } from '../shared/text/words.ts'
import { runWith } from './in-project.ts'
import {
  after,
  carts,
  forOrders,
  give,
  noon,
  orderIn,
  practice,
  proposalOf,
  says,
  standing,
  texts,
  textOf,
} from './standing-work.ts'

describe('every command', () => {
  test.each(commands.map((each) => [each.id, each] as const))(
    '%s: a proposal for what was selected',
    async (id, command) => {
      const { project } = standing()
      const before = textOf(project)
      const order = give(project, id, carts)
      await runWith(project, practice, forOrders)
      const { status, words, fault, edits = [] } = orderIn(project, order)
      const [edit] = edits
      const fresh = command.where === 'after' ? edit?.text.slice(edit.quote.length) : edit?.text
      const count = countWords(fresh ?? '')
      const [head, tail] = [before.slice(0, edit?.from), before.slice(edit?.to)]
      const { text } = proposalOf(project, order)
      expect({ status, fault, current: textOf(project), calls: project.state().call.size }).toEqual({
        status: 'ended',
        fault: undefined,
        current: before,
        calls: 1,
      })
      expect([text.startsWith(head), text.endsWith(tail)]).toEqual([true, true])
      expect([count >= (words?.min ?? 0), count <= (words?.max ?? Infinity)]).toEqual([true, true])
    },
  )

  test.each(commands.filter(({ needs }) => needs !== 'selection').map(({ id }) => id))(
    '%s: a proposal for the whole section',
    async (id) => {
      const { project } = standing()
      const order = give(project, id)
      await runWith(project, practice, forOrders)
      expect([orderIn(project, order).status, orderIn(project, order).fault]).toEqual(['ended', undefined])
      expect(proposalOf(project, order).text).not.toBe(textOf(project))
    },
  )
})

describe('what the writer model answers', () => {
  const shorter = 'The carters waited, smoked and grumbled.'
  const played = async (model: Model) => {
    const { project } = standing()
    const order = give(project, 'shorten', carts)
    await runWith(project, model, forOrders)
    const { status, fault, edits } = orderIn(project, order)
    return { status, fault: fault?.code, text: edits?.[0]?.text, calls: project.state().call.size }
  }

  test.each<readonly [string, readonly string[], unknown]>([
    ['as asked', [shorter], { status: 'ended', text: shorter, calls: 1 }],
    [
      'with a remark',
      [`Sure, here is the revised section:\n\n${shorter}`],
      { status: 'ended', text: shorter, calls: 1 },
    ],
    ['in a fence', [`"""\n${shorter}\n"""`], { status: 'ended', text: shorter, calls: 1 }],
    [
      'too long once',
      [`${carts} ${carts.replace('smoked', 'slept')}`, shorter],
      { status: 'ended', text: shorter, calls: 2 },
    ],
    [
      'too long twice: the nearer is kept, and says so',
      [
        'The carters waited on the road and smoked, and they said a lot of things.',
        'It was so. '.repeat(6).trim(),
      ],
      {
        status: 'ended',
        fault: 'reply-malformed',
        text: 'The carters waited on the road and smoked, and they said a lot of things.',
        calls: 2,
      },
    ],
    ['nothing new, then as asked', [carts, shorter], { status: 'ended', text: shorter, calls: 2 }],
    ['always nothing new', [carts], { status: 'failed', fault: 'reply-malformed', calls: 3 }],
    [
      'a refusal',
      ['I’m sorry, but I can’t help with that.'],
      { status: 'failed', fault: 'reply-refusal', calls: 3 },
    ],
    ['nothing', [''], { status: 'failed', fault: 'reply-empty', calls: 3 }],
    [
      'another language',
      ['这一年的春天来得很早，渡轮停在码头。'.repeat(40)],
      { status: 'failed', fault: 'reply-language', calls: 3 },
    ],
    ['without an end', ['The carters waited and', shorter], { status: 'ended', text: shorter, calls: 2 }],
  ])('%s', async (_, replies, expected) => {
    expect(await played(says(...replies))).toEqual({
      fault: undefined,
      text: undefined,
      ...(expected as object),
    })
  })
})

describe('found orders', () => {
  const found = (some: Partial<Order> = {}): Order => ({
    ...foundOrder(
      {
        kind: 'duplicate',
        section: 'section:2',
        sentence: 'It tells again what “Chapter 1” has told.',
        places: [
          { section: 'section:2', quote: 'The first cart went down at noon' },
          { section: 'section:1', quote: 'Ines counted the ropes' },
        ],
        advice: 'Leave it out.',
        by: 'code',
        madeFrom: '',
      },
      1,
      1,
    ),
    status: 'asked',
    take: 1,
    ...some,
  })

  test('are done to the paragraph they quote; the rest stays byte for byte', async () => {
    const { project } = standing({}, found())
    await runWith(project, practice, forOrders)
    const [head = ''] = (texts[1] ?? '').split('\n\n')
    expect(proposalOf(project, found().id).text.startsWith(`${head}\n\n`)).toBe(true)
  })

  test('a lead is written from what the sections say', async () => {
    const lead = found({ id: 'order:lead', kind: 'lead', section: 'section:1', places: [] })
    const memory = {
      id: 'memory:2/summary',
      section: 'section:2',
      about: 'summary',
      name: 'Chapter 2',
      fact: 'Carts went aboard.',
      madeFrom: '',
    } as const
    const { project } = standing({}, lead, memory)
    let prompt = ''
    const model: Model = async function* (request, signal) {
      prompt = request.messages.map(({ text }) => text).join('\n')
      yield* practice(request, signal)
    }
    await runWith(project, model, forOrders)
    expect(prompt).toContain('2. Chapter 2: Carts went aboard.')
    expect(orderIn(project, lead.id).status).toBe('ended')
  })
})

describe('when orders are done', () => {
  test('a run for orders does nothing else, and leaves the work as finished as it was', async () => {
    const { project } = standing({ author: 'writer', at: Date.now() + 60_000 })
    await runWith(project, practice)
    const { size } = project.state().call
    give(project, 'shorten', carts)
    await runWith(project, practice, forOrders)
    const verbs = [...project.state().call.values()]
      .slice(size)
      .map(({ verb, step }) => [verb, step.slice(0, 11)])
    expect([verbs, runStatus(project.state())]).toEqual([[['revise', 'step:order/']], 'done'])
  })

  test('a run that works takes them up, before its other work', async () => {
    const { project } = standing()
    let given: Order['id'] | undefined
    await runWith(
      project,
      after(practice, (n) => {
        if (n === 1) given = give(project, 'shorten', carts)
      }),
      { lanes: 1 },
    )
    const steps = [...project.state().call.values()].map(({ step }) => step.split('/')[0])
    expect([steps.indexOf('step:order'), given && orderIn(project, given).status]).toEqual([1, 'ended'])
    expect(runStatus(project.state())).toBe('done')
  })

  test('asked for in the moment in which nothing is left, they are done too', async () => {
    const { project } = standing()
    const first = give(project, 'shorten', carts)
    let second: Order['id'] | undefined
    project.subscribe(() => {
      if (second === undefined && orderIn(project, first).status === 'ended') {
        second = 'order:wait'
        second = give(project, 'shorten', noon, 11)
      }
    })
    await runWith(project, practice, forOrders)
    expect(second && orderIn(project, second).status).toBe('ended')
  })

  test('stopped, they are done by the next run; a proposal that stands is not made again', async () => {
    const { project } = standing()
    const [first, second] = [give(project, 'shorten', carts), give(project, 'shorten', noon, 11)]
    const stop = new AbortController()
    const model = after(practice, (n) => {
      if (n === 2) stop.abort()
    })
    await runWith(project, model, { ...forOrders, lanes: 1, signal: stop.signal })
    expect([orderIn(project, first).status, orderIn(project, second).status]).toEqual(['ended', 'asked'])
    await runWith(project, practice, forOrders)
    const done = [...project.state().call.values()].filter(({ status }) => status === 'ended')
    expect([orderIn(project, second).status, done.length]).toEqual(['ended', 2])
  })
})
