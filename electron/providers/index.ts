import { llamaCpp } from './llama-cpp.ts'
import { openaiCompatible } from './openai-compatible.ts'
import { practice } from './practice.ts'

/** Every provider, in the order in which the writer is offered them. */
export const providers = [practice, llamaCpp, openaiCompatible] as const
