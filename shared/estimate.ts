import { verbs, type Verb } from './model.ts'
import type { Figures, Pace } from './pace.ts'
import { costOf, type Price } from './price.ts'
import type { ProjectState } from './project-state.ts'
import { planBatch, planBatches } from './questions/batches.ts'
import { bounds, mostSections } from './questions/bounds.ts'
import { leaves } from './questions/outline.ts'
import { phaseOf } from './questions/phase.ts'
import { isRemembered, remembering } from './questions/remembering.ts'
import { shape } from './questions/shape.ts'
import { guessTokens } from './text/tokens.ts'

/** What a phase is likely to cost. `money` is in US dollars, null where a model has no known price. */
export type PhaseEstimate = {
  readonly verb: Verb
  readonly calls: number
  readonly input: number
  readonly cached: number
  readonly output: number
  readonly minutes: number
  readonly money: number | null
}

/** What the rest of the work is likely to cost, by phase; `basis` says what that rests on. */
export type Estimate = {
  readonly phases: readonly PhaseEstimate[]
  readonly total: Omit<PhaseEstimate, 'verb'>
  readonly basis: 'this project' | 'earlier runs' | 'a guess'
}

/** What there is to be done: the verbs, and the critique, which is a part of planning that the reviewer does. */
export type Task = Verb | 'critique'

/**
 * What an estimate is made with: calls at once; by task, the price of the model that does it and what that model did in
 * other projects; and what the models of the roles did in this one. Only where one model plays every role does its past
 * say how many reviews, say, a draft comes to.
 */
export type Means = {
  readonly lanes: number
  readonly price: (task: Task) => Price | null
  readonly own: Pace
  readonly past: (task: Task) => Pace
  readonly isOneModel: boolean
}

/** Calls of a verb from which on its mean is trusted. */
const enough = 3

/** Calls for each draft, where nothing is known: seen over the benchmark documents of the practice model. */
const usualRates = { review: 1.2, revise: 0.25, remember: 0.5 } as const

const tokensPerWord = 1.5
const entryTokens = 45
const taskTokens = 350
/** A first token after a second, then 40 tokens a second. */
const usualMs = (output: number): number => 1_000 + output * 25

/** What one call costs, where nothing is known: by the brief's length, the sections and their words. */
const guessed = (state: ProjectState, task: Task): Figures => {
  const [brief] = state.brief.values()
  const sections = leaves(state).length || mostSections(state)
  const text = Math.round((shape(state).words / Math.max(1, sections)) * tokensPerWord)
  const asked = guessTokens(brief?.text ?? '') + taskTokens
  const opening = asked + sections * entryTokens
  const figures = (input: number, cached: number, output: number): Figures => ({
    calls: 1,
    input,
    cached,
    output,
    ms: usualMs(output),
  })
  switch (task) {
    case 'understand':
      return figures(asked, 0, 200)
    case 'plan':
      return figures(asked, 0, Math.min(sections, planBatch) * entryTokens * 2)
    case 'critique':
      return figures(opening, 0, 150)
    case 'draft':
      return figures(opening + taskTokens, opening, text)
    case 'revise':
      return figures(opening + taskTokens + text, opening, Math.round(text / 3))
    case 'review':
      return figures(taskTokens + text, 0, 150)
    case 'remember':
      return figures(taskTokens + text, 0, 150)
    case 'join':
      return figures(taskTokens + bounds.joinBatch * 150, 0, bounds.joinBatch * 30)
  }
}

const mean = ({ calls, input, cached, output, ms }: Figures): Figures => ({
  calls: 1,
  input: input / calls,
  cached: cached / calls,
  output: output / calls,
  ms: ms / calls,
})

/** Texts that are still to be remembered: while there is no plan, as many of the drafts as `rate` says. */
const rememberLeft = (state: ProjectState, rate: number): number => {
  if (state.plan.size === 0) return Math.round(mostSections(state) * rate)
  return leaves(state).filter((section) =>
    phaseOf(state, section).at === 'settled'
      ? remembering(state, section).length > 0
      : phaseOf(state, section).at !== 'failed' && isRemembered(state, section),
  ).length
}

