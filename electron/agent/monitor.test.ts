import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { practiceModel } from '../providers/practice.ts'
import { clean } from './clean.ts'
import { monitor, sight, type Expected } from './monitor.ts'

const root = join(import.meta.dirname, '../..')

/** The prose of a Markdown file without its front matter. */
const proseIn = (file: string): string =>
  readFileSync(join(root, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/u, '')

const files = [
  ...readdirSync(join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`),
  ...readdirSync(join(root, 'assets/samples'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `assets/samples/${name}`),
]

const prose = files
  .filter((file) => file.includes('decisions'))
  .map(proseIn)
  .join('\n\n')
  .slice(0, 6_000)

const task = 'Write the text of this section, whole, from its first sentence to its last.'

const expected: Expected = {
  language: 'en',
  mostWords: 4_000,
  prompt: [
    { text: '# Your section\nSection 2 of 9: Low water\nWords wanted: 400' },
    { text: `# Your task\n${task}` },
  ],
  titles: {
    own: 'Low water',
    others: new Set(['the storm', 'epilogue']),
    unit: { label: 'Chapter', number: 2, count: 9 },
  },
}

const written = async (language: string, form: string, words: number): Promise<string> => {
  const messages = [
    { from: 'user', text: `# The brief\nTitle: T\nForm: ${form}\nLanguage: ${language}\n\nWrite.` },
    { from: 'user', text: '# Your section\nSection 2 of 9: Low water\nEntry: What low water lays bare.' },
    { from: 'user', text: `# What it owes\n- Length: ${words} to ${words + 50} words` },
  ] as const
  const request = {
    role: 'writer',
    verb: 'draft',
    messages,
    maxOutput: 50_000,
    seed: 3,
    temperature: 0,
  } as const
  let text = ''
  for await (const event of practiceModel({ erring: 0 })(request, new AbortController().signal))
    if (event.type === 'text') text += event.text
  return text
}

/** The first fault that a stream of this text is stopped for, and where; letters come `step` at a time. */
const stopped = (text: string, wanted: Expected = expected, step = 7) => {
  const watch = monitor(wanted)
  for (let end = step; end < text.length + step; end += step) {
    const fault = watch(text.slice(0, end))
    if (fault) return { code: fault.code, at: Math.min(end, text.length) }
  }
  return null
}

describe('good prose is never stopped, at no letter', () => {
  test.each(files)('%s', (file) => {
    const text = proseIn(file)
    expect([stopped(text), sight(text, expected)]).toEqual([null, null])
  })

  test.each(['en', 'zh', 'de', 'fr', 'es', 'ja'])('placeholder prose in %s', async (language) => {
    for (const form of ['novel', 'report', 'diary']) {
      const text = await written(language, form, 1_500)
      const wanted = { ...expected, language }
      expect([form, stopped(text, wanted), sight(text, wanted)]).toEqual([form, null, null])
    }
  })

  test.each([
    ['a character who is sorry', 'I am sorry about your boat, said Maren, and she meant it.'],
    ['a character who refuses', '“I’m sorry, but I can’t help with that request,” the clerk said.'],
    ['a narrator who cannot go on', 'I cannot write today. The pen is heavy and the lamp is low.'],
    ['a machine that tells a story', 'As an AI, I have counted every wave since the harbour was built.'],
    ['a Chinese character who refuses', '“对不起，我不能帮助你写这封信。”他说。'],
    ['tokens shown in code', 'A chat ends with `<|im_end|>`, and the manual says why.'],
    ['a template in a block of code', '```\n<s>[INST] Hello [/INST]\n```\n\nSo it begins.'],
    ['words in brackets', 'The ledger [see your own copy](x.md) says [sic] “TODO later” and no more.'],
    ['its own heading', '## Chapter 2: Low water\n\nThe tide went out.'],
    ['a heading of its own', '## What the storm left\n\nThe tide went out.'],
    ['a heading that a prompt has too', '## The plan\n\nThe tide went out.'],
    ['a table of numbers', Array.from({ length: 60 }, (_, i) => `| ${i} | ${i * 2} | ${i * 3} |`).join('\n')],
    [
      'a refrain',
      [prose.slice(0, 400), prose.slice(400, 800), prose.slice(800, 1_200)].join(
        '\n\nThe tide, the tide, the tide comes in.\n\n',
      ),
    ],
  ])('%s', (_, text) => {
    const wanted = { ...expected, language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en' }
    expect(stopped(`${text}\n`, wanted, 1)).toBeNull()
  })
})

const wave = (n: number): string =>
  `On the ${n}th morning the harbour master walked down to the quay, counted the boats, and wrote in the ledger that boat number ${n} was still out beyond the bar.`

const round = 'The harbour master walked down to the quay and counted the boats. '
const long = prose.slice(0, 900)
const altered = [long, long.replaceAll(' the ', ' a '), long.replaceAll(' is ', ' was ')].join('\n\n')
const chinese = await written('zh', 'novel', 900)
const german = await written('de', 'novel', 400)

/** A bad end behind good prose: what it is, how it begins, the fault, and the characters it may cost. */
const bad: readonly (readonly [string, string, string, number])[] = [
  ['H17 a sentence over and over', round.repeat(60), 'reply-repetition', 1_200],
  ['H17 a few words over and over', 'and the sea, '.repeat(300), 'reply-repetition', 1_200],
  ['H17 a paragraph over and over', `${long}\n\n`.repeat(4), 'reply-repetition', 900 + 1_200],
  ['H17 a paragraph with small changes', `\n\n${altered}`, 'reply-repetition', 900 + 1_200],
  [
    'H17 a list that goes on',
    Array.from({ length: 90 }, (_, i) => `\n- ${wave(i)}`).join(''),
    'reply-repetition',
    1_200,
  ],
  [
    'H18 a refusal after all',
    "\n\nI'm sorry, but I can't continue this story. It may upset some readers, and it is better to leave it here.",
    'reply-refusal',
    200,
  ],
  [
    'H18 a machine that speaks of itself',
    '\n\nAs an AI language model, I cannot write any more of this. It would not be right to do so here.',
    'reply-refusal',
    200,
  ],
  [
    'H19 the token that ends a turn',
    `<|im_end|>\n<|im_start|>user\nNow write the next chapter, please.${prose}`,
    'reply-strays',
    200,
  ],
  ['H19 an instruction', `\n[INST] Write the next chapter. [/INST]\n${prose}`, 'reply-strays', 200],
  ['H19 the prompt given back', `\n\n# Your task\n${task}\n\n${prose}`, 'reply-strays', 200],
  ['H19 the next section', `\n\n## The Storm\n\n${prose}`, 'reply-strays', 200],
  ['H19 the next section by its number', `\n\n**Chapter 3: Home**\n\n${prose}`, 'reply-strays', 200],
  ['H19 a gap', `\n\nThe captain, [insert name here], came aboard.${prose}`, 'reply-gaps', 250],
  ['H19 filler', `\n\nLorem ipsum dolor sit amet, consectetur adipiscing elit.${prose}`, 'reply-gaps', 250],
  [
    'H20 ten times too long',
    Array.from({ length: 9 }, (_, i) => prose.slice(i * 40)).join(' '),
    'reply-repetition',
    5_000,
  ],
  ['H21 other letters', `\n\n${chinese}`, 'reply-language', 900],
]

describe('what stands in the text that was given is nobody’s fault', () => {
  test.each([
    ['a heading of another section', '## The Storm\n\nIt rained.'],
    ['a gap', 'The form says [insert name here], and no more.'],
    ['a token', 'She wrote [INST] on the wall.'],
    ['a heading of the prompt', `# Your task\n${task}\n\nIt rained.`],
    ['a refusal', 'I’m sorry, but I can’t help with this task, said the note.'],
    ['another language', german],
    ['a refrain', 'The tide, the tide, the tide comes in again and again. '.repeat(30)],
  ])('%s', (_, given) => {
    const text = `${prose.slice(0, 800)}\n\n${given}\n\n${given.length > 400 ? '' : prose.slice(800, 1_600)}`
    const both = [stopped(text), sight(text, expected)]
    expect(both.every((each) => each !== null)).toBe(true)
    const wanted = { ...expected, given }
    expect([stopped(text, wanted), sight(text, wanted)]).toEqual([null, null])
  })

  test('a curt refusal that was given', () => {
    const given = 'I’m sorry, but I can’t.'
    expect(sight(given, { ...expected, given })).toBeNull()
  })

  test('what comes besides is a fault still', () => {
    const given = 'The form says [insert name here], and no more.'
    const seen = sight(`${given} And [insert date].`, { ...expected, given })
    expect(seen?.fault.sentence).toBe('The text leaves a gap: [insert date]')
  })
})

test.each([
  ['a heading as prompts have it, with other words below', '### Your task\n\nMeasure the tide at your quay.'],
  ['one of a workbook', '## What it owes\n\n- A debt.'],
  ['words wanted', 'Words wanted: 12'],
])('no echo: %s', (_, text) => {
  expect(sight(`It rained.\n\n${text}\n\nShe left.`, expected)).toBeNull()
})

describe('a stream is stopped soon after it goes wrong, and what was good is kept', () => {
  test.each(bad)('%s', (_, end, code, waste) => {
    const text = `${prose}${end}`
    const seen = stopped(text)
    expect(seen?.code).toBe(code)
    expect((seen?.at ?? Infinity) - prose.length).toBeLessThanOrEqual(waste)
    const at = sight(text.slice(0, seen?.at), expected)?.at ?? 0
    expect(at).toBeGreaterThanOrEqual(prose.length - 200)
    expect(at).toBeLessThanOrEqual(prose.length + (code === 'reply-repetition' ? 1_000 : 60))
  })

  test('H20 a text without end, at the words where it is to be stopped', () => {
    const words = Array.from({ length: 9_000 }, (_, i) => `w${((i * 7_919) % 9_973).toString(36)}`)
    const seen = stopped(`${words.join(' ')}.`, { ...expected, language: 'und', mostWords: 500 })
    expect(seen?.code).toBe('reply-runaway')
    expect(words.join(' ').slice(0, seen?.at).split(' ').length).toBeLessThan(560)
  })

  test.each([
    ['English', 'zh', prose],
    ['German', 'en', german],
  ])('H21 %s from the beginning: nothing of it is good', (_, language, text) => {
    const wanted = { ...expected, language }
    expect([stopped(text, wanted)?.code, sight(text, wanted)]).toEqual([
      'reply-language',
      { at: 0, fault: { code: 'reply-language', sentence: expect.any(String) } },
    ])
  })
})

test.each([
  ["I'm sorry, but I can't help with that.", 'en'],
  ['I’m sorry, but I cannot write this.', 'en'],
  ['I cannot help with this request.', 'en'],
  ['很抱歉，我不能写这个。', 'zh'],
  ['作为一个人工智能语言模型，我无法继续。', 'zh'],
  ['申し訳ありませんが、その内容はお手伝いできません。', 'ja'],
  ['죄송하지만 이 요청은 도와드릴 수 없습니다.', 'ko'],
  ['Es tut mir leid, aber ich kann diesen Abschnitt nicht schreiben.', 'de'],
  ['Je suis désolé, mais je ne peux pas vous aider à écrire cela.', 'fr'],
  ['Lo siento, pero no puedo ayudar con esa petición.', 'es'],
  ['Mi dispiace, ma non posso aiutarti con questa richiesta.', 'it'],
  ['Desculpe, mas não posso ajudar com isso.', 'pt'],
  ['Извините, но я не могу помочь с этим запросом.', 'ru'],
])('H18 %s', (text, language) => {
  expect(sight(text, { ...expected, language })).toEqual({
    at: 0,
    fault: { code: 'reply-refusal', sentence: 'The model refused to write this section.' },
  })
})

test.each(['', ' \n—\n ', '***'])('H16 no letter at all: %j', (text) => {
  expect(sight(text, expected)?.fault.code).toBe('reply-empty')
})

test('a brief that wants gaps has them', () => {
  const text = 'Dear [insert name here],\n\nThe ferry leaves at nine.'
  expect(sight(text, { ...expected, allowsGaps: true })).toBeNull()
})

test('thinking aloud is no text: what is in it is not looked at', () => {
  const thought = `<think>\n# Your task\nI'm sorry, but I can't write this section. ${round.repeat(40)}</think>\n${prose}`
  expect(stopped(thought)).toBeNull()
})

test.each([
  ['brackets', '['.repeat(50_000)],
  ['stars', '*'.repeat(50_000)],
  ['underscores', '_'.repeat(50_000)],
  ['line breaks', `a${'\n \n'.repeat(20_000)}a`],
  ['tokens', '<|'.repeat(25_000)],
  ['thoughts', '<think>'.repeat(7_000)],
  ['fences', '```\n'.repeat(12_000)],
  ['apologies', 'i’m sorry, '.repeat(5_000)],
  ['one word', 'x'.repeat(50_000)],
])('hostile replies cost no more than long ones: %s', (_, reply) => {
  const begun = performance.now()
  clean(reply, 'Low water')
  sight(reply, expected)
  stopped(reply, expected, 50)
  expect(performance.now() - begun).toBeLessThan(3_000)
})
