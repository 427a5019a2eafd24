import { describe, expect, test } from 'vitest'
import { checkedText } from './checked-text.ts'
import {
  check,
  demandFields,
  demandOf,
  demandOfLine,
  demandSchema,
  documentMeans,
  dutyLine,
  fieldOf,
  type Demand,
} from './demand.ts'
import { constraintKinds } from './index.ts'

/** Demands, and how a prompt says them. */
type Example<Kind extends Demand['kind']> = readonly (readonly [
  params: Extract<Demand, { kind: Kind }>['params'],
  line: string,
])[]

/** Examples of every kind: a new kind does not compile until it has some. */
const examples: { readonly [Kind in Demand['kind']]: Example<Kind> } = {
  length: [
    [{ min: 3, max: 5 }, 'Length: 3 to 5 words'],
    [{ min: 0 }, 'Length: at least 0 words'],
    [{ max: 5 }, 'Length: at most 5 words'],
    [{ within: 0.1 }, 'Length: within 10 % of the plan'],
    [{}, 'Length: as planned'],
  ],
  mentions: [
    [{ text: 'the tide’s turn (a+b)' }, 'Say: "the tide’s turn (a+b)"'],
    [{ text: '"so" she said' }, 'Say: ""so" she said"'],
    [{ text: 'a jazz club: the first', loosely: true }, 'Bring in: "a jazz club: the first"'],
  ],
  avoids: [[{ text: 'obvious' }, 'Never say: "obvious"']],
  repeats: [
    [{ text: 'so it goes', min: 3 }, 'Repeat: "so it goes" at least 3 times'],
    [{ text: 'at "least" 2 times', max: 2 }, 'Repeat: "at "least" 2 times" at most 2 times'],
    [{ text: 'a', min: 1, max: 1 }, 'Repeat: "a" exactly 1 times'],
    [{ text: '潮水', min: 2, max: 5 }, 'Repeat: "潮水" 2 to 5 times'],
  ],
  pattern: [
    [{ has: 'list' }, 'Have: a list'],
    [{ has: 'question', min: 3 }, 'Have: at least 3 questions'],
    [{ has: 'number', min: 1 }, 'Have: at least 1 number in figures'],
    [{ has: 'dialogue', min: 2 }, 'Have: at least 2 lines of dialogue'],
    [{ has: 'table', not: true }, 'Have: no table'],
  ],
  opening: [
    [{ form: 'question' }, 'Open with: a question'],
    [{ text: 'a question' }, 'Open with: "a question"'],
    [{ text: 'Dear "diary"', form: 'exclamation' }, 'Open with: an exclamation: "Dear "diary""'],
  ],
  closing: [
    [{ form: 'list' }, 'Close with: a list'],
    [{ text: 'The end' }, 'Close with: "The end"'],
  ],
  voice: [
    [
      { person: 'first', tense: 'past', of: 'Ines' },
      'Voice: first person, past tense, through the eyes of Ines',
    ],
    [{ tense: 'present' }, 'Voice: present tense'],
    [{ of: 'the second person' }, 'Voice: through the eyes of the second person'],
  ],
  language: [
    [{ code: 'en-GB' }, 'Write in: British English (en-GB)'],
    [{ code: 'zh' }, 'Write in: Chinese (zh)'],
  ],
  cites: [
    [{ min: 1 }, 'Cite: at least 1 source, as [@key]'],
    [{ min: 3 }, 'Cite: at least 3 sources, as [@key]'],
  ],
  rule: [[{ text: 'Never explain: a joke.' }, 'Keep to: Never explain: a joke.']],
}

describe.each(constraintKinds.map(({ kind }) => [kind]))('the kind %s', (kind) => {
  test.each<readonly [params: Demand['params'], line: string]>([...examples[kind]])(
    '%j is saved, said in a prompt and said in front matter, and read back from each',
    (params, line) => {
      const demand = demandSchema.parse({ kind, params })
      const { field, text } = fieldOf(demand)
      expect({
        saved: demandSchema.parse(structuredClone(demand)),
        line: dutyLine(demand),
        ofLine: demandOfLine(dutyLine(demand)),
        stated: demandOf(field, text),
        known: demandFields.includes(field),
        owed: documentMeans(demand) !== undefined,
      }).toEqual({
        saved: { kind, params },
        line,
        ofLine: { kind, params },
        stated: { kind, params },
        known: true,
        owed: true,
      })
    },
  )

  test('refuses what is not its own', () => {
    expect(demandSchema.safeParse({ kind, params: 'nothing of the kind' }).success).toBe(false)
  })
})

const everyDemand = constraintKinds.flatMap(({ kind }) =>
  examples[kind].map(([params]) => demandSchema.parse({ kind, params })),
)

test.each([
  ['\u0000\uD800'],
  ['🕊️'.repeat(10_000)],
  ['('.repeat(20_000)],
  ['“'.repeat(20_000)],
  ['„'.repeat(20_000)],
  ['‘a'.repeat(20_000)],
  ['?! '.repeat(20_000)],
  ['a 1 '.repeat(20_000)],
  ['مرحبا بالعالم'],
  ['[^1]: x'],
  ['[@'.repeat(5_000)],
  ['- \n'.repeat(2_000)],
  ['|a|\n|-|\n'.repeat(1_000)],
  [''],
])('whatever a text is, no check throws or takes long, and what it quotes is in the text', (markdown) => {
  const text = checkedText(markdown)
  const plain = text.plain()
  const started = performance.now()
  const quotes = everyDemand.map((demand) => check(demand, text)?.quote ?? '')
  expect(performance.now() - started).toBeLessThan(3_000)
  expect(quotes.filter((quote) => !plain.includes(quote))).toEqual([])
})

test.each([
  ['nonsense', 'a'],
  ['has', 'bananas'],
  ['repeat', 'so it goes'],
  ['voice', 'loud'],
  ['language', 'British'],
  ['cites', 'much'],
  ['length', 'long'],
])('%s: %s asks for nothing', (field, text) => {
  expect(demandOf(field, text)).toBeNull()
})

test.each([
  ['has', 'list', { kind: 'pattern', params: { has: 'list' } }],
  ['has', '2 tables', { kind: 'pattern', params: { has: 'table', min: 2 } }],
  ['has', 'no questions', { kind: 'pattern', params: { has: 'question', not: true } }],
  ['repeat', 'so it goes, 3 times', { kind: 'repeats', params: { text: 'so it goes', min: 3, max: 3 } }],
  ['opens', 'Dear diary,', { kind: 'opening', params: { text: 'Dear diary,' } }],
  ['opens', 'Question', { kind: 'opening', params: { form: 'question' } }],
  ['closes', 'date', { kind: 'closing', params: { form: 'date' } }],
  ['voice', 'first person, present', { kind: 'voice', params: { person: 'first', tense: 'present' } }],
  ['language', 'en-GB', { kind: 'language', params: { code: 'en-GB' } }],
  ['cites', '3', { kind: 'cites', params: { min: 3 } }],
  ['length', '200-220 words', { kind: 'length', params: { min: 200, max: 220 } }],
])('a writer may say %s: %s', (field, text, demand) => {
  expect(demandOf(field, text)).toEqual(demand)
})
