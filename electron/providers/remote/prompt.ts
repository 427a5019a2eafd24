import { createHash } from 'node:crypto'
import type { LanguageModelV4Prompt, SharedV4ProviderOptions } from '@ai-sdk/provider'
import type { Message } from '../../../shared/model.ts'

/** Most breakpoints that a vendor takes in one prompt. */
const mostMarks = 4

const joined = (messages: readonly Message[]): string => messages.map(({ text }) => text).join('\n\n')

/** Neighbours that a cache holds as one, each ending with its breakpoint; the last may have none. */
const stretches = (messages: readonly Message[]): readonly (readonly Message[])[] => {
  const ends = messages.flatMap(({ cacheUpTo }, index) => (cacheUpTo ? [index + 1] : [])).slice(-mostMarks)
  const bounds = [...new Set([...ends, messages.length])]
  return bounds.map((end, index) => messages.slice(bounds[index - 1] ?? 0, end))
}

/**
 * Messages as every server takes them: neighbours from the same side joined by an empty line (many chat templates
 * refuse two user messages in a row), and what follows the first user message always as the user's. With a `mark`
 * the user's side comes in parts, and each part that ends at a cache breakpoint carries it.
 */
export const promptOf = (
  messages: readonly Message[],
  mark?: SharedV4ProviderOptions,
): LanguageModelV4Prompt => {
  const sent = messages.filter(({ text }) => text !== '')
  const firstUser = sent.findIndex(({ from }) => from === 'user')
  const split = firstUser < 0 ? sent.length : firstUser
  const [system, user] = [sent.slice(0, split), sent.slice(split)]
  const parts = mark ? stretches(user) : [user]
  const marked = (stretch: readonly Message[]) =>
    mark && stretch.at(-1)?.cacheUpTo ? { providerOptions: mark } : {}
  const content = parts
    .filter((stretch) => stretch.length > 0)
    .map((stretch, index, { length }) => ({
      type: 'text' as const,
      text: joined(stretch) + (index < length - 1 ? '\n\n' : ''),
      ...marked(stretch),
    }))
  return [
    ...(system.length > 0 ? [{ role: 'system' as const, content: joined(system), ...marked(system) }] : []),
    ...(content.length > 0 ? [{ role: 'user' as const, content }] : []),
  ]
}

/** A name for what prompts have in common up to their last breakpoint: the same for all calls that begin alike. */
export const cacheKey = (messages: readonly Message[]): string | null => {
  const end = messages.findLastIndex(({ cacheUpTo }) => cacheUpTo)
  if (end < 0) return null
  const shared = messages.slice(0, end + 1).map(({ text }) => text)
  return createHash('sha256').update(JSON.stringify(shared)).digest('hex').slice(0, 32)
}
