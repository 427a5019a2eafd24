import { expect, test } from 'vitest'
import { z } from 'zod'
import { everyRole } from '../../electron/agent/loop.ts'
import { openModel } from '../../electron/providers/open-model.ts'
import { guessTokens } from '../../shared/text/tokens.ts'
import { desk } from '../../shared/questions/drafts.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { lastRun } from '../../shared/questions/phase.ts'
import { practiceReply } from '../accept/careless.ts'
import { inProject, runWith } from '../in-project.ts'
import { fourChapters } from '../played.ts'
import { asked } from '../scripted-server/ask.ts'
import type { ChatRequest } from '../scripted-server/chat-request.ts'
import { startScriptedServer } from '../scripted-server/scripted-server.ts'
import { troubles } from '../scripted-server/trouble.ts'
import { fastPlatform } from './fast-clock.ts'
import { choiceOf, speakers } from './speakers.ts'

const platform = fastPlatform(60)
const never = new AbortController().signal

const speaker = (name: string): (typeof speakers)[number] => {
  const found = speakers.find((each) => each.name === name)
  if (!found) throw new Error(`No speaker ${name}`)
  return found
}

const wire = z.object({
  max_tokens: z.number().exactOptional(),
  max_output_tokens: z.number().exactOptional(),
  thinking: z.object({ budget_tokens: z.number().exactOptional() }).exactOptional(),
  generationConfig: z
    .object({
      maxOutputTokens: z.number(),
      thinkingConfig: z.object({ thinkingBudget: z.number().exactOptional() }).exactOptional(),
    })
    .exactOptional(),
})

/** The bound of a reply as it goes over the wire, and how much of it may be thought where that is said. */
const sentOf = (body: string): readonly [bound: number | undefined, budget: number | undefined] => {
  const { max_tokens, max_output_tokens, thinking, generationConfig } = wire.parse(JSON.parse(body))
  return [
    max_tokens ?? max_output_tokens ?? generationConfig?.maxOutputTokens,
    thinking?.budget_tokens ?? generationConfig?.thinkingConfig?.thinkingBudget,
  ]
}

test.each<
  readonly [
    string,
    Readonly<Record<string, string | number>>,
    number | undefined,
    readonly (number | undefined)[],
  ]
>([
  ['openrouter', {}, undefined, [500, undefined]],
  ['openrouter', { reasoningEffort: 'none' }, undefined, [500, undefined]],
  ['openrouter', { reasoningEffort: 'high' }, undefined, [8692, undefined]],
  ['openrouter', { thinkingTokens: 2000 }, undefined, [2500, undefined]],
  ['openrouter', { reasoningEffort: 'high' }, 300, [800, undefined]],
  ['anthropic', {}, undefined, [500, undefined]],
  ['anthropic', { thinkingTokens: 4096 }, undefined, [4596, 4096]],
  ['anthropic', { thinkingTokens: 4096 }, 2000, [2500, 2000]],
  ['anthropic', { thinkingTokens: 4096 }, 1000, [500, undefined]],
  ['anthropic/claude-opus-5-5', { thinkingTokens: 4096 }, undefined, [4596, undefined]],
  ['google', { thinkingTokens: 4096 }, 2000, [2500, 2000]],
  ['openai', {}, undefined, [8692, undefined]],
  ['openai', {}, 0, [500, undefined]],
])('500 tokens of %s with %j, where %s may be thought', async (id, settings, room, expected) => {
  const [name = '', model] = id.split('/')
  const { wire: spoken, provider, ...rest } = { ...speaker(name), ...(model !== undefined && { model }) }
  const server = await startScriptedServer({ reply: () => 'Yes.' }, spoken)
  try {
    const choice = { ...choiceOf({ wire: spoken, provider, ...rest }, server.url), settings }
    const request = { ...asked, ...(room !== undefined && { room }) }
    await Array.fromAsync(provider.open(choice, platform)(request, never))
    expect(sentOf(server.log[0]?.body ?? '{}')).toEqual(expected)
  } finally {
    await server.close()
  }
})

test('what a model may think is fitted into its context, and counted before it is spent', async () => {
  const context = 8_192
  const isOver = ({ messages, maxTokens = 0 }: ChatRequest): boolean =>
    guessTokens(messages.map(({ content }) => content).join('\n')) + maxTokens > context
  const { wire: spoken, ...rest } = speaker('openrouter')
  const server = await startScriptedServer(
    { reply: practiceReply, trouble: (_, request) => (isOver(request) ? troubles.overflow() : null) },
    spoken,
  )
  try {
    const choice = {
      ...choiceOf({ wire: spoken, ...rest }, server.url),
      settings: { reasoningEffort: 'high' },
    }
    const named = { name: choice.id, ...openModel(choice, platform), context }
    await inProject(fourChapters, async (project) => {
      await runWith(project, named.model, { lanes: 1, models: everyRole(named) })
      const state = project.state()
      expect(named.room).toBe(8_192)
      expect(server.log.filter(({ trouble }) => trouble)).toEqual([])
      expect([
        lastRun(state)?.status,
        leaves(state).filter(({ id }) => desk(state, id).current).length,
      ]).toEqual(['ended', 4])
      const counted = [...state.call.values()].map(({ reserved }) => reserved)
      expect(counted).toHaveLength(server.log.length)
      const most = server.log.map(({ request }) => request.maxTokens ?? 0)
      expect(most.every((bound, n) => bound > 4_000 && bound < (counted[n] ?? 0))).toBe(true)
    })
  } finally {
    await server.close()
  }
})
