import { describe, expect, test } from 'vitest'
import { recover } from '../electron/agent/recover.ts'
import { changeOrders } from '../electron/app/change-orders.ts'
import { acceptProposal } from '../electron/app/place-text.ts'
import { openProject, type OpenProject } from '../electron/project/project.ts'
import type { Model } from '../electron/providers/provider.ts'
import { desk, orderDraft } from '../shared/questions/drafts.ts'
import { isOutOfDate, proposalNow } from '../shared/questions/orders.ts'
import { lastRun } from '../shared/questions/phase.ts'
import type { Order } from '../shared/records.ts'
import { draft } from '../shared/test-kit.ts'
import { runWith } from './in-project.ts'
import {
  after,
  carts,
  end,
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

describe('what the writer does meanwhile', () => {
  const typed = (project: OpenProject, text: string): void => {
    const { current } = desk(project.state(), 'section:2')
    project.put({
      put: [draft(2, { id: 'draft:2.w', author: 'writer', text, at: Date.now() + 60_000 })],
      shelve: current ? [{ ...current, standing: 'superseded' }] : [],
    })
  }

  test('what was selected moved: the result goes where it is now', async () => {
    const { project } = standing()
    const order = give(project, 'shorten', carts)
    const model = after(says('The carters waited and smoked.'), () =>
      typed(project, `So it was. ${textOf(project)}`),
    )
    await runWith(project, model, forOrders)
    expect(proposalOf(project, order).text).toBe(
      `So it was. ${texts[1]}`.replace(carts, 'The carters waited and smoked.'),
    )
  })

  const drop = (project: OpenProject, id: Order['id']): void =>
    project.put(
      changeOrders(project, { put: [{ ...orderIn(project, id), status: 'dropped' }], remove: [] }, 1),
    )
  const remove = (project: OpenProject, id: Order['id']): void =>
    project.put(changeOrders(project, { put: [], remove: [id] }, 1))

  describe.each([
    ['dropped', drop, 'dropped'],
    ['removed', remove, undefined],
  ] as const)('%s in the very moment in which', (_, act, status) => {
    test('the last answer is of no use: it does not come back as failed', async () => {
      const { project } = standing()
      const order = give(project, 'shorten', carts)
      let n = 0
      const model = after(says(''), () => (n += 1))
      const sleep = (): Promise<void> => {
        if (n === 3 && orderIn(project, order).status === 'asked') act(project, order)
        return Promise.resolve()
      }
      await runWith(project, model, { ...forOrders, sleep })
      expect([n, project.state().order.get(order)?.status]).toEqual([3, status])
    })

    test('its place goes: it does not come back as failed', async () => {
      const { project } = standing()
      const order = give(project, 'shorten', carts)
      const sleep = (): Promise<void> => {
        if (textOf(project) !== 'All new.') {
          typed(project, 'All new.')
          act(project, order)
        }
        return Promise.resolve()
      }
      await runWith(project, says(''), { ...forOrders, sleep })
      expect(project.state().order.get(order)?.status).toBe(status)
    })
  })

  test('it is gone: the order failed, and says why', async () => {
    const { project } = standing()
    const order = give(project, 'shorten', carts)
    await runWith(
      project,
      after(says('The carters waited and smoked.'), () => typed(project, 'All new.')),
      forOrders,
    )
    expect(orderIn(project, order)).toMatchObject({ status: 'failed', fault: { code: 'stale' } })
    expect([textOf(project), desk(project.state(), 'section:2').proposals]).toEqual(['All new.', []])
  })

  test.each<readonly [string, (project: OpenProject, id: Order['id']) => void]>([
    [
      'taken back',
      (project, id) =>
        project.put(
          changeOrders(project, { put: [{ ...orderIn(project, id), status: 'open' }], remove: [] }, 1),
        ),
    ],
    ['removed', (project, id) => project.put(changeOrders(project, { put: [], remove: [id] }, 1))],
    ['its section removed', (project) => project.put({ remove: ['section:2'] })],
  ])('%s: its call is stopped, and no proposal comes', async (_, act) => {
    const { project } = standing()
    const order = give(project, 'shorten', carts)
    const model: Model = async function* (_request, signal) {
      yield { type: 'text', text: 'The carters waited' }
      act(project, order)
      await new Promise<void>((resolve) => {
        if (signal.aborted) resolve()
        else signal.addEventListener('abort', () => resolve(), { once: true })
      })
    }
    await runWith(project, model, forOrders)
    const state = project.state()
    expect({
      run: lastRun(state)?.status,
      call: [...state.call.values()].map(({ status }) => status),
      drafts: [...state.draft.values()].filter(({ standing: where }) => where !== 'current').length,
      live: state.live.size,
    }).toEqual({ run: 'ended', call: ['stopped'], drafts: 0, live: 0 })
  })

  test('its letters are no draft of the section, and are seen under the order’s own', async () => {
    const { project } = standing()
    const order = give(project, 'shorten', carts)
    const seen: unknown[] = []
    const model: Model = async function* () {
      yield { type: 'text', text: 'The carters waited and smoked.' }
      project.flush()
      const state = project.state()
      seen.push(desk(state, 'section:2').streaming, state.live.get(orderDraft(orderIn(project, order))))
      yield end
    }
    await runWith(project, model, forOrders)
    expect(seen).toEqual([undefined, 'The carters waited and smoked.'])
  })
})

describe('two proposals for one section', () => {
  test('neither undoes the other, and a text of the writer’s stays the writer’s', async () => {
    const { project } = standing({ author: 'writer' })
    const [first, second] = [give(project, 'shorten', carts), give(project, 'shorten', noon, 11)]
    await runWith(project, practice, forOrders)
    const accept = (id: Order['id'], at: number): void => {
      const { change } = acceptProposal(project.state(), proposalOf(project, id).id, undefined, {
        fresh: `draft:n${at}`,
        at,
      })
      project.put(change)
    }
    accept(first, 1)
    const [a, b] = [orderIn(project, first), orderIn(project, second)].map(
      ({ edits }) => edits?.[0]?.text ?? '',
    )
    const both = (texts[1] ?? '').replace(carts, a ?? '').replace(noon, b ?? '')
    expect(proposalNow(project.state(), proposalOf(project, second))).toBe(both)
    accept(second, 2)
    const { current } = desk(project.state(), 'section:2')
    expect([current?.text, current?.author]).toEqual([both, 'writer'])
  })
})

test('a proposal whose place is gone is not accepted over what came since; a text of both is', async () => {
  const { project } = standing()
  const [first, second] = [give(project, 'shorten', carts), give(project, 'rewrite', carts, 11)]
  await runWith(project, practice, forOrders)
  const accept = (id: Order['id'], text?: string): void =>
    project.put(
      acceptProposal(project.state(), proposalOf(project, id).id, text, { fresh: 'draft:n', at: 1 }).change,
    )
  accept(first)
  const shortened = textOf(project)
  expect(isOutOfDate(project.state(), proposalOf(project, second))).toBe(true)
  expect(() => accept(second)).toThrow('has changed')
  expect(textOf(project)).toBe(shortened)
  accept(second, 'Of both.')
  expect(textOf(project)).toBe('Of both.')
})

test('killed around any commit and resumed, the same proposals come, and nothing that was answered is asked again', async () => {
  class Killed extends Error {}
  const run = async (project: OpenProject, fate: number | null): Promise<number> => {
    let commits = 0
    const fated: OpenProject = {
      ...project,
      put: (change) => {
        commits += 1
        if (fate !== null && commits === Math.ceil(fate) && !Number.isInteger(fate)) throw new Killed()
        project.put(change)
        if (fate !== null && commits >= fate) throw new Killed()
      },
    }
    await runWith(fated, practice, { ...forOrders, lanes: 2 }).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error
    })
    return commits
  }
  const outcome = async (fate: number | null) => {
    const { project, path } = standing()
    const orders = [
      give(project, 'shorten', carts),
      give(project, 'expand', noon, 11),
      give(project, 'continue', undefined, 12),
    ]
    const commits = await run(project, fate)
    project.close()
    const again = openProject(path, { now: Date.now })
    recover(again, Date.now())
    await run(again, null)
    const state = again.state()
    const steps = [...state.call.values()].filter(({ status }) => status === 'ended').map(({ step }) => step)
    const result = {
      proposals: orders.map((id) => state.draft.get(orderIn(again, id).draft ?? '')?.text),
      twice: steps.length - new Set(steps).size,
      streaming: [...state.draft.values()].filter((each) => each.standing === 'streaming').length,
    }
    again.close()
    return { commits, result }
  }
  const peace = await outcome(null)
  expect([peace.result.proposals.includes(undefined), peace.result.twice]).toEqual([false, 0])
  for (let fate = 0.5; fate <= peace.commits; fate += 0.5) {
    expect([fate, (await outcome(fate)).result]).toEqual([fate, peace.result])
  }
})
