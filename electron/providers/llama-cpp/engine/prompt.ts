import type { ChatHistoryItem, Token } from 'node-llama-cpp'
import type { Message } from '../../../../shared/model.ts'
import type { LoadedModel } from './load-model.ts'

/** A prompt as the model takes it: its tokens, and how many of them are the same for every section. */
export type Prompt = {
  readonly history: readonly ChatHistoryItem[]
  readonly tokens: readonly Token[]
  readonly shared: number
}

/** What comes before the first user message is the system's; all from there on is one message of the user's. */
const historyOf = (messages: readonly Message[]): ChatHistoryItem[] => {
  const texts = (some: readonly Message[]): string =>
    some
      .map(({ text }) => text)
      .filter(Boolean)
      .join('\n\n')
  const firstUser = messages.findIndex(({ from }) => from === 'user')
  const split = firstUser < 0 ? messages.length : firstUser
  const [system, user] = [texts(messages.slice(0, split)), texts(messages.slice(split))]
  return [
    ...(system ? [{ type: 'system' as const, text: system }] : []),
    { type: 'user', text: user },
    { type: 'model', response: [] },
  ]
}

const tokensOf = (
  { template, model }: LoadedModel,
  chatHistory: readonly ChatHistoryItem[],
): readonly Token[] => template.generateContextState({ chatHistory }).contextText.tokenize(model.tokenizer)

/** How many tokens two prompts begin with in common. */
export const overlap = (a: readonly Token[], b: readonly Token[]): number => {
  const different = a.findIndex((token, index) => token !== b[index])
  return different < 0 ? a.length : different
}

/** The tokens of `messages` under the model's own chat template; shared are those up to the last breakpoint. */
export const promptOf = (loaded: LoadedModel, messages: readonly Message[]): Prompt => {
  const history = historyOf(messages)
  const tokens = tokensOf(loaded, history)
  const last = messages.findLastIndex(({ cacheUpTo }) => cacheUpTo)
  if (last < 0) return { history, tokens, shared: 0 }
  return {
    history,
    tokens,
    shared: overlap(tokensOf(loaded, historyOf(messages.slice(0, last + 1))), tokens),
  }
}
