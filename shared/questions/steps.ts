import type { Draft, Order, Section, SectionId, Step } from '../records.ts'

/** The stable keys of the loop's steps: the same work has the same key in every run, before and after a crash. */
type StepId = Step['id']

const suffix = (id: string): string => id.slice(id.indexOf(':') + 1)

/** What the planner proposes beyond what was read, by the hash of the brief's text. */
export const understandStep = (hash: string): StepId => `step:understand/${hash}`

/** One batch of the plan, by the number of its first section. */
export const planStep = (from: number): StepId => `step:plan/${from}`

/** The check of one batch of the plan; that of the last puts the plan record. */
export const checkStep = (from: number): StepId => `step:plan/check/${from}`

/** What the plan says of the topics that the brief names, by the hash of both. */
export const critiqueStep = (hash: string): StepId => `step:plan/critique/${hash}`

/** What parts of a text do, by the hash of what they say. */
export const learnStep = (hash: string): StepId => `step:plan/learn/${hash}`

/** Sections planned anew, as an order asks for the `take`th time; `from` counts the places it names. */
export const anewStep = ({ id, take }: Order, from: number): StepId =>
  `step:plan/anew/${suffix(id)}/${take}/${from}`

/** One take of a section. */
export const draftStep = ({ id, take }: Section): StepId => `step:draft/${suffix(id)}/${take}`

/** The review of one text against its duties. */
export const reviewStep = (draft: Draft, hash: string): StepId => `step:review/${suffix(draft.id)}/${hash}`

/** One round of revision of the text that began with the draft `root`. */
export const reviseStep = ({ root }: Draft, round: number): StepId => `step:revise/${suffix(root)}/${round}`

/** The memory of one text. */
export const rememberStep = (draft: Draft, hash: string): StepId =>
  `step:remember/${suffix(draft.id)}/${hash}`

/** A summary of a part, or of the whole up to a section, by the hash of what it is made of. */
export const sumStep = ({
  level,
  section,
  hash,
}: {
  readonly level: 'part' | 'whole'
  readonly section: SectionId
  readonly hash: string
}): StepId => `step:remember/${suffix(section)}/${level}-${hash}`

/** Whether a step makes a summary of a part, or of the whole so far. */
export const isSumStep = (id: StepId): boolean => /^step:remember\/[^/]+\/(?:part|whole)-/u.test(id)

/** The joins of one batch of neighbours, by the hash of what they say. */
export const joinStep = (hash: string): StepId => `step:join/${hash}`

const searchSteps = 'step:join/search-'

/** The search of all texts for what no single section shows, by the hash of what they say. */
export const searchStep = (hash: string): StepId => `${searchSteps}${hash}`

/** Whether a step is such a search. */
export const isSearchStep = (id: StepId): boolean => id.startsWith(searchSteps)

/** One batch of what is suspected, by the hash of its orders. */
export const confirmStep = (hash: string): StepId => `step:join/confirm-${hash}`

/** What a reviewer found to be no fault, so that it is not suspected again. */
export const clearedStep = ({ id }: Pick<Order, 'id'>): StepId => `step:join/cleared-${suffix(id)}`

const candidateSteps = 'step:candidate/'

/** One more draft of a section that the writer asked for, counted from 1 within its take. */
export const candidateStep = ({ id, take }: Section, n: number): StepId =>
  `${candidateSteps}${suffix(id)}/${take}/${n}`

/** Whether a step is a candidate of the take that a section is at. */
export const isCandidateOf = (id: StepId, section: Section): boolean =>
  id.startsWith(candidateStep(section, 0).slice(0, -1))

const orderSteps = 'step:order/'

/** One asking of a work order. */
export const orderStep = ({ id, take }: Order): StepId => `${orderSteps}${suffix(id)}/${take}`

/**
 * Whether a step is the writer's own wish, a work order or a candidate: what it costs is counted apart from its section.
 */
export const isWishedStep = (id: StepId): boolean =>
  id.startsWith(orderSteps) || id.startsWith(candidateSteps)
