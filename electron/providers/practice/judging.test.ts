import { expect, test } from 'vitest'
import { join } from './join.ts'
import { promptBlocks } from './prompt-blocks.ts'
import { remember } from './remember.ts'
import { review } from './review.ts'

const blocks = (text: string): ReturnType<typeof promptBlocks> => promptBlocks([{ from: 'user', text }])

const text = 'The tide tables hang by the door. Nobody explains the joke, and low water comes at four.'

const judged = (point: string, of = text): readonly [string, string] => {
  const [first] = review(
    blocks(`# The section "Moorings"\n"""\n${of}\n"""\n# Points to judge\n1. ${point}\n# Your task\nJudge.`),
  )
  return [first?.verdict ?? '', first?.quote ?? '']
}

test.each([
  ['Say: "Low water"', 'kept', 'low water'],
  ['Say: "north quay"', 'broken', ''],
  ['Never say: "north quay"', 'kept', 'The tide tables hang by the door.'],
  ['Never say: "the door"', 'broken', 'the door'],
  ['Length: 10 to 20 words', 'kept', 'The tide tables hang by the door.'],
  ['Length: at least 40 words', 'broken', ''],
  ['Keep to: Never explain a joke.', 'kept', 'Nobody explains the joke, and low water comes at four.'],
  ['Keep to: Use metric units.', 'unsure', ''],
  ['Bring in: "low waters"', 'kept', 'Nobody explains the joke, and low water comes at four.'],
  ['Bring in: "north quay"', 'broken', ''],
  ['Repeat: "the" at least 3 times', 'kept', 'The'],
  ['Repeat: "the" at most 2 times', 'broken', 'the'],
  ['Have: a question', 'broken', ''],
  ['Have: no question', 'kept', 'The tide tables hang by the door.'],
  ['Open with: "The tide"', 'kept', 'The tide tables hang by the door.'],
  ['Close with: a question', 'broken', 'Nobody explains the joke, and low water comes at four.'],
  ['Voice: first person', 'unsure', ''],
  ['Write in: British English (en-GB)', 'kept', 'The tide tables hang by the door.'],
  ['Cite: at least 1 source, as [@key]', 'broken', ''],
  ['It does what was planned: Tells who keeps the tide tables.', 'kept', 'The tide tables hang by the door.'],
])('%s: %s', (point, verdict, quote) => {
  expect(judged(point)).toEqual([verdict, quote])
})

test('Chinese is judged by pairs of letters', () => {
  expect(judged('Keep to: 每个数字都要有单位', '码头很静。数字旁边写着单位。')).toEqual([
    'kept',
    '数字旁边写着单位。',
  ])
})

test('every point gets its verdict', () => {
  const points = ['Say: "a"', 'Keep to: b', 'whatever'].map((point, i) => `${i + 1}. ${point}`).join('\n')
  expect(
    review(blocks(`# The section "A"\n"""\n${text}\n"""\n# Points to judge\n${points}`)).map(
      ({ point }) => point,
    ),
  ).toEqual([1, 2, 3])
})

test('memory: a summary of what comes first, and facts by name', () => {
  const prose =
    'This is placeholder prose. The ferry left on Monday. One thing is set down here: “low water”. The keeper slept.'
  expect(remember(blocks(`# The section "Moorings"\n"""\n${prose}\n"""\n# Your task\nSum it up.`))).toEqual({
    summary: 'The ferry left on Monday. One thing is set down here: “low water”. The keeper slept.',
    facts: [
      { about: 'event', name: 'Monday', fact: 'The ferry left on Monday.' },
      { about: 'term', name: 'low water', fact: 'One thing is set down here: “low water”.' },
    ],
  })
})

test.each([
  ['an empty text', '', 'Moorings'],
  ['nothing but honesty', 'This is placeholder prose.', 'This is placeholder prose.'],
])('memory of %s', (_, prose, summary) => {
  expect(remember(blocks(`# The section "Moorings"\n"""\n${prose}\n"""`))).toEqual({ summary, facts: [] })
})

const shown = (n: number, ending: string, beginning: string): string =>
  `${n}. "A" ends:\n"""\n${ending}\n"""\nand "B" begins:\n"""\n${beginning}\n"""`

test('a join reads badly where a sentence ends the one and begins the other', () => {
  const joins = [
    shown(1, 'The boat left. It rained.', 'A new day.'),
    shown(2, 'The boat left.', 'the boat left! Then rain.'),
  ]
  expect(join(blocks(`# Joins\n${joins.join('\n')}\n# Your task\nAnswer.`))).toEqual([
    { join: 1, reads: 'well', advice: '' },
    { join: 2, reads: 'badly', advice: 'Both say "the boat left!"; let only one of them say it.' },
  ])
})
