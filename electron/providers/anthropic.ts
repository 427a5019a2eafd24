import { createAnthropic } from '@ai-sdk/anthropic'
import { z } from 'zod'
import { readAnthropic } from './remote/frames/anthropic.ts'
import { remoteProvider } from './remote/remote-provider.ts'

/** Models that take no budget and think as much as they like. */
const choosesItself = /claude-(?:(?:sonnet|opus|haiku)-5-5|fable-5)/

/** Tokens below which it does not think at all. */
const leastBudget = 1024

const settings = z.strictObject({
  thinkingTokens: z.int().min(leastBudget).max(65_536).exactOptional().meta({
    title: 'Thinking, at most',
    description:
      'Tokens it may think before it writes. Without a number it does not think, if it can help it.',
  }),
  effort: z
    .enum(['low', 'medium', 'high'])
    .exactOptional()
    .meta({ title: 'Effort', description: 'How thorough it is, for models that let you choose.' }),
  cache: z.enum(['5m', '1h', 'off']).exactOptional().meta({
    title: 'Keep the common beginning',
    description: 'For how long Anthropic keeps what prompts share. Usually five minutes; an hour costs more.',
  }),
})

const list = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      display_name: z.string().nullable().catch(null),
      max_input_tokens: z.int().positive().nullable().catch(null),
    }),
  ),
})

/** Anthropic’s Claude models. */
export const anthropic = remoteProvider({
  id: 'anthropic',
  name: 'Anthropic',
  about: 'Claude, over the network; it needs a key of yours, and what you write goes to Anthropic.',
  address: 'https://api.anthropic.com/v1',
  keyVariables: ['ANTHROPIC_API_KEY'],
  lanes: 4,
  settings,
  keyHeaders: (key) => ({ 'x-api-key': key, 'anthropic-version': '2023-06-01' }),
  connect: (access, model) => createAnthropic(access).languageModel(model),
  read: () => readAnthropic,
  tuning: ({ room = 0 }, { thinkingTokens = 0, effort }) => {
    const budgetTokens = Math.min(thinkingTokens, room)
    return {
      wished: {
        ...(budgetTokens >= leastBudget && { thinking: { type: 'enabled', budgetTokens } }),
        ...(effort && { effort }),
      },
    }
  },
  room: ({ thinkingTokens = 0 }) => thinkingTokens,
  addsRoom: (model) => !choosesItself.test(model),
  cacheMark: ({ cache = '5m' }) =>
    cache === 'off' ? undefined : { anthropic: { cacheControl: { type: 'ephemeral', ttl: cache } } },
  modelsPath: '/models?limit=1000',
  modelsIn: (body) =>
    list.parse(body).data.map(({ id, display_name: name, max_input_tokens: contextSize }) => ({
      id,
      name,
      contextSize,
    })),
})
