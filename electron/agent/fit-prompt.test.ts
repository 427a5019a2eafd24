import { describe, expect, test } from 'vitest'
import type { ProjectState } from '../../shared/project-state.ts'
import { bounds } from '../../shared/questions/bounds.ts'
import type { AnyRecord, Body, Call, Order, Section } from '../../shared/records.ts'
import { brief, call, draft, plan, run, say, section, state } from '../../shared/test-kit.ts'
import type { Model } from '../providers/provider.ts'
import { continuePrompt } from '../prompts/continue.ts'
import { critiquePrompt } from '../prompts/critique.ts'
import { draftPrompt } from '../prompts/draft.ts'
import { joinPrompt } from '../prompts/join.ts'
import { mendPrompt } from '../prompts/mend.ts'
import { orderPrompt } from '../prompts/order.ts'
import { patchPrompt, planPrompt } from '../prompts/plan.ts'
import { rememberPrompt } from '../prompts/remember.ts'
import { replanPrompt } from '../prompts/replan.ts'
import { reviewPrompt } from '../prompts/review.ts'
import { revisePrompt } from '../prompts/revise.ts'
import { promptTokens, type Rooms } from '../prompts/rooms.ts'
import type { Prompt } from '../prompts/context.ts'
import { understandPrompt } from '../prompts/understand.ts'
import { tokensFor } from './expected.ts'
import { fitPrompt, isTooLong, troubleOf, type Fitted, type Unfit } from './fit-prompt.ts'

const silent: Model = async function* () {}

const words = 150
const text = `${'The ferry left the quay at nine and came back at noon. '.repeat(13)}Then it rained.`
const intent =
  'Tells how the harbour master and the crew settle what was left open before, and what it costs the town in the end.'

/** A work of so many sections, the one after the other, half of them written and remembered. */
const work = (count: number): ProjectState => {
  const numbers = Array.from({ length: count }, (_, i) => i + 1)
  const records = numbers.flatMap((n): readonly AnyRecord[] => [
    section(n, {
      title: `Chapter ${n}: the harbour`,
      intent,
      words,
      unit: null,
      after: n > 1 ? [`section:${n - 1}`] : [],
    }),
    ...(n * 2 > count
      ? []
      : [
          draft(n, { text }),
          {
            id: `memory:${n}/summary`,
            section: `section:${n}`,
            about: 'summary',
            name: `Chapter ${n}`,
            fact: 'The harbour master and the crew agreed on a price, and the town paid it. '.repeat(3),
            madeFrom: '',
          } as const,
          {
            id: `memory:${n}/maren`,
            section: `section:${n}`,
            about: 'person',
            name: `Maren ${n}`,
            fact: 'is 23 years old and keeps the harbour books',
            madeFrom: '',
          } as const,
        ]),
  ])
  const asked = { text: 'Write about the ferry. '.repeat(20) }
  return state(brief(asked), plan(), say('low water', { where: 'document' }), ...records)
}

const order: Order = {
  id: 'order:1',
  section: 'section:1',
  kind: 'lead',
  sentence: 'It is out of date.',
  places: [],
  advice: 'Write it again.',
  status: 'asked',
  by: 'code',
  madeFrom: '',
  take: 1,
  at: 0,
}

type Asking = {
  readonly name: string
  readonly prompt: (rooms: Rooms) => Prompt
  readonly maxOutput: number
  readonly leastOutput?: number
}

const prose = { maxOutput: tokensFor(words * 1.65), leastOutput: tokensFor(words * 1.1) }

