import { expect, test } from 'vitest'
import { countWords } from '../../../shared/text/words.ts'
import { plan } from './plan.ts'
import { promptBlocks } from './prompt-blocks.ts'

const brief = (form: string, language: string, text: string, requirements = ''): string =>
  `# The brief\nTitle: T\nForm: ${form}\nLanguage: ${language}\nWords in all: 2400\n\n${text}\n# Requirements\n${requirements}`

const answer = (head: string, body: string): ReturnType<typeof plan> =>
  plan(
    promptBlocks([
      { from: 'user', text: head },
      { from: 'user', text: body },
    ]),
  )

const task = (text: string): string => `# Your task\n${text}\nAnswer with a JSON array.`

const diary = brief('diary', 'en', 'A year.', '- The whole. Say: "first snow"')
const weeks = (from: number, to: number, owed = ''): ReturnType<typeof plan> =>
  answer(
    diary,
    `# What single sections owe\n${owed}\n${task(`Plan Week ${from} to Week ${to} of 52. Words each: 230.`)}`,
  )

test('a batch has just the sections asked for', () => {
  const entries = weeks(31, 52)
  expect(entries.map(({ n, title, words, after }) => ({ n, title, words, after }))).toEqual(
    Array.from({ length: 22 }, (_, i) => ({ n: 31 + i, title: `Week ${31 + i}`, words: 230, after: [] })),
  )
})

const mattersOf = (entries: ReturnType<typeof plan>): readonly string[] =>
  entries.flatMap((entry) => entry.owns)

test('a section has the same matter in whatever batch it is planned', () => {
  expect(mattersOf(weeks(1, 52)).slice(30)).toEqual(mattersOf(weeks(31, 52)))
})

test('every matter has one owner, and the neighbours leave it', () => {
  const entries = weeks(1, 52)
  const owns = entries.flatMap((entry) => entry.owns)
  expect(new Set(owns).size).toBe(52)
  expect(entries[10]?.leaves).toEqual([owns[9], owns[11]])
})

test('an entry names what its section owes, in 25 words at most', () => {
  const long = 'a phrase of so very many words that there can be no room left for it in any entry of a plan'
  const entries = weeks(1, 52, `- 3: Say: "choir"\n- 3: Say: "${long}"\n- 4: Never say: "amazing"`)
  expect(entries[2]?.entry).toContain('says “choir”')
  expect(entries.filter(({ entry }) => countWords(entry) > 25)).toEqual([])
})

test('what the whole must say falls to one section', () => {
  expect(weeks(1, 52).filter(({ entry }) => entry.includes('first snow'))).toHaveLength(1)
})

test('a list of as many parts as there are units names them', () => {
  const head = brief('report', 'en', '1. The flood\n2. The quays, the crane etc.\n3. What next?')
  expect(
    answer(head, task('Plan Chapter 1 to Chapter 3 of 3. Words each: 800.')).map(({ title }) => title),
  ).toEqual(['Chapter 1: The flood', 'Chapter 2: The quays, the crane', 'Chapter 3: What next?'])
})

const freely = (head: string, least: number, most: number, words = 2400): ReturnType<typeof plan> =>
  answer(
    head,
    task(`Plan ${least} to ${most} sections, numbered from 1. Their words must add up to ${words}.`),
  )

test.each([
  ['a brief without parts', brief('report', 'en', 'A history.'), 4, 9],
  ['a list within the range', brief('report', 'en', '- One\n- Two\n- Three\n- Four'), 4, 9],
  ['a list that is too short', brief('report', 'en', '- One\n- Two'), 5, 9],
  ['a list that is too long', brief('report', 'en', '- A\n- B\n- C\n- D\n- E'), 2, 3],
  ['headings', brief('manual', 'en', '## Setup\nText.\n## Use\nText.\n## Care\nText.'), 3, 9],
  ['a long novel', brief('novel', 'en', 'A tale.'), 80, 90],
  ['Chinese', brief('小说', 'zh', '一个故事。'), 4, 9],
  ['Japanese', brief('report', 'ja', '報告。'), 4, 9],
  ['German', brief('report', 'de', 'Ein Bericht.'), 40, 60],
  ['one section', brief('report', 'en', 'A note.'), 1, 1],
])(
  '%s: numbered from 1, within the range, words adding up, after lower numbers only',
  (_, head, least, most) => {
    const entries = freely(head, least, most, 24_000)
    const titles = entries.map(({ title }) => title)
    expect({
      numbers: entries.every(({ n }, i) => n === i + 1),
      range: entries.length >= least && entries.length <= most,
      words: entries.reduce((sum, { words }) => sum + words, 0),
      distinct: new Set(titles).size === titles.length,
      short: entries.every(({ entry }) => countWords(entry) <= 25 * (/\p{Script=Han}/u.test(entry) ? 2 : 1)),
      lower: entries.every(({ n, after }) => after.every((other) => other < n)),
    }).toEqual({ numbers: true, range: true, words: 24_000, distinct: true, short: true, lower: true })
  },
)

test('a closing summary comes after all others', () => {
  const entries = freely(brief('report', 'en', 'A history.'), 4, 9)
  expect([entries.at(-1)?.title, entries.at(-1)?.after]).toEqual([
    'Summary',
    entries.slice(0, -1).map(({ n }) => n),
  ])
})

test('a patch mends the sections named and no others, with matter that is new', () => {
  const first = weeks(1, 52)
  const lines = first.map(({ n, title, entry, words }) => `${n}. ${title} (${words} words): ${entry}`)
  const patch = answer(
    diary,
    `# The plan\n${lines.join('\n')}\n# What is wrong with it\n- Section 7 leaves something open.\n- Section 9 has an entry of more than 60 words.\n${task('Mend these sections and no others.')}`,
  )
  const owned = new Set(first.flatMap(({ owns }) => owns))
  expect(patch.map(({ n, title, words }) => [n, title, words])).toEqual([
    [7, 'Week 7', 230],
    [9, 'Week 9', 230],
  ])
  expect(patch.flatMap(({ owns }) => owns).filter((matter) => owned.has(matter))).toEqual([])
})

test('a task of no known kind gets no sections', () => {
  expect(answer(diary, task('Do as you please.'))).toEqual([])
})
