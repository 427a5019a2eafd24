/** A request for a reply as the server understood it, whatever its wire format. */
export type ChatRequest = {
  readonly model: string
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  readonly isStreamed: boolean
  readonly wantsUsage: boolean
  readonly seed?: number
  readonly temperature?: number
  readonly maxTokens?: number
  readonly json?: Readonly<Record<string, unknown>>
}

type Optional = {
  readonly [Key in 'seed' | 'temperature' | 'maxTokens' | 'json']?: ChatRequest[Key] | undefined
}

/** A request of what was read, without what was not there. */
export const chatRequest = (
  read: Pick<ChatRequest, 'model' | 'messages' | 'isStreamed' | 'wantsUsage'>,
  { seed, temperature, maxTokens, json }: Optional,
): ChatRequest => ({
  ...read,
  ...(seed !== undefined && { seed }),
  ...(temperature !== undefined && { temperature }),
  ...(maxTokens !== undefined && { maxTokens }),
  ...(json && { json }),
})
