import type { Draft, Section, Step } from '../records.ts'

/** The stable keys of the loop's steps: the same work has the same key in every run, before and after a crash. */
type StepId = Step['id']

const suffix = (id: string): string => id.slice(id.indexOf(':') + 1)

/** What the planner proposes beyond what was read, by the hash of the brief's text. */
export const understandStep = (hash: string): StepId => `step:understand/${hash}`

/** One batch of the plan, by the number of its first section. */
export const planStep = (from: number): StepId => `step:plan/${from}`

/** The check of the whole plan, which puts the plan record. */
export const checkStep = 'step:plan/check' satisfies StepId

/** One take of a section. */
export const draftStep = ({ id, take }: Section): StepId => `step:draft/${suffix(id)}/${take}`

/** The review of one text against its duties. */
export const reviewStep = (draft: Draft, hash: string): StepId => `step:review/${suffix(draft.id)}/${hash}`

/** One round of revision of the text that began with the draft `root`. */
export const reviseStep = ({ root }: Draft, round: number): StepId => `step:revise/${suffix(root)}/${round}`

/** The memory of one text. */
export const rememberStep = (draft: Draft, hash: string): StepId =>
  `step:remember/${suffix(draft.id)}/${hash}`

/** The joins of one batch of neighbours, by the hash of what they say. */
export const joinStep = (hash: string): StepId => `step:join/${hash}`
