import { describe, expect, test } from 'vitest'
import { pairReply, pairsPrompt, statementReply, statementsPrompt } from '../electron/prompts/join.ts'
import type { Prompt } from '../electron/prompts/context.ts'
import { orderPrompt } from '../electron/prompts/order.ts'
import { practiceModel } from '../electron/providers/practice.ts'
import { commands } from '../shared/commands/index.ts'
import type { Verb } from '../shared/model.ts'
import { commandOrder } from '../shared/orders/command-order.ts'
import { orderTarget } from '../shared/orders/order-target.ts'
import { brief, draft, plan, section, state } from '../shared/test-kit.ts'
import { isIn } from '../shared/text/language.ts'
import { endsWhole } from '../shared/text/sentences.ts'
import { countWords } from '../shared/text/words.ts'

const answer = async (verb: Verb, messages: Prompt): Promise<string> => {
  const role = verb === 'join' ? 'reviewer' : 'writer'
  const request = { role, verb, messages, maxOutput: 50_000, seed: 1, temperature: 0.5 } as const
  let text = ''
  for await (const event of practiceModel()(request, new AbortController().signal)) {
    if (event.type === 'text') text += event.text
  }
  return text
}

const texts = {
  en: 'The ferry lay at the quay. Nobody had come for the early boat, and the rain went on.\n\nThen the tide turned, and the first cart went down the ramp.',
  de: 'Die Fähre lag am Kai. Niemand war zum frühen Boot gekommen, und der Regen hörte nicht auf.\n\nDann drehte die Flut, und der erste Wagen fuhr hinunter.',
  zh: '渡轮停在码头。没有人来坐早班船，雨一直下个不停。\n\n后来潮水转了，第一辆车开了下去。',
} as const

describe.each(Object.entries(texts))('the practice model answers every command: %s', (language, text) => {
  const there = state(brief({ language }), plan(), section(1, { words: 200 }), draft(1, { text }))
  const [at] = [text.indexOf('\n')]
  const selection = { from: 0, to: at, quote: text.slice(0, at) }
  test.each(commands.map((each) => [each.id, each] as const))('%s', async (_, command) => {
    const order = commandOrder(there, command, { section: 'section:1', selection, note: 'So.', at: 1 })
    const target = orderTarget(order, text)
    if (!target) throw new Error('nowhere')
    const { words = null } = order
    const reply = await answer('revise', orderPrompt(there, section(1), order, { text, target, words }))
    const count = countWords(reply)
    expect({
      few: count < (words?.min ?? 0),
      many: count > (words?.max ?? Infinity),
      whole: endsWhole(reply),
      other: isIn(language, reply) === false,
      same: reply === selection.quote,
    }).toEqual({ few: false, many: false, whole: true, other: false, same: false })
  })
})

test('the practice model says what repeats: what is in equal words', async () => {
  const side = (quote: string) => ({ title: 'Chapter', quote })
  const long = 'The ferry was built in the yard behind the church that spring'
  const pairs = [
    { first: side(long), second: side(`${long}.`) },
    { first: side(long), second: side('Nobody came.') },
  ]
  const said = pairReply.parse(JSON.parse(await answer('join', pairsPrompt(pairs))))
  expect(said.map(({ pair, repeats }) => [pair, repeats])).toEqual([
    [1, true],
    [2, false],
  ])
})

test('and sees no contradiction that code does not see', async () => {
  const prompt = statementsPrompt([
    'Of Maren “2” says: a. But “1” says: b.',
    'Of Ove “2” says: a. But “1” says: b.',
  ])
  const said = statementReply.parse(JSON.parse(await answer('join', prompt)))
  expect(said.map(({ pair, contradict }) => [pair, contradict])).toEqual([
    [1, false],
    [2, false],
  ])
})
