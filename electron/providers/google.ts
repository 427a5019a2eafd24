import { createGoogle } from '@ai-sdk/google'
import { z } from 'zod'
import { readGemini } from './remote/frames/gemini.ts'
import { remoteProvider } from './remote/remote-provider.ts'

const settings = z.strictObject({
  thinkingTokens: z.int().min(0).max(32_768).exactOptional().meta({
    title: 'Thinking, at most',
    description: 'Tokens it may think before it writes. Without a number it decides, within 8192.',
  }),
  thinkingLevel: z
    .enum(['minimal', 'low', 'medium', 'high'])
    .exactOptional()
    .meta({ title: 'Thinking', description: 'The same in words, which Gemini 3 and later want instead.' }),
})

const list = z.object({
  models: z.array(
    z.object({
      name: z.string(),
      displayName: z.string().nullable().catch(null),
      inputTokenLimit: z.int().positive().nullable().catch(null),
      supportedGenerationMethods: z.array(z.string()).default([]),
    }),
  ),
})
const writesNoText = /image|tts|audio|live|embedding|aqa|veo|imagen|robotics|computer-use/
const thinks = /gemini-([3-9]|2\.5)/

/** Google’s Gemini models. */
export const google = remoteProvider({
  id: 'google',
  name: 'Google Gemini',
  about: 'Gemini, over the network; it needs a key of yours, and what you write goes to Google.',
  address: 'https://generativelanguage.googleapis.com/v1beta',
  keyVariables: ['GEMINI_API_KEY', 'GOOGLE_GENERATIVE_AI_API_KEY', 'GOOGLE_API_KEY'],
  lanes: 4,
  settings,
  keyHeaders: (key) => ({ 'x-goog-api-key': key }),
  connect: (access, model) => createGoogle(access).languageModel(model),
  read: () => readGemini,
  tuning: ({ seed, room }, { thinkingTokens, thinkingLevel }, model) => ({
    // Its seeds are signed.
    seed: seed >>> 1,
    wished: {
      thinkingConfig: {
        ...(thinks.test(model) && { includeThoughts: thinkingTokens !== 0 }),
        ...(thinkingLevel && { thinkingLevel }),
        ...(thinkingTokens !== undefined &&
          !thinkingLevel && { thinkingBudget: Math.min(thinkingTokens, room ?? thinkingTokens) }),
      },
    },
  }),
  room: ({ thinkingTokens }, model) => thinkingTokens ?? (thinks.test(model) ? 8192 : 0),
  modelsPath: '/models?pageSize=1000',
  modelsIn: (body) =>
    list
      .parse(body)
      .models.filter((model) => model.supportedGenerationMethods.includes('generateContent'))
      .map(({ name: path, displayName: name, inputTokenLimit: contextSize }) => ({
        id: path.replace(/^models\//, ''),
        name,
        contextSize,
      }))
      .filter(({ id }) => !writesNoText.test(id)),
})