/** What every verb asks about a work: of the first section, one in the middle, and the last. */
const asksOf = (at: ProjectState, all: readonly Section[]): readonly Asking[] => {
  const [first, last] = [all[0], all.at(-1)]
  const middle = all[Math.floor(all.length / 2)]
  if (!first || !middle || !last) throw new Error('a work has sections')
  const target = { from: 0, to: text.length, after: false }
  const from = Math.max(1, all.length - bounds.planBatch + 1)
  const entries = all.length - from + 1
  const topics = ['the flood', 'the price of a crossing']
  return [
    ...[first, middle, last].flatMap((of): readonly Asking[] => [
      { name: `draft ${of.id}`, prompt: (rooms) => draftPrompt(at, of, undefined, rooms), ...prose },
      {
        name: `go on with ${of.id}`,
        prompt: (rooms) => continuePrompt(at, of, { text }, undefined, rooms),
        ...prose,
      },
      {
        name: `revise ${of.id}`,
        prompt: (rooms) => revisePrompt(at, of, text, [], { rooms }),
        ...prose,
      },
      {
        name: `mend ${of.id}`,
        prompt: (rooms) => mendPrompt(at, of, text, [], { rooms }),
        maxOutput: 700,
      },
    ]),
    {
      name: 'order',
      prompt: (rooms) => orderPrompt(at, first, order, { text, target, words: null }, { rooms }),
      ...prose,
    },
    {
      name: 'plan',
      prompt: (rooms) => planPrompt(at, { from, to: all.length }, undefined, rooms),
      maxOutput: 400 + entries * 160,
      leastOutput: 200 + entries * 80,
    },
    {
      name: 'patch',
      prompt: (rooms) => patchPrompt(at, [`Section ${all.length} is left open.`], 1, undefined, rooms),
      maxOutput: 560,
    },
    { name: 'replan', prompt: (rooms) => replanPrompt(at, [middle], '', undefined, rooms), maxOutput: 560 },
    { name: 'critique', prompt: (rooms) => critiquePrompt(at, topics, undefined, rooms), maxOutput: 320 },
    {
      name: 'understand',
      prompt: (rooms) => understandPrompt(at, undefined, rooms),
      maxOutput: 2_600,
      leastOutput: 800,
    },
    { name: 'review', prompt: () => reviewPrompt(first, text, ['It is calm.']), maxOutput: 350 },
    { name: 'remember', prompt: () => rememberPrompt(first, text), maxOutput: 900 },
    {
      name: 'join',
      prompt: () => joinPrompt([{ left: 'A', right: 'B', ending: text, beginning: text }]),
      maxOutput: 300,
    },
  ]
}

const loopOf = (at: ProjectState, bodies: readonly Body[] = []): Parameters<typeof fitPrompt>[0] => ({
  project: { state: () => at, shelf: (id: string) => bodies.find((body) => body.id === id) ?? null },
  run: 'run:1',
})

const fitted = (
  at: ProjectState,
  { prompt, maxOutput, leastOutput }: Omit<Asking, 'name'>,
  context: number | undefined,
  bodies: readonly Body[] = [],
): Fitted | Unfit => {
  const question: Parameters<typeof fitPrompt>[1] = {
    step: 'step:draft/1/1',
    section: null,
    prompt,
    maxOutput,
    ...(leastOutput !== undefined && { leastOutput }),
  }
  const named = { name: 'practice', model: silent, ...(context !== undefined && { context }) }
  return fitPrompt(loopOf(at, bodies), question, named, maxOutput + 2_000)
}

const contexts = [2_048, 4_096, 8_192, 32_768, 131_072] as const

/** Verbs of which no prompt fits. */
const unasked = (count: number, context: number): readonly string[] => {
  const plain = work(count)
  const at = { ...plain, run: new Map([['run:1', run(1, { context })] as const]) }
  const all = [...at.section.values()]
  return asksOf(at, all).flatMap((asking) => {
    const fit = fitted(at, asking, context)
    if ('unfit' in fit) return [asking.name]
    expect(fit.output).toBeGreaterThanOrEqual(asking.leastOutput ?? asking.maxOutput)
    expect(promptTokens(fit.prompt) + fit.output).toBeLessThanOrEqual(context)
    return []
  })
}

describe('every prompt and its reply fit into what the model takes, or there is no call', () => {
  test.each<readonly [number, number, readonly string[]]>(
    [10, 52, 365].flatMap((count) =>
      contexts.map((context) => [count, context, context === 2_048 && count > 10 ? ['plan'] : []] as const),
    ),
  )('%i sections, a context of %i tokens', (count, context, none) => {
    expect(unasked(count, context)).toEqual(none)
  })
})

const last = (count: number): Asking => {
  const at = work(count)
  const of = [...at.section.values()].at(-1) ?? section(1)
  return { name: '', prompt: (rooms) => draftPrompt(at, of, undefined, rooms), ...prose }
}

test('where nobody has said what the model takes, prompts are as they usually are', () => {
  const asking = last(365)
  const fit = fitted(work(365), asking, undefined)
  expect('prompt' in fit && fit.output).toBe(prose.maxOutput + 2_000)
  expect('prompt' in fit && fit.prompt.filter(({ leftOut }) => leftOut?.includes('found'))).toEqual([])
})

