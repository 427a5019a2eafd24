import type { LanguageModelV4Prompt } from '@ai-sdk/provider'
import type { Message } from '../../../shared/model.ts'

/**
 * Messages as every server takes them: neighbours from the same side joined by an empty line (many chat templates
 * refuse two user messages in a row), and what follows the first user message always as the user's.
 */
export const promptOf = (messages: readonly Message[]): LanguageModelV4Prompt => {
  const joined = (texts: readonly Message[]): string => texts.map(({ text }) => text).join('\n\n')
  const firstUser = messages.findIndex(({ from }) => from === 'user')
  const split = firstUser < 0 ? messages.length : firstUser
  const [system, user] = [joined(messages.slice(0, split)), joined(messages.slice(split))]
  return [
    ...(system ? [{ role: 'system' as const, content: system }] : []),
    ...(user ? [{ role: 'user' as const, content: [{ type: 'text' as const, text: user }] }] : []),
  ]
}
