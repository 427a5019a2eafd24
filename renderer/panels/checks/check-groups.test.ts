import { expect, test } from 'vitest'
import { applyEvent } from '../../../shared/project-state.ts'
import type { Reference } from '../../../shared/records.ts'
import { draft, section, state } from '../../../shared/test-kit.ts'
import { checkGroups } from './check-groups.ts'

const source: Reference = {
  id: 'reference:a',
  key: 'a',
  title: 'A',
  source: 'a.md',
  csl: {},
  passages: 1,
  hash: 'a',
  at: 0,
}

test('a source that is renamed leaves its citations flagged at once', () => {
  const before = state(section(1), draft(1, { text: 'x [@a].' }), source)
  const renamed = applyEvent(before, { type: 'change', seq: 1, put: [{ ...source, key: 'b' }], remove: [] })
  const flagged = [before, renamed].map((each) => checkGroups(each).flatMap(({ flags }) => flags.length))
  expect(flagged).toEqual([[], [1]])
})