/** Calls that are left of each task. */
const callsLeft = (state: ProjectState, known: Pace): Readonly<Record<Task, number>> => {
  const planned = state.plan.size > 0
  const all = leaves(state)
  const at = all.map((section) => phaseOf(state, section).at)
  const count = (phase: string): number => at.filter((each) => each === phase).length
  const drafts = planned ? count('unwritten') : mostSections(state)
  const rate = (verb: keyof typeof usualRates): number => {
    const [own, drafted] = [known[verb]?.calls ?? 0, known.draft?.calls ?? 0]
    return drafted >= enough ? own / drafted : usualRates[verb]
  }
  return {
    understand: planned || state.step.size > 0 ? 0 : 1,
    plan: planned ? 0 : planBatches(state).length,
    critique: planned ? 0 : 1,
    draft: drafts,
    review: Math.round(drafts * rate('review')) + count('review'),
    revise: Math.round(drafts * rate('revise')) + count('revise'),
    remember: rememberLeft(state, rate('remember')),
    join:
      drafts + count('review') + count('revise') === 0
        ? 0
        : Math.ceil((all.length || drafts) / bounds.joinBatch),
  }
}

/** Plans are made one call after another; all else takes as many lanes as there are. */
const isAlone = (task: Task): boolean => task === 'understand' || task === 'plan' || task === 'critique'

const tasksOf = (verb: Verb): readonly Task[] => (verb === 'plan' ? ['plan', 'critique'] : [verb])
const verbOf = (task: Task): Verb => (task === 'critique' ? 'plan' : task)

type Cost = Omit<PhaseEstimate, 'verb'>

const isKnown = (pace: Pace): boolean => (pace.draft?.calls ?? 0) >= enough

/** What so many calls of a task are likely to cost. */
const costOfTask = (state: ProjectState, task: Task, calls: number, means: Means): Cost => {
  const verb = verbOf(task)
  const seen = [means.own[verb], means.past(task)[verb]].find((figures) => (figures?.calls ?? 0) >= enough)
  const one = seen ? mean(seen) : guessed(state, task)
  const usage = { input: one.input * calls, cached: one.cached * calls, output: one.output * calls }
  const asked = means.price(task)
  return {
    calls,
    input: Math.round(usage.input),
    cached: Math.round(usage.cached),
    output: Math.round(usage.output),
    minutes: (one.ms * calls) / (isAlone(task) ? 1 : Math.max(1, Math.min(means.lanes, calls))) / 60_000,
    money: asked && costOf(asked, usage),
  }
}

const inAll = (costs: readonly Cost[]): Cost => {
  const add = (pick: (cost: Cost) => number): number => costs.reduce((sum, each) => sum + pick(each), 0)
  return {
    calls: add(({ calls }) => calls),
    input: add(({ input }) => input),
    cached: add(({ cached }) => cached),
    output: add(({ output }) => output),
    minutes: add(({ minutes }) => minutes),
    money: costs.some(({ money }) => money === null) ? null : add(({ money }) => money ?? 0),
  }
}

/** What is left to do and what it is likely to cost: from the plan, and from what calls have cost so far. */
export const estimate = (state: ProjectState, means: Means): Estimate => {
  const { own, past, isOneModel } = means
  const before = past('draft')
  const left = callsLeft(state, isKnown(own) ? own : isOneModel ? before : {})
  const phases = verbs.flatMap((verb): readonly PhaseEstimate[] => {
    const tasks = tasksOf(verb).filter((task) => left[task] > 0)
    const costs = tasks.map((task) => costOfTask(state, task, left[task], means))
    return costs.length > 0 ? [{ verb, ...inAll(costs) }] : []
  })
  return {
    phases,
    total: inAll(phases),
    basis: isKnown(own) ? 'this project' : isKnown(before) ? 'earlier runs' : 'a guess',
  }
}
