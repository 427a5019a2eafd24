import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Prompt } from '../electron/prompts/context.ts'
import { draftPrompt } from '../electron/prompts/draft.ts'
import { joinPrompt, joinReply } from '../electron/prompts/join.ts'
import { patchPrompt, planPrompt, planReply } from '../electron/prompts/plan.ts'
import { rememberPrompt, rememberReply } from '../electron/prompts/remember.ts'
import { reviewPrompt, reviewReply } from '../electron/prompts/review.ts'
import { revisePrompt } from '../electron/prompts/revise.ts'
import { understandPrompt, understandReply } from '../electron/prompts/understand.ts'
import { practiceModel } from '../electron/providers/practice.ts'
import { readBrief } from '../shared/brief.ts'
import { check } from '../shared/constraints/demand.ts'
import { verbs, type ModelRequest, type Verb } from '../shared/model.ts'
import { balanced, planViolations } from '../shared/plan-check.ts'
import { recordsOf, stateOf, type ProjectState } from '../shared/project-state.ts'
import { dutiesOf } from '../shared/questions/duties.ts'
import { leaves } from '../shared/questions/outline.ts'
import { shape } from '../shared/questions/shape.ts'
import type { Section } from '../shared/records.ts'
import { plainText } from '../shared/text/markdown.ts'
import { findQuote } from '../shared/text/quotes.ts'
import { endsWhole } from '../shared/text/sentences.ts'

const roles = {
  understand: 'planner',
  plan: 'planner',
  draft: 'writer',
  revise: 'writer',
  review: 'reviewer',
  remember: 'reviewer',
  join: 'reviewer',
} as const satisfies Record<Verb, ModelRequest['role']>

const answer = async (verb: Verb, messages: Prompt, { seed = 1, erring = 0 } = {}): Promise<string> => {
  const request = { role: roles[verb], verb, messages, maxOutput: 50_000, seed, temperature: 0.5 }
  let text = ''
  for await (const event of practiceModel({ erring })(request, new AbortController().signal)) {
    if (event.type === 'text') text += event.text
  }
  return text
}

const structure = async <Value>(schema: z.ZodType<Value>, verb: Verb, prompt: Prompt): Promise<Value> =>
  schema.parse(JSON.parse(await answer(verb, prompt)))

const units = `---
title: Skarvholm
form: novel
units: { label: Chapter, count: 6, words: { min: 180, max: 220 } }
requirements:
  - { say: "the logbook", every: { n: 2, from: 1 } }
  - { say: "Maren \\"Mette\\" Holt (23)", each: true }
  - { say: "paraffin", document: true }
  - { avoid: "suddenly", document: true }
  - { avoid: "the keeper", from: 2, to: 3 }
  - { rule: "Keep the sea in every chapter.", each: true }
---
Maren keeps the light for one winter.

# The plan
She begins to count.

# Your task
"""`

const chinese = `---
title: 港口十年
form: 日记
language: zh
words: 2400
requirements:
  - { say: "潮位站", document: true }
  - { avoid: "世界一流" }
  - { rule: "每个数字都要有单位。", each: true }
---
写港口十年来的变化。

- 洪水与重建
- 码头上的生活
- 往后十年`

const free = `---
form: report
words: 3000
---
A short history of a ferry.`

const briefs = [
  ['units', units],
  ['a free brief in Chinese', chinese],
  ['a free brief', free],
] as const

const sectionOf = (entry: z.infer<typeof planReply>[number]): Section => ({
  id: `section:${entry.n}`,
  parent: null,
  order: entry.n,
  unit: entry.n,
  take: 1,
  title: entry.title,
  intent: entry.entry,
  words: entry.words ?? 100,
  owns: entry.owns,
  leaves: entry.leaves,
  after: entry.after.map((n): Section['id'] => `section:${n}`),
})

const unplanned = (source: string): ProjectState => {
  const { brief, constraints } = readBrief(source)
  return stateOf([brief, ...constraints])
}

