import type { z } from 'zod'
import type { Prompt } from '../electron/prompts/context.ts'
import { planPrompt, planReply } from '../electron/prompts/plan.ts'
import { practiceModel } from '../electron/providers/practice.ts'
import { readBrief } from '../shared/brief.ts'
import { check } from '../shared/constraints/demand.ts'
import type { ModelRequest, Verb } from '../shared/model.ts'
import { balanced } from '../shared/plan-check.ts'
import { recordsOf, stateOf, type ProjectState } from '../shared/project-state.ts'
import { dutiesOf } from '../shared/questions/duties.ts'
import { shape } from '../shared/questions/shape.ts'
import type { Section } from '../shared/records.ts'

const roles = {
  understand: 'planner',
  plan: 'planner',
  draft: 'writer',
  revise: 'writer',
  review: 'reviewer',
  remember: 'reviewer',
  join: 'reviewer',
} as const satisfies Record<Verb, ModelRequest['role']>

/** What the practice model answers to a prompt. */
export const answer = async (
  verb: Verb,
  messages: Prompt,
  { seed = 1, erring = 0 } = {},
): Promise<string> => {
  const request = { role: roles[verb], verb, messages, maxOutput: 50_000, seed, temperature: 0.5 }
  let text = ''
  for await (const event of practiceModel({ erring })(request, new AbortController().signal)) {
    if (event.type === 'text') text += event.text
  }
  return text
}

/** The structure it answers to a prompt. */
export const structure = async <Value>(
  schema: z.ZodType<Value>,
  verb: Verb,
  prompt: Prompt,
): Promise<Value> => schema.parse(JSON.parse(await answer(verb, prompt)))

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

/** Briefs of every shape, with their names. */
export const briefs = [
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

/** A brief read, before there is a plan. */
export const unplanned = (source: string): ProjectState => {
  const { brief, constraints } = readBrief(source)
  return stateOf([brief, ...constraints])
}

/** A brief with the plan that the practice model makes of it. */
export const planned = async (source: string): Promise<ProjectState> => {
  const state = unplanned(source)
  const entries = await structure(planReply, 'plan', planPrompt(state, { from: 1, to: shape(state).count }))
  return stateOf([...recordsOf(state), ...balanced(entries.map(sectionOf), shape(state))])
}

/** The duties of a section that its text does not keep, as code tells. */
export const broken = (state: ProjectState, section: Section, text: string): readonly unknown[] =>
  dutiesOf(state, section.id).filter(({ demand }) => check(demand, text)?.verdict === 'broken')
