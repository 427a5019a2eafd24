import { join } from 'node:path'
import { expect, test } from 'vitest'
import { passageId } from '../../shared/passages.ts'
import type { Passage, Reference } from '../../shared/records.ts'
import { createProject, openProject, type OpenProject } from './project.ts'
import { manualClock, sampleProject, testFolder } from './testing/samples.ts'

const reference = (name: string, passages: number, some: Partial<Reference> = {}): Reference => ({
  id: `reference:${name}`,
  key: name,
  title: 'Notes',
  source: `${name}.md`,
  csl: {},
  passages,
  hash: name,
  at: 1,
  ...some,
})

const passage = (name: string, n: number, text: string, heading = ''): Passage => ({
  id: passageId(`reference:${name}`, n),
  reference: `reference:${name}`,
  n,
  heading,
  text,
})

const texts = [
  'The night ferry sails from the old harbour at low tide, and the pilot waits.',
  'Bread is baked before dawn in the ovens below the market.',
  'The harbour was dredged twice, since the tide brings silt to every ferry berth.',
  'Markets open at eight; the ferry bell is heard there.',
]
const chinese = ['港口的水质在去年改善了很多。', '面包在天亮之前烤好。', '灯塔的光为船只指路。']

const project = (): OpenProject => {
  const path = join(testFolder(), 'harbour.longhand')
  const made = createProject(path, [sampleProject], manualClock())
  made.put({
    put: [reference('harbour', texts.length), reference('water', chinese.length)],
    shelve: [
      ...texts.map((text, i) => passage('harbour', i + 1, text, i === 1 ? 'Ovens' : '')),
      ...chinese.map((text, i) => passage('water', i + 1, text)),
    ],
  })
  return made
}
const found = (from: OpenProject, query: string, limit = 9): readonly string[] =>
  from.searchPassages(query, limit).map((each) => each.passage.id.slice('passage:'.length))

test.each([
  ['the best first', 'ferries at the tide of a harbour', ['harbour/3', 'harbour/1']],
  ['by its heading', 'ovens of bread', ['harbour/2']],
  ['without accents and case', 'FÉRRY tidès', ['harbour/3', 'harbour/1']],
  ['one word is enough where there is but one', 'silt', ['harbour/3']],
  ['one of many is not', 'silt accumulated under mountains of paper', []],
  ['a Chinese word of two letters', '水质', ['water/1']],
  ['a Chinese sentence', '灯塔和船只', ['water/3']],
  ['nothing near', 'volcanoes and glaciers', []],
  ['small words alone', 'the of and', []],
  ['nothing asked', '', []],
  [
    'what would be a query language',
    '"ferry" OR (tide* NEAR/2 -harbour) AND {x}',
    ['harbour/3', 'harbour/1'],
  ],
])('%s', (_, query, expected) => {
  const open = project()
  expect(found(open, query)).toEqual(expected)
  open.close()
})

test('the limit holds, scores fall, and the same is found again', () => {
  const open = project()
  const [first, second] = open.searchPassages('harbour ferry tide', 2)
  expect(open.searchPassages('harbour ferry tide', 1)).toEqual([first])
  expect(open.searchPassages('harbour ferry tide', 2)).toEqual([first, second])
  expect(first?.score).toBeGreaterThan(second?.score ?? Infinity)
  open.close()
})

test('what a project finds does not depend on what it held before, nor on when it was opened', () => {
  const open = project()
  const before = open.searchPassages('harbour ferry tide', 5)
  open.put({ put: [reference('more', 1)], shelve: [passage('more', 1, texts[0] ?? '')] })
  expect(found(open, 'harbour ferry tide')).toHaveLength(3)
  open.put({ shelve: [reference('more', 1)] })
  expect(open.searchPassages('harbour ferry tide', 5)).toEqual(before)
  open.put({ shelve: [reference('harbour', texts.length)] })
  expect(found(open, 'harbour ferry tide')).toEqual([])
  open.put({ put: [reference('harbour', texts.length)] })
  expect(open.searchPassages('harbour ferry tide', 5)).toEqual(before)
  open.close()
  const again = openProject(open.path, manualClock())
  expect(again.searchPassages('harbour ferry tide', 5)).toEqual(before)
  again.close()
})

test('a title that is changed is searched by its new words', () => {
  const open = project()
  expect(found(open, 'lighthouse keepers')).toEqual([])
  open.put({ put: [reference('water', chinese.length, { title: 'Lighthouse keepers' })] })
  expect(found(open, 'lighthouse keepers')).toHaveLength(3)
  open.close()
})

test('a closed project is not searched', () => {
  const open = project()
  open.searchPassages('ferry', 1)
  open.close()
  expect(() => open.searchPassages('ferry', 1)).toThrow('is closed')
})
