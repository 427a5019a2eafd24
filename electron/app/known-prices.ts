import type { Price } from '../../shared/price.ts'

/**
 * List prices in US dollars for a million tokens, as the vendors' price pages had them in November 2026 (OpenAI:
 * developers.openai.com/api/docs/pricing; Anthropic: claude.com/pricing; Google: ai.google.dev/gemini-api/docs/pricing;
 * read by way of the tables that others keep of them). A name ends with `*` where it stands for all that begin so. What
 * a user's own `prices.json` says goes before these.
 */
export const knownPrices: Readonly<Record<string, Price>> = {
  'openai/gpt-5.5': { input: 5, cached: 0.5, output: 30 },
  'openai/gpt-5.4': { input: 2.5, cached: 0.25, output: 15 },
  'openai/gpt-5.4-mini': { input: 0.75, cached: 0.075, output: 4.5 },
  'openai/gpt-5.4-nano': { input: 0.2, cached: 0.02, output: 1.25 },
  'openai/gpt-5-mini': { input: 0.25, cached: 0.025, output: 2 },
  'openai/gpt-4.1': { input: 2, cached: 0.5, output: 8 },
  'anthropic/claude-opus-4-7*': { input: 5, cached: 0.5, output: 25 },
  'anthropic/claude-sonnet-5*': { input: 2, cached: 0.2, output: 10 },
  'anthropic/claude-haiku-4-5*': { input: 1, cached: 0.1, output: 5 },
  'google/gemini-3-pro*': { input: 2, cached: 0.2, output: 12 },
  'google/gemini-3-flash*': { input: 0.5, cached: 0.05, output: 3 },
}
