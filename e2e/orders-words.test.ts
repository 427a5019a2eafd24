import { describe, expect, test } from 'vitest'
import { changeOrders } from '../electron/app/change-orders.ts'
import { acceptProposal } from '../electron/app/place-text.ts'
import type { OpenProject } from '../electron/project/project.ts'
import type { Command } from '../shared/commands/command.ts'
import { commandOrder } from '../shared/orders/command-order.ts'
import { desk } from '../shared/questions/drafts.ts'
import { isOutOfDate } from '../shared/questions/orders.ts'
import type { Order } from '../shared/records.ts'
import { draft } from '../shared/test-kit.ts'
import { runWith } from './in-project.ts'
import {
  after,
  forOrders,
  orderIn,
  proposalOf,
  says,
  standing,
  textOf,
  texts,
  workOf,
} from './standing-work.ts'

const own = (some: Partial<Command> = {}): Command => ({
  id: 'own:mine',
  name: 'Mend',
  about: '',
  needs: 'section',
  where: 'whole',
  instruction: 'Mend the typing errors.',
  length: null,
  ...some,
})

const typed = (project: OpenProject, text: string): void => {
  const { current } = desk(project.state(), 'section:2')
  const id = `draft:2.w${project.state().seq}` as const
  project.put({
    put: [draft(2, { id, author: 'writer', text, at: Date.now() + 60_000 })],
    shelve: current ? [{ ...current, standing: 'superseded' }] : [],
  })
}

const command = (project: OpenProject, some: Partial<Command> = {}, quote?: string): Order['id'] => {
  const from = quote === undefined ? 0 : textOf(project).indexOf(quote)
  const selection = quote === undefined ? {} : { selection: { from, to: from + quote.length, quote } }
  const order = commandOrder(project.state(), own(some), { section: 'section:2', at: 5, ...selection })
  project.put(changeOrders(project, { put: [order], remove: [] }, 5))
  return order.id
}

const accept = (project: OpenProject, order: Order['id']): string => {
  const { id } = proposalOf(project, order)
  project.put(acceptProposal(project.state(), id, undefined, { fresh: 'draft:z', at: 9 }).change)
  return textOf(project)
}

const [, second = ''] = texts
const mended = second.replace('too steep', 'far too steep')
const strike = second.replace('\n\n', '\n\nNobody had told them of the strike. ')

describe('what is typed while a command works on the whole section', () => {
  test.each(['while', 'after'] as const)('stands when its result is accepted: %s', async (when) => {
    const { project } = standing({ author: 'writer' })
    const order = command(project)
    await runWith(
      project,
      after(says(mended), () => {
        if (when === 'while') typed(project, strike)
      }),
      forOrders,
    )
    if (when === 'after') typed(project, strike)
    expect(isOutOfDate(project.state(), proposalOf(project, order))).toBe(false)
    expect(accept(project, order)).toBe(strike.replace('too steep', 'far too steep'))
  })

  test('in the very sentences that it changed: it is out of date, and nothing is lost', async () => {
    const { project } = standing({ author: 'writer' })
    const order = command(project)
    const now = second.replace('too steep', 'too wet')
    await runWith(
      project,
      after(says(mended), () => typed(project, now)),
      forOrders,
    )
    expect([
      isOutOfDate(project.state(), proposalOf(project, order)),
      proposalOf(project, order).text,
    ]).toEqual([true, mended])
    expect(() => accept(project, order)).toThrow('has changed')
    expect(textOf(project)).toBe(now)
  })

  test('between two tries: an answer to the text before is not put over it', async () => {
    const { project } = standing({ author: 'writer' })
    const length = { by: 'share', min: 1, max: 1.1 } as const
    const order = command(project, { length })
    const model = after(
      says('Nine carts went down to the boat at noon and ten came back.', 'Ten came back at last.'),
      (n) => {
        if (n === 1) typed(project, strike)
      },
    )
    await runWith(project, model, forOrders)
    const { edits = [] } = orderIn(project, order)
    expect(edits.map(({ quote, text }) => [quote, text])).toEqual([
      [strike, expect.stringContaining('at last')],
    ])
  })
})

describe('a command for one word', () => {
  const rope = 'He loved the art of rope. Later he went apart from them all, and the party left.'

  test.each([
    ['another word holds its letters', 'Later he went apart from them all, and the party left.'],
    ['it stands elsewhere', 'Later he went apart. His art was gone.'],
  ])('never changes another, its own being gone: %s', async (_, now) => {
    const { project } = workOf(['One.', rope, 'Three.'], { author: 'writer' })
    const order = command(project, { needs: 'selection', where: 'replace' }, 'art')
    await runWith(project, says('craft'), forOrders)
    typed(project, now)
    expect(() => accept(project, order)).toThrow('has changed')
    expect(textOf(project)).toBe(now)
  })
})

describe('what stands in the writer’s text is never taken for what models add', () => {
  test.each([
    'Dear Ann,\n\nThe ferry is laid up. It rained.\n\nLet me know if you want any changes.',
    '# Chapter 2\n\nIt rained all day.',
    '# Its text now\n\n"""\nHello there my friend.\n"""\n\nThe end of it all. It rained.',
    '"""\nQuoted poem line one. It rained.\nLine two.\n"""',
    '```\ncode here # It rained.\n```',
    'Template for you: [insert name here], said the clerk. It rained.',
    'She wrote `<|im_end|>` and [INST] on the wall. It rained.',
    'A text on <thinking> aloud. It rained.',
    '### Your task\n\nMeasure the tide. It rained all day.',
    'I’m sorry, but I can’t help with this task, said the note. It rained.',
    '# Chapter 3\n\nIt rained.',
  ])('%j', async (text) => {
    const { project } = workOf(['A first text that stands here.', text, 'Last text.'], { author: 'writer' })
    const order = command(project)
    const fresh = text.replace('It rained', 'It poured')
    await runWith(project, says(fresh), forOrders)
    const { status, fault } = orderIn(project, order)
    expect({ status, fault, text: accept(project, order) }).toEqual({
      status: 'ended',
      fault: undefined,
      text: fresh,
    })
  })

  test('a reply that breaks off is asked for again, and else says so', async () => {
    const { project } = standing({ author: 'writer' })
    const order = command(project)
    const [first = ''] = mended.split('\n\n')
    const cut = `${first}\n\n[insert the rest here]`
    await runWith(project, says(cut), forOrders)
    const { status, fault } = orderIn(project, order)
    expect([status, fault?.code]).toEqual(['ended', 'reply-gaps'])
    const again = standing({ author: 'writer' }).project
    const next = command(again)
    await runWith(again, says(cut, mended), forOrders)
    expect([orderIn(again, next).fault, proposalOf(again, next).text]).toEqual([undefined, mended])
  })
})
