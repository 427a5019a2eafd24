const frame = (data: object): string => `data: ${JSON.stringify(data)}\n\n`
const line = (rest: object): string => `${JSON.stringify({ model: 'm', ...rest })}\n`

/** How a vendor puts a reply into frames, and by which model of its own that is tried. */
export type TestWire = {
  readonly model: string
  readonly begin: string
  readonly say: (text: string) => string
  /** That it has finished, after 30 tokens read, 10 of them from a cache where it tells that, and 2 written. */
  readonly end: string
  /** Its protocol has a place for what came from a cache. */
  readonly tellsCached: boolean
}

const chat: TestWire = {
  model: 'm',
  begin: frame({ choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }] }),
  say: (content) => frame({ choices: [{ index: 0, delta: { content }, finish_reason: null }] }),
  end: `${frame({
    choices: [{ index: 0, delta: { content: '' }, finish_reason: 'stop' }],
    usage: {
      prompt_tokens: 30,
      completion_tokens: 2,
      total_tokens: 32,
      prompt_tokens_details: { cached_tokens: 10 },
    },
  })}data: [DONE]\n\n`,
  tellsCached: true,
}

const responses: TestWire = {
  model: 'm',
  begin: frame({ type: 'response.output_item.added', output_index: 0, item: { type: 'message', id: 'm' } }),
  say: (delta) => frame({ type: 'response.output_text.delta', item_id: 'm', output_index: 0, delta }),
  end: frame({
    type: 'response.completed',
    response: {
      usage: { input_tokens: 30, input_tokens_details: { cached_tokens: 10 }, output_tokens: 2 },
    },
  }),
  tellsCached: true,
}

const anthropic: TestWire = {
  model: 'claude-sonnet-4-5',
  begin:
    frame({
      type: 'message_start',
      message: { id: 'm', usage: { input_tokens: 20, cache_read_input_tokens: 10 } },
    }) + frame({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }),
  say: (text) => frame({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } }),
  end:
    frame({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 2 } }) +
    frame({ type: 'message_stop' }),
  tellsCached: true,
}

const part = (text: string, rest: object, usage: object): string =>
  frame({ candidates: [{ content: { parts: [{ text }] }, ...rest }], ...usage })

const gemini: TestWire = {
  model: 'm',
  begin: '',
  say: (text) => part(text, {}, {}),
  end: part(
    '',
    { finishReason: 'STOP' },
    { usageMetadata: { promptTokenCount: 30, cachedContentTokenCount: 10, candidatesTokenCount: 2 } },
  ),
  tellsCached: true,
}

const ollama: TestWire = {
  model: 'm',
  begin: '',
  say: (content) => line({ message: { role: 'assistant', content }, done: false }),
  end: line({
    message: { role: 'assistant', content: '' },
    done: true,
    done_reason: 'stop',
    prompt_eval_count: 30,
    eval_count: 2,
  }),
  tellsCached: false,
}

const wires: Readonly<Record<string, TestWire>> = { openai: responses, anthropic, google: gemini, ollama }

/** The wire of a provider; those not named speak OpenAI's chat protocol. */
export const wireOf = (provider: string): TestWire => wires[provider] ?? chat
