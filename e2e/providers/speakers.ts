import { anthropic } from '../../electron/providers/anthropic.ts'
import { google } from '../../electron/providers/google.ts'
import { ollama } from '../../electron/providers/ollama.ts'
import { mistral } from '../../electron/providers/mistral.ts'
import { openaiCompatible } from '../../electron/providers/openai-compatible.ts'
import { openai } from '../../electron/providers/openai.ts'
import { openrouter } from '../../electron/providers/openrouter.ts'
import type { Provider } from '../../electron/providers/provider.ts'
import type { ModelChoice } from '../../shared/model.ts'
import type { Wire } from '../scripted-server/wire.ts'
import { anthropicMessages } from '../scripted-server/wires/anthropic.ts'
import { gemini } from '../scripted-server/wires/gemini.ts'
import { ollamaChat } from '../scripted-server/wires/ollama.ts'
import { mistralChat, openaiChat, openrouterChat } from '../scripted-server/wires/openai-chat.ts'
import { openaiResponses } from '../scripted-server/wires/openai-responses.ts'

/** A provider and the wire format it speaks; one that can speak several stands here once for each. */
export type Speaker = {
  readonly name: string
  readonly provider: Provider
  readonly wire: Wire
  /** A model of its own, by name. */
  readonly model: string
  readonly settings?: ModelChoice['settings']
  /** Whether its wire tells what the model thinks. */
  readonly isThinkingTold?: boolean
  /** What its wire has no words for, or its models do not do. */
  readonly lacks?: readonly ('filters' | 'cache counts' | 'refused settings')[]
  /** How many times faster than the world it is played; 60 where this is left out. */
  readonly speed?: number
}

/** Every provider that reaches its models over a network, on every wire it speaks. */
export const speakers: readonly Speaker[] = [
  { name: 'openai', provider: openai, wire: openaiResponses, model: 'gpt-5' },
  {
    name: 'openai chat',
    provider: openai,
    wire: openaiChat,
    model: 'gpt-4.1',
    settings: { api: 'chat' },
    isThinkingTold: false,
  },
  { name: 'anthropic', provider: anthropic, wire: anthropicMessages, model: 'claude-sonnet-4-5' },
  { name: 'google', provider: google, wire: gemini, model: 'gemini-2.5-pro' },
  { name: 'mistral', provider: mistral, wire: mistralChat, model: 'mistral-large-latest' },
  { name: 'openrouter', provider: openrouter, wire: openrouterChat, model: 'anthropic/claude-sonnet-4.5' },
  { name: 'openai-compatible', provider: openaiCompatible, wire: openaiChat, model: 'qwen3' },
  {
    name: 'ollama',
    provider: ollama,
    wire: ollamaChat,
    model: 'qwen3:8b',
    lacks: ['filters', 'cache counts', 'refused settings'],
    speed: 120,
  },
]

/** What a writer would choose to reach a speaker at a base URL. */
export const choiceOf = (
  { provider, model, settings }: Speaker,
  baseUrl: string,
  apiKey = 'Zq7-very_private',
): ModelChoice => ({ id: `${provider.id}/${model}`, baseUrl, apiKey, ...(settings && { settings }) })
