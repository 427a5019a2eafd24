import { describe, expect, test } from 'vitest'
import { joined } from '../electron/agent/joined.ts'
import { replaced } from '../electron/agent/replacements.ts'
import { continuePrompt } from '../electron/prompts/continue.ts'
import { draftPrompt } from '../electron/prompts/draft.ts'
import { mendPrompt, mendReply } from '../electron/prompts/mend.ts'
import { revisePrompt } from '../electron/prompts/revise.ts'
import { leaves } from '../shared/questions/outline.ts'
import { cutAtSentence, endsWhole } from '../shared/text/sentences.ts'
import { answer, briefs, broken, planned, structure } from './practice-kit.ts'

describe.each(briefs)('%s', (_, source) => {
  test('every draft keeps every duty shown', async () => {
    const state = await planned(source)
    for (const section of leaves(state)) {
      const text = await answer('draft', draftPrompt(state, section))
      expect({ broken: broken(state, section, text), whole: endsWhole(text) }).toEqual({
        broken: [],
        whole: true,
      })
    }
  })

  test('a revision mends what a first draft broke', async () => {
    const state = await planned(source)
    for (const section of leaves(state)) {
      const text = await answer('draft', draftPrompt(state, section), { erring: 1, seed: section.order })
      const revised = await answer('revise', revisePrompt(state, section, text, []))
      expect(broken(state, section, revised)).toEqual([])
    }
  })

  test('replacements mend what a first draft broke, and touch nothing else', async () => {
    const state = await planned(source)
    for (const section of leaves(state)) {
      const text = await answer('draft', draftPrompt(state, section), { erring: 1, seed: section.order })
      const replacements = await structure(mendReply, 'revise', mendPrompt(state, section, text, []))
      const mended = replaced(text, replacements)
      expect({ broken: broken(state, section, mended.text), missed: mended.missed }).toEqual({
        broken: [],
        missed: [],
      })
      const right = await answer('draft', draftPrompt(state, section), { seed: section.order })
      expect(await structure(mendReply, 'revise', mendPrompt(state, section, right, []))).toEqual([])
    }
  })

  test('a text that stopped short is gone on with, to what is owed in all', async () => {
    const state = await planned(source)
    for (const section of leaves(state)) {
      const whole = await answer('draft', draftPrompt(state, section))
      const text = cutAtSentence(whole, section.words / 2)
      const more = await answer('draft', continuePrompt(state, section, { text }), { erring: 1 })
      expect(broken(state, section, joined({ text }, more))).toEqual([])
    }
  })
})