test('what gives way says so, in order, with the reason', () => {
  const fit = fitted(work(52), last(52), 3_000)
  const said =
    'prompt' in fit ? fit.prompt.flatMap(({ name, leftOut }) => (leftOut ? [`${name}: ${leftOut}`] : [])) : []
  expect(said.filter((each) => each.includes('takes'))).toMatchInlineSnapshot(`
    [
      "What was written before: It has 700 tokens of room (texts go first, then what is furthest from the section, the summaries right before it last): “practice” takes 3,000 tokens in all.",
      "The plan: It has 700 tokens of room (entries are cropped, then far sections told by their titles, then by the parts they are in): “practice” takes 3,000 tokens in all.",
    ]
  `)
})

test('where even the shortest does not fit, the sentence says what to do', () => {
  const fit = fitted(work(10), { ...last(10), maxOutput: 3_000, leastOutput: 3_000 }, 2_048)
  expect('unfit' in fit && fit.unfit).toMatchInlineSnapshot(`
    {
      "code": "reply-too-long",
      "sentence": "Nothing was sent: even at its shortest the prompt for this takes about 476 tokens and its reply 3,000 (counted cautiously, three letters to a token), and “practice” takes 2,048 in all. Choose a model with a larger context or shorten the brief.",
    }
  `)
})

describe('a prompt that the server found too long', () => {
  const asking = last(52)
  const first = fitted(work(52), asking, undefined)
  const sent = 'prompt' in first ? first.prompt : []
  const bodyOf = (n: number): Body => ({ id: `body:${n}`, prompt: [...sent], reply: '', thinking: '' })
  const refused = (n: number, some: Partial<Call> = {}): Call =>
    call(n, {
      status: 'failed',
      scope: 'attempt',
      reserved: promptTokens(sent) + 3_000,
      fault: { code: 'reply-too-long', sentence: 'The request is longer than “practice” can take (400).' },
      ...some,
    })
  const told = (tokens: string) => ({
    fault: {
      code: 'reply-too-long',
      sentence: `This model's maximum context length is ${tokens} tokens.`,
    } as const,
  })
  const again = (...calls: readonly Call[]): { readonly total: number; readonly prompt: number } => {
    const plain = work(52)
    const at = { ...plain, call: new Map(calls.map((each) => [each.id, each])) }
    const fit = fitted(at, asking, undefined, [bodyOf(1)])
    if ('unfit' in fit) throw new Error(fit.unfit.sentence)
    return { total: promptTokens(fit.prompt) + fit.output, prompt: promptTokens(fit.prompt) }
  }
  const whole = promptTokens(sent)

  test('is made shorter, to half where the server does not say what it takes', () => {
    const { total, prompt } = again(refused(1))
    expect(total).toBeLessThanOrEqual((whole + 3_000) / 2)
    expect(prompt).toBeLessThan(whole)
  })

  test.each([
    ['4096', 4_096],
    ['4,096', 4_096],
  ])('is made to fit into the %s tokens that the server names', (said, most) => {
    const { total, prompt } = again(refused(1, told(said)))
    expect([total <= most, prompt < whole]).toEqual([true, true])
  })

  test('of another step shortens this one too, of another model or run it does not', () => {
    const other = { step: 'step:draft/2/1' } as const
    expect(again(refused(2, other)).total).toBeLessThanOrEqual((whole + 3_000) / 2)
    expect(again(refused(2, { ...other, model: 'another' })).prompt).toBe(whole)
    expect(again(refused(2, { ...other, run: 'run:0' })).prompt).toBe(whole)
  })

  test('is shortened once, and the model is not told of it', () => {
    const at = (...calls: readonly Call[]) =>
      loopOf({ ...work(1), call: new Map(calls.map((each) => [each.id, each])) })
    const step = 'step:draft/1/1'
    expect([isTooLong(at(refused(1)), step), isTooLong(at(refused(1), refused(2)), step)]).toEqual([
      false,
      true,
    ])
    expect(isTooLong(at(refused(1), call(2), refused(3)), step)).toBe(false)
    expect(troubleOf(at(refused(1)), step)).toBe(undefined)
  })
})
