import { expect, test } from 'vitest'
import { draft, section, state } from '../test-kit.ts'
import type { Draft, Reference } from '../records.ts'
import { brokenCitations, citationFindings, sectionsCiting } from './citations.ts'

const reference = (key: string): Reference => ({
  id: `reference:${key}`,
  key,
  title: key,
  source: `${key}.md`,
  csl: {},
  passages: 2,
  hash: key,
  at: 0,
})

const shown = (passages: readonly string[]): Partial<Draft> => ({
  passages: passages.map((each): `passage:${string}` => `passage:${each}`),
})

const verdicts = (some: Partial<Draft>, ...keys: readonly string[]): readonly string[] =>
  citationFindings(state(...keys.map(reference)), draft(1, some)).map(
    ({ verdict, quote }) => `${verdict} ${quote ?? ''}`,
  )

test.each([
  ['nothing cited', { text: 'Plain.' }, ['a'], []],
  ['cited from what was shown', { text: 'x [@a].', ...shown(['a/1']) }, ['a', 'b'], []],
  ['stored, but not shown', { text: 'x [@b].', ...shown(['a/1']) }, ['a', 'b'], ['broken [@b]']],
  ['made up', { text: 'x [@a; @c].', ...shown(['a/1']) }, ['a'], ['broken [@a; @c]']],
  ['nothing was shown', { text: 'x [@a].', ...shown([]) }, ['a'], ['broken [@a]']],
  ['no prompt with references, stored', { text: 'x [@a].' }, ['a'], []],
  ['no references at all', { text: 'x [@a].' }, [], ['unsure [@a]']],
  ['the writer’s, stored', { text: 'x [@b].', author: 'writer', ...shown(['a/1']) }, ['a', 'b'], []],
  ['the writer’s, gone', { text: 'x [@c].', author: 'writer', ...shown(['a/1']) }, ['a'], ['unsure [@c]']],
] as const)('%s', (_, some, keys, expected) => {
  expect(verdicts(some, ...keys)).toEqual(expected)
})

test('what cites a key is found in every text', () => {
  const texts = [draft(1, { text: 'x [@a; @b] y [@a, p. 3].' }), draft(2), draft(3, { text: 'z [@a].' })]
  const here = state(section(1), section(2), section(3), ...texts)
  expect(sectionsCiting(here, 'a').map((each) => [each.section.id, each.count])).toEqual([
    ['section:1', 2],
    ['section:3', 1],
  ])
})

test('a key that was changed leaves the citations of the old one broken, not gone', () => {
  const cited = draft(1, { text: 'x [@old].', ...shown(['a/1']) })
  const renamed = state({ ...reference('a'), key: 'new' }, cited)
  expect(brokenCitations(renamed, cited)).toBe(1)
  expect(citationFindings(renamed, cited)[0]?.advice).toBe(
    'Take [@old] out, or cite [@new] where it bears it out.',
  )
})
