import { describe, expect, test } from 'vitest'
import { desk } from '../../shared/questions/drafts.ts'
import { flags } from '../../shared/questions/flags.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { runStatus, tally } from '../../shared/questions/progress.ts'
import { countWords } from '../../shared/text/words.ts'
import { played } from '../played.ts'
import { troubles, type Trouble } from '../scripted-server/trouble.ts'
import { expectSound, onFirstDraft, onSection2, replies, source, text } from './scene.ts'

const empties: readonly (readonly [string, Trouble])[] = [
  ['H16 empty', troubles.empty()],
  ['H16 blank', troubles.blank()],
  ['H16 thinking only', troubles.thinkingOnly()],
  ['H16 thinking in the text', replies((reply) => `<think>${reply}`)],
  ['H18 a refusal', troubles.refusal()],
  ['H18 a Chinese refusal', troubles.refusal('很抱歉，我无法继续写这个章节。')],
]

describe('a model that says nothing or refuses is asked twice at most; its section is flagged, the others are written', () => {
  test.each(empties)('%s', async (_, trouble) => {
    await played(
      onSection2(trouble),
      (project) => {
        expectSound(project)
        const state = project.state()
        const tries = [...state.call.values()].filter(({ step }) => step === 'step:draft/2/1').length
        const told = flags(state).filter(({ section }) => section?.id === 'section:2')
        const written = leaves(state).filter(({ id }) => desk(state, id).current)
        expect([tries, told.length > 0, written.map(({ id }) => id)]).toEqual([
          2,
          true,
          ['section:1', 'section:3'],
        ])
        expect(text(project)).not.toMatch(/sorry|抱歉|<think>/u)
      },
      { source },
    )
  })
})

const wave = (n: number): string =>
  `- On morning ${n} the harbour master counted the boats, and boat ${n} was still out beyond the bar.`

/** A draft that begins well and then goes wrong. */
const goesWrong = (end: string): Trouble => ({
  ...replies((reply) => `${reply.slice(0, Math.floor(reply.length * 0.6))}. It went on.${end}`),
  ignoresBound: true,
})

