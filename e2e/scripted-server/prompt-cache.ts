import { createHash } from 'node:crypto'

const charsPerToken = 4
const blockTokens = 128
const leastTokens = 1024

/** Tokens of a text as this server counts them: one for four characters. */
export const tokensOf = (text: string): number => Math.ceil(text.length / charsPerToken)

/** What a vendor's cache of prompt beginnings does, in blocks of 128 tokens and from 1,024 on. */
export type PromptCache = {
  /** Tokens at the beginning of `prompt` that an earlier prompt began with too. */
  readonly cached: (prompt: string) => number
  /** Keeps the beginning of `prompt` for the ones to come. */
  readonly keep: (prompt: string) => void
}

const beginnings = (prompt: string): readonly string[] => {
  const size = blockTokens * charsPerToken
  const hashes: string[] = []
  for (let end = size; end <= prompt.length; end += size) {
    const block = (hashes.at(-1) ?? '') + prompt.slice(end - size, end)
    hashes.push(createHash('sha1').update(block).digest('base64'))
  }
  return hashes
}

/** An empty cache without a limit. */
export const promptCache = (): PromptCache => {
  const known = new Set<string>()
  return {
    cached: (prompt) => {
      const blocks = beginnings(prompt)
      const missing = blocks.findIndex((hash) => !known.has(hash))
      const tokens = (missing < 0 ? blocks.length : missing) * blockTokens
      return tokens < leastTokens ? 0 : tokens
    },
    keep: (prompt) => beginnings(prompt).forEach((hash) => known.add(hash)),
  }
}
