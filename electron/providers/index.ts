import { anthropic } from './anthropic.ts'
import { google } from './google.ts'
import { llamaCpp } from './llama-cpp.ts'
import { mistral } from './mistral.ts'
import { ollama } from './ollama.ts'
import { openaiCompatible } from './openai-compatible.ts'
import { openai } from './openai.ts'
import { openrouter } from './openrouter.ts'
import { practice } from './practice.ts'

/** Every provider, in the order in which the writer is offered them. */
export const providers = [
  practice,
  llamaCpp,
  ollama,
  openai,
  anthropic,
  google,
  mistral,
  openrouter,
  openaiCompatible,
] as const