const planned = async (source: string): Promise<ProjectState> => {
  const state = unplanned(source)
  const entries = await structure(planReply, 'plan', planPrompt(state, { from: 1, to: shape(state).count }))
  return stateOf([...recordsOf(state), ...balanced(entries.map(sectionOf), shape(state))])
}

/** The duties of a section that its text does not keep, as code tells. */
const broken = (state: ProjectState, section: Section, text: string): readonly unknown[] =>
  dutiesOf(state, section.id).filter(({ demand }) => check(demand, text)?.verdict === 'broken')

describe.each(briefs)('%s', (_, source) => {
  test('the plan has the sections asked for, with nothing for code to mend', async () => {
    const state = unplanned(source)
    const { count, least, most, words } = shape(state)
    const plan = await planned(source)
    const entries = leaves(plan)
    expect(planViolations(entries)).toEqual([])
    expect(entries.length).toBeGreaterThanOrEqual(count ?? least)
    expect(entries.length).toBeLessThanOrEqual(count ?? most)
    expect(entries.reduce((sum, section) => sum + section.words, 0)).toBe(words)
  })

  test('a patch mends what is named', async () => {
    const state = await planned(source)
    const patch = await structure(planReply, 'plan', patchPrompt(state, ['Section 2 leaves something open.']))
    expect(patch.map(({ n }) => n)).toEqual([2])
  })

  test('it proposes nothing that code has not read', async () => {
    expect(await structure(understandReply, 'understand', understandPrompt(unplanned(source)))).toEqual([])
  })

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

  test('a review judges every point, and quotes what stands in the text', async () => {
    const state = await planned(source)
    const points = ['The section does what its plan entry says.', 'Keep to: Keep the sea in every chapter.']
    for (const section of leaves(state)) {
      const text = await answer('draft', draftPrompt(state, section))
      const said = await structure(reviewReply, 'review', reviewPrompt(state, section, text, points))
      expect(said.map(({ point }) => point)).toEqual([1, 2])
      expect(said[0]?.verdict).toBe('kept')
      const lost = said.filter(
        ({ verdict, quote }) => verdict === 'kept' && !findQuote(plainText(text), quote),
      )
      expect(lost).toEqual([])
    }
  })

  test('memory and joins', async () => {
    const state = await planned(source)
    const sections = leaves(state)
    const texts = await Promise.all(sections.map((section) => answer('draft', draftPrompt(state, section))))
    for (const [i, section] of sections.entries()) {
      const { summary, facts } = await structure(
        rememberReply,
        'remember',
        rememberPrompt(section, texts[i] ?? ''),
      )
      expect(summary.length).toBeGreaterThan(10)
      expect(facts.length).toBeLessThanOrEqual(8)
    }
    const joins = sections.slice(1).map((section, i) => ({
      left: sections[i]?.title ?? '',
      right: section.title,
      ending: texts[i] ?? '',
      beginning: texts[i + 1] ?? '',
    }))
    const said = await structure(joinReply, 'join', joinPrompt(joins))
    expect(said.map(({ join }) => join)).toEqual(joins.map((__, i) => i + 1))
  })
})

test('whatever stands in a prompt, the practice model answers and does not throw', async () => {
  const verb = fc.constantFrom<Verb>(...verbs)
  const line = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(
      '# What it owes',
      '# Your task',
      '# Its text now',
      '"""',
      '""""',
      '- Say: "',
      '- Length: 9 to 3 words',
      '# Joins',
      '# Points to judge',
      '1. Say: "x"',
      'Plan 3 to 2 sections, add up to 0',
      'Plan A 5 to A 1 of 0. Words each: 0.',
      '# What is wrong with it',
      '# The plan',
    ),
  )
  await fc.assert(
    fc.asyncProperty(verb, fc.array(line, { maxLength: 12 }), fc.nat(), async (asked, lines, seed) => {
      const text = await answer(asked, [{ from: 'user', text: lines.join('\n') }], { seed, erring: 0.5 })
      if (asked !== 'draft' && asked !== 'revise') JSON.parse(text)
      expect(text).not.toBe('')
    }),
    { numRuns: 150 },
  )
})
