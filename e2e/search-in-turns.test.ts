import { expect, test } from 'vitest'
import { desk } from '../shared/questions/drafts.ts'
import { neededSearch } from '../shared/questions/joins.ts'
import { isSearchStep } from '../shared/questions/steps.ts'
import { runWith } from './in-project.ts'
import { practice, workOf } from './standing-work.ts'

const told =
  'The harbour master counted forty seven barrels of salted herring on the northern quay before the bell rang for the evening boat, and the lamps were lit one after another along the wall.'
const all = [`It began at dusk. ${told}`, `Then came the night. ${told}`, 'Nobody spoke of it again.']

/** A run whose clock goes a frame further each time it is read, so that every step of a search gives up its turn. */
const runInTurns = async (change: (turn: number) => string | null) => {
  const { project } = workOf(all, { author: 'writer' })
  let [time, turns] = [1_000, 0]
  await runWith(project, practice, {
    now: () => (time += 17),
    sleep: () => {
      if (neededSearch(project.state()) === null) return Promise.resolve()
      turns += 1
      const text = change(turns)
      const { current } = desk(project.state(), 'section:2')
      if (text !== null && current) project.put({ put: [{ ...current, text, edition: 1 }] })
      return Promise.resolve()
    },
  })
  const state = project.state()
  const found = [...state.order.values()].filter(({ kind }) => kind === 'duplicate')
  const searches = [...state.step.values()].filter(({ id }) => isSearchStep(id))
  return { turns, found: found.length, searches: searches.length, isNeeded: neededSearch(state) !== null }
}

test('a search gives up its turn after every section and finds what it finds', async () => {
  const { turns, ...rest } = await runInTurns(() => null)
  expect(turns).toBeGreaterThan(all.length * 5)
  expect(rest).toEqual({ found: 1, searches: 1, isNeeded: false })
})

test('what a search found in texts that changed meanwhile does not count: they are searched again', async () => {
  const { turns: _, ...rest } = await runInTurns((turn) =>
    turn === 12 ? 'Something else stands here.' : null,
  )
  expect(rest).toEqual({ found: 0, searches: 1, isNeeded: false })
})
