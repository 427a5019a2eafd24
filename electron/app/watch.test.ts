import { expect, test } from 'vitest'
import type { Watched } from '../../shared/contract.ts'
import { applyEvent, emptyState, type ProjectEvent } from '../../shared/project-state.ts'
import { createWatcher, watchWindow } from './watch.ts'

const feed = () => {
  let state = emptyState()
  const listeners = new Set<(event: ProjectEvent) => void>()
  const emit = (): void => {
    const event: ProjectEvent = { type: 'change', seq: state.seq + 1, put: [], remove: [] }
    state = applyEvent(state, event)
    for (const listener of listeners) listener(event)
  }
  const subscribe = (listener: (event: ProjectEvent) => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return { state: () => state, subscribe, emit, listeners }
}

type Items = AsyncGenerator<Watched, 'behind' | 'closed', void>

const take = async (items: Items, count: number): Promise<readonly (number | string)[]> => {
  const out: (number | string)[] = []
  while (out.length < count) {
    const { done, value } = await items.next()
    if (done) return [...out, value]
    out.push('seq' in value ? value.seq : value.type)
  }
  return out
}

const many = { events: 1_000, units: 1_000 }

test('a watcher hears the state first, then what comes later', async () => {
  const source = feed()
  source.emit()
  const { items, close } = createWatcher(source, 'watcher:1', undefined)
  source.emit()
  expect(await take(items, 2)).toEqual([1, 2])
  source.emit()
  expect(await take(items, 1)).toEqual([3])
  close()
  expect(await take(items, 1)).toEqual(['closed'])
  expect(source.listeners.size).toBe(0)
})

test('no more is sent than the window allows until the watcher says it has read', async () => {
  const source = feed()
  const { items, seen } = createWatcher(source, 'watcher:1', undefined, many)
  for (let i = 0; i < 100; i += 1) source.emit()
  expect(await take(items, watchWindow)).toHaveLength(watchWindow)
  const next = take(items, 1)
  expect(await Promise.race([next, Promise.resolve('waits')])).toBe('waits')
  seen(1)
  expect(await next).toEqual([watchWindow])
})

test('a watcher that does not read is told that it is behind, once it reads again', async () => {
  const source = feed()
  const { items } = createWatcher(source, 'watcher:1', undefined, { events: 3, units: 9 })
  for (let i = 0; i < 10; i += 1) source.emit()
  expect(await take(items, 9)).toEqual([0, 'behind'])
  expect(source.listeners.size).toBe(0)
})

test('a watcher whose port has gone lets go of the project', async () => {
  const source = feed()
  const gone = new AbortController()
  const { items } = createWatcher(source, 'watcher:1', gone.signal)
  expect(await take(items, 1)).toEqual([0])
  gone.abort()
  expect(await take(items, 1)).toEqual(['closed'])
  expect(source.listeners.size).toBe(0)
})
