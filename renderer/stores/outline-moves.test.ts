import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEvent, type ProjectState } from '../../shared/project-state.ts'
import { outline } from '../../shared/questions/outline.ts'
import type { Section, SectionId } from '../../shared/records.ts'
import { inverseChange, type SectionChange } from '../../shared/section-change.ts'
import { draft, section, state } from '../../shared/test-kit.ts'
import { adding, moving, placing, removing, type Direction } from './outline-moves.ts'

const under = (n: number, parent: number, some: Partial<Section> = {}) =>
  section(n, { parent: `section:${parent}`, ...some })

/** Two chapters with children: 1 (2, 3), 4 (5). */
const book = state(section(1), under(2, 1), under(3, 1), section(4), under(5, 4))

const after = (before: ProjectState, change: SectionChange | null): ProjectState =>
  change === null ? before : applyEvent(before, { type: 'change', seq: 1, ...change })

const drawn = (shown: ProjectState): string =>
  outline(shown)
    .map(({ section: { id }, depth }) => `${'-'.repeat(depth - 1)}${id.slice('section:'.length)}`)
    .join(' ')

test.each<readonly [number, Direction, string]>([
  [1, 'up', '1 -2 -3 4 -5'],
  [1, 'down', '4 -5 1 -2 -3'],
  [4, 'up', '4 -5 1 -2 -3'],
  [2, 'down', '1 -3 -2 4 -5'],
  [3, 'out', '1 -2 3 4 -5'],
  [3, 'in', '1 -2 --3 4 -5'],
  [4, 'in', '1 -2 -3 -4 --5'],
  [5, 'in', '1 -2 -3 4 -5'],
])('section %i moved %s', (n, direction, expected) => {
  expect(drawn(after(book, moving(book, `section:${n}`, direction)))).toBe(expected)
})

test.each<readonly [number, number | null, number, string]>([
  [5, 1, 0, '1 -5 -2 -3 4'],
  [5, 1, 99, '1 -2 -3 -5 4'],
  [2, null, 2, '1 -3 4 -5 2'],
  [1, 3, 0, '1 -2 -3 4 -5'],
])('section %i placed under %s at %i', (n, parent, index, expected) => {
  const change = placing(book, `section:${n}`, parent === null ? null : `section:${parent}`, index)
  expect(drawn(after(book, change))).toBe(expected)
})

test('nothing is placed under a section that holds text', () => {
  const written = state(section(1), draft(1), section(2))
  expect([placing(written, 'section:2', 'section:1', 0), moving(written, 'section:2', 'in')]).toEqual([
    null,
    null,
  ])
})

test('a new section stands behind the chosen one, or last', () => {
  const inside = after(book, adding(book, 'section:2', 'section:new'))
  const last = after(book, adding(book, null, 'section:new'))
  expect([drawn(inside), drawn(last)]).toEqual(['1 -2 -new -3 4 -5', '1 -2 -3 4 -5 new'])
})

test('a section is removed with all below it', () => {
  expect(drawn(after(book, removing(book, 'section:1')))).toBe('4 -5')
})

const directions = fc.constantFrom<Direction>('up', 'down', 'in', 'out')
const ids = fc.constantFrom<SectionId>('section:1', 'section:2', 'section:3', 'section:4', 'section:5')

test('however sections are moved, none is lost, and the inverses lead back', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(ids, directions), { maxLength: 30 }), (moves) => {
      let now = book
      const back: SectionChange[] = []
      for (const [id, direction] of moves) {
        const change = moving(now, id, direction)
        if (change === null) continue
        back.push(inverseChange(now, change))
        now = after(now, change)
      }
      const kept = outline(now).length
      for (const change of back.toReversed()) now = after(now, change)
      expect([kept, drawn(now)]).toEqual([5, drawn(book)])
    }),
  )
})
