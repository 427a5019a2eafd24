import { describe, expect, test } from 'vitest'
import type { AnyRecord, Brief } from '../records.ts'
import { brief, plan, say, section, state } from '../test-kit.ts'
import { carriesFrom, isPlannedAhead, planBatches, sectionsInAll, shownTo } from './batches.ts'
import { dutiesOf } from './duties.ts'

const units = (count: number): Partial<Brief> => ({ units: { label: 'Day', count } })

describe('a plan is made in batches', () => {
  test.each<readonly [string, Partial<Brief>, readonly string[], boolean]>([
    ['no units', { units: { label: 'Day', count: 0 } }, ['1-0'], false],
    ['one unit', units(1), ['1-1'], false],
    ['one batch', units(30), ['1-30'], false],
    ['a unit more', units(31), ['1-30', '31-31'], true],
    ['100 units', units(100), ['1-30', '31-60', '61-90', '91-100'], true],
    ['as many as the planner likes', { words: 5_000 }, ['1-'], false],
    ['as many as it likes, of a long work', { words: 24_000 }, ['1-30', '31-'], false],
    ['nothing said', {}, ['1-'], false],
  ])('%s', (_, some, batches, ahead) => {
    const asked = state(brief(some))
    expect(planBatches(asked).map(({ from, to }) => `${from}-${to ?? ''}`)).toEqual(batches)
    expect(isPlannedAhead(asked)).toBe(ahead)
  })
})

test('a section is shown its batch and those before it, whenever it is written', () => {
  const [few, many, free] = [
    state(brief(units(30))),
    state(brief(units(70))),
    state(brief({ words: 24_000 })),
  ]
  const to = [1, 30, 31, 61, 70, null].map((unit) => shownTo(many, { unit }))
  expect(to).toEqual([30, 30, 60, 70, 70, Infinity])
  expect([few, free].map((each) => shownTo(each, { unit: 1 }))).toEqual([Infinity, Infinity])
})

describe('what is asked of the whole and needs one section falls to one that is planned last', () => {
  const flood = say('flood', { where: 'document' })
  const planned = (count: number, to: number): readonly AnyRecord[] => [
    brief(units(count)),
    flood,
    ...Array.from({ length: to }, (_, i) => section(i + 1, i === 1 ? { owns: ['flood'] } : {})),
  ]
  const carriers = (count: number, to: number): readonly (string | null)[] => {
    const known = state(...planned(count, to))
    return [null, ...Array.from({ length: to }, (_, i): `section:${number}` => `section:${i + 1}`)].filter(
      (id) => dutiesOf(known, id).length > 0,
    )
  }
  test.each<readonly [string, number, number, number, readonly (string | null)[]]>([
    ['one batch', 30, 30, 1, ['section:2']],
    ['the first of two', 40, 30, 31, [null]],
    ['both', 40, 40, 31, ['section:31']],
  ])('%s', (_, count, to, from, expected) => {
    expect([carriesFrom(state(brief(units(count)))), carriers(count, to)]).toEqual([from, expected])
  })
})

test.each<readonly [string, readonly AnyRecord[], number]>([
  ['as many as the brief says', [brief(units(40)), section(1)], 40],
  ['as many as there are', [brief(), section(1)], 1],
  ['as many as there are once the plan stands', [brief(units(40)), plan(), section(1)], 1],
])('sections in all: %s', (_, records, expected) => {
  expect(sectionsInAll(state(...records))).toBe(expected)
})
