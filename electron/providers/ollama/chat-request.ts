import type { Message, ModelRequest } from '../../../shared/model.ts'
import type { OllamaSettings } from './settings.ts'

/** A prompt as Ollama takes it: what stands before the first user message is the system's, all else the user's. */
const messagesOf = (
  messages: readonly Message[],
): readonly { readonly role: 'system' | 'user'; readonly content: string }[] => {
  const first = messages.findIndex(({ from }) => from === 'user')
  const split = first < 0 ? messages.length : first
  const joined = (some: readonly Message[]): string => some.map(({ text }) => text).join('\n\n')
  const system = joined(messages.slice(0, split))
  const user = joined(messages.slice(split))
  return [
    ...(system ? [{ role: 'system', content: system } as const] : []),
    ...(user ? [{ role: 'user', content: user } as const] : []),
  ]
}

/** Minutes without a call after which a model is unloaded. */
const usualMinutes = 10

/** How a model is to be asked, whatever the request. */
export type Manner = {
  readonly model: string
  readonly context: number
  readonly thinks: boolean
  readonly settings: OllamaSettings
}

/**
 * The body of one call. `truncate` and `shift` are refused: a prompt that does not fit, or a reply that outgrows the
 * context, is to end the call and not to lose its beginning.
 */
export const chatRequest = (
  { messages, maxOutput, seed, temperature, json }: ModelRequest,
  { model, context, thinks, settings }: Manner,
): object => ({
  model,
  messages: messagesOf(messages),
  stream: true,
  truncate: false,
  shift: false,
  keep_alive: `${Math.round((settings.keepAlive ?? usualMinutes) * 60)}s`,
  ...(thinks && { think: settings.thinking ?? false }),
  ...(json && { format: json }),
  options: {
    num_ctx: context,
    num_predict: maxOutput,
    seed,
    temperature,
    ...(settings.threads !== undefined && { num_thread: settings.threads }),
  },
})
