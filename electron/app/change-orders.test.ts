import { describe, expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { commands } from '../../shared/commands/index.ts'
import { commandOrder } from '../../shared/orders/command-order.ts'
import { basisOf, foundOrder, type Found } from '../../shared/orders/found-order.ts'
import { inverseOrderChange, type OrderChange } from '../../shared/orders/order-change.ts'
import { applyEvent, type ProjectState } from '../../shared/project-state.ts'
import { askedOrders, openOrders } from '../../shared/questions/orders.ts'
import { desk } from '../../shared/questions/drafts.ts'
import type { AnyRecord, Memory, Order } from '../../shared/records.ts'
import { draft, plan, section, state } from '../../shared/test-kit.ts'
import { changeOrders } from './change-orders.ts'

const text = 'Ines waits. Nobody comes. Ines goes.'
const fact: Memory = {
  id: 'memory:1/a',
  section: 'section:1',
  about: 'person',
  name: 'Ines',
  fact: 'is 23',
  madeFrom: '',
}
const base = state(plan(), section(1), section(2), draft(1, { text }), fact)

const found = (some: Partial<Found> = {}): Order =>
  foundOrder(
    {
      kind: 'seam',
      section: 'section:1',
      sentence: 'It reads badly.',
      places: [],
      advice: 'Mend it.',
      by: 'model',
      madeFrom: '',
      ...some,
    },
    some,
    1,
  )
const seam = found()
const older = { ...fact, fact: 'is 27' }
const remembered = found({ kind: 'memory', put: [older], basis: basisOf(base, { put: [older] }) })
const forgotten = found({ kind: 'memory', remove: [fact.id], basis: basisOf(base, { remove: [fact.id] }) })
const planned = found({ kind: 'plan', put: [section(1, { intent: 'Another.' })] })
const term = found({
  kind: 'term',
  edits: [
    { from: 0, to: 4, quote: 'Ines', text: 'Inés' },
    { from: 26, to: 30, quote: 'Ines', text: 'Inés' },
  ],
})

/** A state with a shelf behind it. */
const world = (...records: readonly AnyRecord[]) => {
  let now: ProjectState = applyEvent(base, { type: 'change', seq: 1, put: records, remove: [] })
  const shelf = new Map<string, AnyRecord>()
  const project = { state: () => now, shelf: (id: string) => shelf.get(id) ?? null, shelved: () => [] }
  const change = (made: OrderChange, at = 9): void => {
    const { put = [], shelve = [], remove = [] } = changeOrders(project, made, at)
    for (const record of shelve) shelf.set(record.id, record)
    const gone = [...remove, ...shelve.map(({ id }) => id)]
    now = applyEvent(now, { type: 'change', seq: now.seq + 1, put, remove: gone })
  }
  const set = (id: Order['id'], some: Partial<Order>): void =>
    change({ put: [{ ...order(id), ...some }], remove: [] })
  const order = (id: Order['id']): Order => {
    const record = now.order.get(id) ?? shelf.get(id)
    if (!record || !('advice' in record) || !('take' in record)) throw new Error(`no ${id}`)
    return record
  }
  return { project, change, set, order, shelf, state: () => now }
}

const codeOf = (act: () => void): string => {
  try {
    act()
    return 'done'
  } catch (error) {
    return error instanceof AppError ? error.code : 'a bug'
  }
}

describe('an order that a model does', () => {
  test('is asked for, taken back, dropped, and found again', () => {
    const { set, order, state: now } = world(seam)
    set(seam.id, { status: 'asked' })
    expect([order(seam.id).take, askedOrders(now()).length, openOrders(now()).length]).toEqual([1, 1, 0])
    set(seam.id, { status: 'open' })
    expect([askedOrders(now()).length, openOrders(now()).length]).toEqual([0, 1])
    set(seam.id, { status: 'dropped' })
    expect([askedOrders(now()).length, openOrders(now()).length]).toEqual([0, 0])
    set(seam.id, { status: 'asked' })
    expect(order(seam.id)).toEqual({ ...seam, status: 'asked', take: 2 })
  })

  test('asked for anew it forgets what came of it, and the proposal that waits is dropped', () => {
    const proposal = draft(1, { id: 'draft:p', standing: 'proposal' })
    const ended: Order = {
      ...seam,
      status: 'ended',
      take: 1,
      draft: 'draft:p',
      edits: [{ from: 0, to: 4, quote: 'Ines', text: 'Ida' }],
      fault: { code: 'stale', sentence: 'Gone.' },
    }
    const { set, order, shelf } = world(proposal, ended)
    set(seam.id, { status: 'asked' })
    expect(order(seam.id)).toEqual({ ...seam, status: 'asked', take: 2 })
    expect(shelf.get('draft:p')).toEqual({ ...proposal, standing: 'dropped' })
  })

  test('what came of it is the loop’s to say', () => {
    const { set, order } = world(seam)
    set(seam.id, {
      advice: 'Mend it well.',
      take: 7,
      draft: 'draft:x',
      fault: { code: 'stale', sentence: '' },
    })
    expect(order(seam.id)).toEqual({ ...seam, advice: 'Mend it well.' })
  })
})

describe('an order that holds its change', () => {
  test.each<readonly [string, Order, (state: ProjectState) => unknown, unknown, unknown]>([
    ['of memory', remembered, ({ memory }) => memory.get(fact.id), fact, older],
    ['that forgets', forgotten, ({ memory }) => memory.get(fact.id), fact, undefined],
    ['of the plan', planned, (now) => now.section.get('section:1')?.intent, section(1).intent, 'Another.'],
  ])('is done at once, and taken back when it is put as it was: %s', (_, order, look, before, after) => {
    const { change, set, state: now } = world(order)
    const made: OrderChange = { put: [{ ...order, status: 'asked' }], remove: [] }
    const back = inverseOrderChange(now(), made)
    change(made)
    expect([look(now()), now().order.get(order.id)?.status]).toEqual([after, 'ended'])
    const again = inverseOrderChange(now(), back)
    change(back)
    expect([look(now()), now().order.get(order.id)?.status]).toEqual([before, 'open'])
    change(again)
    expect([look(now()), now().order.get(order.id)?.status]).toEqual([after, 'ended'])
    set(order.id, { status: 'dropped' })
    expect([look(now()), now().order.get(order.id)?.status]).toEqual([before, 'dropped'])
  })

  test('is refused where what it changes was changed since', () => {
    const { set } = world({ ...fact, fact: 'is 31', by: 'writer' }, remembered)
    expect(codeOf(() => set(remembered.id, { status: 'asked' }))).toBe('stale')
  })

  test('is not taken back over what the writer wrote since', () => {
    const first = world(remembered)
    first.set(remembered.id, { status: 'asked' })
    const { set } = world({ ...fact, fact: 'is 31' }, first.order(remembered.id))
    expect(codeOf(() => set(remembered.id, { status: 'open' }))).toBe('stale')
  })

  test('may be edited before', () => {
    const { set, state: now } = world(remembered)
    set(remembered.id, { put: [{ ...older, fact: 'is 28' }] })
    set(remembered.id, { status: 'asked' })
    expect(now().memory.get(fact.id)?.fact).toBe('is 28')
  })
})

test('a term is mended by code, as a proposal; what stands stays', () => {
  const { set, order, state: now } = world(term)
  set(term.id, { status: 'asked' })
  const { current, proposals } = desk(now(), 'section:1')
  expect([current?.text, proposals.map((each) => each.text), order(term.id).status]).toEqual([
    text,
    ['Inés waits. Nobody comes. Inés goes.'],
    'ended',
  ])
  expect(order(term.id).draft).toBe(proposals[0]?.id)
})

describe('commands', () => {
  const shorten = commands.find(({ id }) => id === 'shorten')
  const command = (at: number): Order => {
    if (!shorten) throw new Error('no command')
    return commandOrder(base, shorten, {
      section: 'section:1',
      selection: { from: 0, to: 11, quote: 'Ines waits.' },
      at,
    })
  }

  test('are added, and removed; the inverse of either is a change', () => {
    const { change, state: now } = world()
    const made: OrderChange = { put: [command(1)], remove: [] }
    const back = inverseOrderChange(now(), made)
    change(made)
    expect(askedOrders(now())).toEqual([command(1)])
    const again = inverseOrderChange(now(), back)
    change(back)
    expect(now().order.size).toBe(0)
    change(again)
    expect(askedOrders(now()).map(({ id }) => id)).toEqual([command(1).id])
  })

  test('that are done with leave when the next is given, unless their proposal waits', () => {
    const proposal = draft(1, { id: 'draft:p', standing: 'proposal' })
    const done: Order = { ...command(1), status: 'ended', draft: 'draft:gone' }
    const waiting: Order = { ...command(2), status: 'ended', draft: 'draft:p' }
    const failed: Order = { ...command(3), status: 'failed' }
    const { change, state: now } = world(proposal, done, waiting, failed)
    change({ put: [command(4)], remove: [] })
    expect([...now().order.values()].map(({ at }) => at)).toEqual([2, 3, 4])
  })
})

describe('refused, and nothing is done', () => {
  test.each<readonly [string, Order, string]>([
    ['another section', { ...seam, section: 'section:2' }, 'usage'],
    ['other places', { ...seam, places: [{ section: 'section:1', quote: 'Ines' }] }, 'usage'],
    ['another change', { ...remembered, remove: ['memory:1/b'] }, 'usage'],
    ['an order that nobody found', { ...seam, id: 'order:mine' }, 'usage'],
    [
      'a command that holds a change',
      { ...seam, id: 'order:c', kind: 'command', by: 'writer', put: [older] },
      'usage',
    ],
    [
      'a command for words that are gone',
      { ...seam, id: 'order:c', kind: 'command', by: 'writer', selection: { from: 0, to: 3, quote: 'Ida' } },
      'stale',
    ],
    ['a term that is gone', { ...term, status: 'asked' }, 'stale'],
  ])('%s', (_, order, code) => {
    const gone = term.id === order.id ? draft(1, { text: 'Nobody.' }) : draft(1, { text })
    const { change, state: now } = world(seam, remembered, term, gone)
    const before = now()
    expect(codeOf(() => change({ put: [{ ...seam, status: 'asked' }, order], remove: [] }))).toBe(code)
    expect(now()).toBe(before)
  })

  test('removing what was found: it would be found again', () => {
    const { change } = world(seam)
    expect(codeOf(() => change({ put: [], remove: [seam.id] }))).toBe('usage')
  })

  test('changing what is worked on', () => {
    const { set } = world(seam)
    set(seam.id, { status: 'asked' })
    expect(codeOf(() => set(seam.id, { advice: 'Otherwise.' }))).toBe('usage')
  })
})
