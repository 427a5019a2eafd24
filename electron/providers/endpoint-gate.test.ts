import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createGates, gatesOf } from './endpoint-gate.ts'
import type { Gates, Place, Wish } from './endpoint-gate.ts'
import type { Lesson } from './learned-lanes.ts'
import { manualClock } from './manual-clock.ts'

const never = new AbortController().signal
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Gates that have learned that `a` takes so many calls. */
const gatesWith = async (lanes: number): Promise<Gates> => {
  const gates = createGates()
  const wish = { endpoints: ['a'], arrival: 0 }
  const places = await Promise.all(Array.from({ length: lanes * 2 }, () => gates.enter(wish, never)))
  for (const [i, place] of places.entries()) place?.leave(i === 0 ? 'limit' : 'nothing')
  return gates
}

test('all go at once until the server asks for fewer', async () => {
  const gates = createGates()
  const places = await Promise.all(
    Array.from({ length: 64 }, () => gates.enter({ endpoints: ['a'], arrival: gates.arrive() }, never)),
  )
  expect([places.every(Boolean), gates.standing('a').inHand]).toEqual([true, 64])
})

test('what the writer waits for goes first, then whoever came first; one who comes again keeps the turn', async () => {
  const gates = await gatesWith(1)
  const order: string[] = []
  const hold = await gates.enter({ endpoints: ['a'], arrival: gates.arrive() }, never)
  const arrivals = [1, 2, 3, 4].map(() => gates.arrive())
  const call = async (name: string, arrival: number | undefined, priority?: 'writer'): Promise<void> => {
    const place = await gates.enter({ endpoints: ['a'], arrival: arrival ?? 0, priority }, never)
    order.push(name)
    place?.leave('nothing')
  }
  const calls = [
    call('run 2', arrivals[1]),
    call('writer 4', arrivals[3], 'writer'),
    call('run 1, again', arrivals[0]),
    call('writer 3', arrivals[2], 'writer'),
  ]
  hold?.leave('nothing')
  await Promise.all(calls)
  expect(order).toEqual(['writer 3', 'writer 4', 'run 1, again', 'run 2'])
})

test.each<[string, Partial<Wish>, readonly string[], string]>([
  ['the least busy', {}, ['a', 'a', 'b', 'c', 'c'], 'b'],
  ['of equals the preferred', { prefers: 'b' }, ['a', 'b', 'c'], 'b'],
  ['not the preferred where it is busier', { prefers: 'a' }, ['a', 'a', 'b', 'c'], 'b'],
  ['of equals the one that served least', {}, ['-a', '-b', '-b', '-c', '-c'], 'a'],
  ['nobody else’s', { endpoints: ['b', 'c'] }, ['b'], 'c'],
])('a call goes to %s', async (_, wish, calls, endpoint) => {
  const gates = createGates()
  for (const call of calls) {
    const place = await gates.enter({ endpoints: [call.replace('-', '')], arrival: gates.arrive() }, never)
    if (call.startsWith('-')) place?.leave('nothing')
  }
  const place = await gates.enter({ endpoints: ['a', 'b', 'c'], arrival: gates.arrive(), ...wish }, never)
  expect(place?.endpoint).toBe(endpoint)
})

test('a call that waits goes wherever there is a place first', async () => {
  const gates = await gatesWith(1)
  const at = (endpoint: string) => gates.enter({ endpoints: [endpoint], arrival: gates.arrive() }, never)
  const places = await Promise.all([at('b'), at('b')])
  places[0]?.leave('limit')
  const inHand = await at('a')
  const waiting = gates.enter({ endpoints: ['a', 'b'], arrival: gates.arrive() }, never)
  await settled()
  inHand?.leave('nothing')
  expect((await waiting)?.endpoint).toBe('a')
})