const passing: readonly (readonly [string, Trouble, RegExp])[] = [
  ['H17 a sentence without end', troubles.repetition(), /(?<said>.{30,})\k<said>\k<said>/u],
  [
    'H17 a list without end',
    goesWrong(`\n\n${Array.from({ length: 400 }, (_, n) => wave(n)).join('\n')}`),
    /morning 3 /u,
  ],
  [
    'H18 a refusal in the middle',
    goesWrong(
      "\n\nI'm sorry, but I can't continue this story. I could suggest another topic, if that would be of help.",
    ),
    /sorry/u,
  ],
  ['H18 a filter', troubles.filter(), /^$/u],
  ['H19 a preamble', replies((reply) => `Sure, here is the section you asked for:\n\n${reply}`), /Sure/u],
  [
    'H19 a farewell',
    replies((reply) => `${reply}\n\nI hope this helps! Would you like me to continue?`),
    /hope this/u,
  ],
  [
    'H19 an end and a count',
    replies((reply) => `${reply}\n\n[End of section]\n\n(Word count: 330)`),
    /End of|Word count/u,
  ],
  ['H19 a fence', replies((reply) => `\`\`\`markdown\n${reply}\n\`\`\``), /```/u],
  [
    'H19 a token',
    replies((reply) => `${reply}<|im_end|>\n<|im_start|>user\nAnd now the next chapter, please.`),
    /im_end|next chapter/u,
  ],
  ['H19 the next chapter', replies((reply) => `${reply}\n\n## Chapter 3\n\n${reply}`), /## Chapter/u],
  [
    'H19 the prompt',
    goesWrong(
      `\n\n# Your task\nWrite the text of this section, whole, from its first sentence to its last. It is to be good.`,
    ),
    /Your task/u,
  ],
  [
    'H19 a gap',
    goesWrong(
      ' The captain, [insert name here], came aboard and looked at the sea, as he had done every day of that year. He said no word.',
    ),
    /insert name/u,
  ],
  ['H20 ten times too long', troubles.runaway(10), /^$/u],
  ['H20 ten times too short', replies((reply) => `${reply.slice(0, 90)}. That was all.`), /^$/u],
  [
    'H20 half as long',
    replies((reply) => `${reply.slice(0, Math.floor(reply.length / 2))}. That was half.`),
    /^$/u,
  ],
  [
    'H21 another language',
    troubles.says('这一年的春天来得很早，渡轮停在码头，没有人上岸。'.repeat(30)),
    /渡轮/u,
  ],
  ['F10 a reset', troubles.reset(60), /^$/u],
  ['F10 an end without a finish', troubles.endOfFile(60), /^$/u],
  ['F10 an error inside a 200', troubles.errorFrame(60), /^$/u],
  [
    'F10 cut at its limit',
    { ...replies((reply) => reply.slice(0, Math.floor(reply.length / 2))), finish: 'length' },
    /^$/u,
  ],
  ['F11 a stall', troubles.stall(60), /^$/u],
]

describe('a draft that goes wrong once is made good: nothing of it stands in the text, nothing is left broken', () => {
  test.each(passing)('%s', async (_, trouble, never) => {
    await played(
      onFirstDraft(trouble),
      (project) => {
        expectSound(project)
        const state = project.state()
        const { broken, unsure, owed } = tally(state)
        expect({ status: runStatus(state), broken, unsure: unsure + owed, flags: flags(state) }).toEqual({
          status: 'done',
          broken: 0,
          unsure: 0,
          flags: [],
        })
        expect(desk(state, 'section:2').current?.text).not.toMatch(never)
      },
      { source },
    )
  })
})

describe('what was good is kept and gone on with, not written again', () => {
  test.each<readonly [string, Trouble]>([
    ['F10 a reset', troubles.reset(60)],
    [
      'F10 cut at its limit',
      { ...replies((reply) => reply.slice(0, Math.floor(reply.length / 2))), finish: 'length' },
    ],
    ['H17 a list without end', goesWrong(`\n\n${Array.from({ length: 400 }, (_, n) => wave(n)).join('\n')}`)],
    [
      'H20 half as long',
      replies((reply) => `${reply.slice(0, Math.floor(reply.length / 2))}. That was half.`),
    ],
  ])('%s', async (_, trouble) => {
    await played(
      onFirstDraft(trouble),
      (project) => {
        const [first, second] = [...project.state().call.values()].filter(
          ({ step }) => step === 'step:draft/2/1',
        )
        const said = project.shelf(`body:${first?.id.slice('call:'.length)}`)
        const asked = project.shelf(`body:${second?.id.slice('call:'.length)}`)
        const beginning = said && 'reply' in said ? said.reply.slice(0, 300) : 'nothing'
        const drafts = [...project.state().draft.values(), ...project.shelved('draft', 'section:2')]
        const whole = drafts.find(({ id }) => id === 'draft:2.1.0')
        expect(
          asked && 'prompt' in asked && asked.prompt.some(({ name }) => name === 'Its text so far'),
        ).toBe(true)
        expect(whole?.text.startsWith(beginning)).toBe(true)
        expect(countWords(whole?.text ?? '')).toBeGreaterThanOrEqual(300)
      },
      { source },
    )
  })
})

test('H17: of a model that repeats itself at most 300 tokens are read beyond what is good', async () => {
  await played(
    onFirstDraft(goesWrong(`\n\n${Array.from({ length: 400 }, (_, n) => wave(n)).join('\n')}`)),
    (project) => {
      const first = [...project.state().call.values()].find(({ step }) => step === 'step:draft/2/1')
      const body = project.shelf(`body:${first?.id.slice('call:'.length)}`)
      const reply = body && 'reply' in body ? body.reply : ''
      expect((reply.length - reply.indexOf('- On morning 0')) / 4).toBeLessThan(300)
    },
    { source },
  )
})

const lasting: readonly (readonly [string, Trouble, number])[] = [
  ['H17 always', troubles.says(`It was a quiet day. ${'The tide came in. '.repeat(300)}`), 4],
  [
    'H18 a late refusal, always',
    goesWrong("\n\nI'm sorry, but I can't continue this story. I could suggest another topic."),
    4,
  ],
  [
    'H19 gaps, always',
    goesWrong(' The captain, [insert name here], came aboard and looked at the sea as he had always done.'),
    4,
  ],
  ['H20 too short, always', troubles.says('It was a quiet day, and the ferry left at nine.'), 2],
  [
    'H20 without end, always',
    {
      ...troubles.says(Array.from({ length: 4_000 }, (_, i) => `Word${i * 7} follows.`).join(' ')),
      ignoresBound: true,
    },
    4,
  ],
  ['H21 always', troubles.says('这一年的春天来得很早，渡轮停在码头，没有人上岸。'.repeat(30)), 4],
  ['F10 a reset, always', troubles.reset(30), 4],
]

describe('a model that always errs in one way ends at the bounds: what is good is kept, and told of if it is not enough', () => {
  test.each(lasting)('%s', async (_, trouble, tries) => {
    await played(
      onSection2(trouble),
      (project) => {
        expectSound(project)
        const state = project.state()
        const asked = [...state.call.values()].filter(({ step }) => step === 'step:draft/2/1').length
        const isWhole = countWords(desk(state, 'section:2').current?.text ?? '') >= 300
        const told = isWhole || flags(state).some(({ section }) => section?.id === 'section:2')
        const others = leaves(state).filter(({ id }) => id !== 'section:2' && desk(state, id).current)
        expect([runStatus(state), asked <= tries, told, others.length]).toEqual(['done', true, true, 2])
        expect(text(project)).not.toMatch(/sorry|insert name|渡轮/u)
      },
      { source },
    )
  })

  test('H20: another length is asked for twice at most', async () => {
    await played(
      onSection2(troubles.says('It was a quiet day, and the ferry left at nine.')),
      (project) => {
        const asked = [...project.state().call.values()].filter(({ section, verb, id }) => {
          const body = project.shelf(`body:${id.slice('call:'.length)}`)
          const prompt = body && 'prompt' in body ? body.prompt.map(({ text: said }) => said).join('\n') : ''
          return (
            section === 'section:2' &&
            (verb === 'revise' || prompt.includes('Your last answer')) &&
            /words; (?:write at least|at least)/u.test(prompt)
          )
        })
        const steps = new Set(asked.map(({ step }) => step))
        expect(steps.size).toBeLessThanOrEqual(2)
      },
      { source },
    )
  })
})