test('a stop ends the waiting at once, and leaves the turns of the others', async () => {
  const gates = await gatesWith(1)
  const stop = new AbortController()
  const first = await gates.enter({ endpoints: ['a'], arrival: gates.arrive() }, never)
  const second = gates.enter({ endpoints: ['a'], arrival: gates.arrive() }, stop.signal)
  const third = gates.enter({ endpoints: ['a'], arrival: gates.arrive() }, never)
  stop.abort()
  expect(await second).toBe(null)
  first?.leave('nothing')
  expect([(await third)?.endpoint, gates.standing('a').inHand]).toEqual(['a', 1])
})

test('gates belong to a platform', () => {
  const [one, two] = [manualClock().platform, manualClock().platform]
  expect([gatesOf(one) === gatesOf(one), gatesOf(one) === gatesOf(two)]).toEqual([true, false])
})

const known = ['a', 'b', 'c']

const entering = fc.record({
  do: fc.constant('enter' as const),
  endpoints: fc.subarray(known, { minLength: 1 }),
  writer: fc.boolean(),
})
const ending = fc.record({
  do: fc.constantFrom('leave' as const, 'stop' as const),
  which: fc.nat(30),
  lesson: fc.constantFrom<Lesson>('good', 'limit', 'nothing'),
})
const deeds = fc.array(fc.oneof(entering, ending), { maxLength: 60 })

type Caller = { readonly wish: Wish; readonly stop: AbortController; place: Place | null; isOver: boolean }

/** Callers at some gates; `faults` says who got a place that there was not, or that another should have had. */
const callersAt = (gates: Gates) => {
  const callers: Caller[] = []
  const faults: string[] = []
  const waiting = (): readonly Caller[] => callers.filter(({ place, isOver }) => !place && !isOver)
  const check = ({ priority, arrival }: Wish, { endpoint }: Place): void => {
    const { inHand, lanes } = gates.standing(endpoint)
    if (inHand > lanes.most) faults.push(`${arrival}: ${inHand} of ${lanes.most} at ${endpoint}`)
    for (const { wish } of waiting()) {
      const isPassed = wish.priority === priority && wish.arrival < arrival
      if (isPassed && wish.endpoints.includes(endpoint)) faults.push(`${arrival} before ${wish.arrival}`)
    }
  }
  const enter = async (wish: Wish): Promise<void> => {
    const caller: Caller = { wish, stop: new AbortController(), place: null, isOver: false }
    callers.push(caller)
    caller.place = await gates.enter(wish, caller.stop.signal)
    caller.isOver = caller.place === null
    if (caller.place) check(wish, caller.place)
  }
  const leave = (caller: Caller | undefined, lesson: Lesson): void => {
    if (!caller?.place) return
    caller.isOver = true
    caller.place.leave(lesson)
    caller.place.leave(lesson)
  }
  const inHand = (): readonly Caller[] => callers.filter(({ place, isOver }) => place && !isOver)
  return { enter, waiting, inHand, leave, faults }
}

const pick = (which: number, of: readonly Caller[]): Caller | undefined => of[which % Math.max(1, of.length)]

test('never more than the lanes are in hand, none is passed over by one of its own kind, and all that enter leave', () =>
  fc.assert(
    fc.asyncProperty(deeds, async (all) => {
      const gates = createGates()
      const { enter, waiting, inHand, leave, faults } = callersAt(gates)
      const counted = (): readonly number[] =>
        known.map((at) => inHand().filter(({ place }) => place?.endpoint === at).length)
      for (const deed of all) {
        if (deed.do === 'enter') {
          const priority = deed.writer ? ('writer' as const) : undefined
          void enter({ endpoints: deed.endpoints, priority, arrival: gates.arrive() })
        } else if (deed.do === 'leave') leave(pick(deed.which, inHand()), deed.lesson)
        else pick(deed.which, waiting())?.stop.abort()
        await settled()
        expect(known.map((at) => gates.standing(at).inHand)).toEqual(counted())
      }
      while (inHand().length > 0) {
        leave(inHand()[0], 'nothing')
        await settled()
      }
      expect([faults, waiting(), counted()]).toEqual([[], [], [0, 0, 0]])
    }),
    { numRuns: 150 },
  ))
