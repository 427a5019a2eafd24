import { verbs, type Verb } from './model.ts'
import type { Figures, Pace } from './pace.ts'
import { costOf, type Price } from './price.ts'
import type { ProjectState } from './project-state.ts'
import { planBatch, planBatches } from './questions/batches.ts'
import { bounds, mostSections } from './questions/bounds.ts'
import { leaves } from './questions/outline.ts'
import { phaseOf } from './questions/phase.ts'
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

/** What an estimate is made with: calls at once, the price by verb, and what the same model did in other projects. */
export type Means = {
  readonly lanes: number
  readonly price: (verb: Verb) => Price | null
  readonly own: Pace
  readonly past: Pace
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
const guessed = (state: ProjectState, verb: Verb): Figures => {
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
  switch (verb) {
    case 'understand':
      return figures(asked, 0, 200)
    case 'plan':
      return figures(asked, 0, Math.min(sections, planBatch) * entryTokens * 2)
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

/** Calls that are left of each verb. */
const callsLeft = (state: ProjectState, known: Pace): Readonly<Record<Verb, number>> => {
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
    plan: planned ? 0 : planBatches(state).length + 1,
    draft: drafts,
    review: Math.round(drafts * rate('review')) + count('review'),
    revise: Math.round(drafts * rate('revise')) + count('revise'),
    remember: Math.round(drafts * rate('remember')),
    join:
      drafts + count('review') + count('revise') === 0
        ? 0
        : Math.ceil((all.length || drafts) / bounds.joinBatch),
  }
}

/** Plans are made one call after another; all else takes as many lanes as there are. */
const isAlone = (verb: Verb): boolean => verb === 'understand' || verb === 'plan'

/** What is left to do and what it is likely to cost: from the plan, and from what calls have cost so far. */
export const estimate = (state: ProjectState, { lanes, price, own, past }: Means): Estimate => {
  const isKnown = (pace: Pace): boolean => (pace.draft?.calls ?? 0) >= enough
  const known = isKnown(own) ? own : past
  const left = callsLeft(state, known)
  const phases = verbs
    .filter((verb) => left[verb] > 0)
    .map((verb): PhaseEstimate => {
      const seen = [own[verb], past[verb]].find((figures) => (figures?.calls ?? 0) >= enough)
      const one = seen ? mean(seen) : guessed(state, verb)
      const times = left[verb]
      const usage = { input: one.input * times, cached: one.cached * times, output: one.output * times }
      const asked = price(verb)
      return {
        verb,
        calls: times,
        input: Math.round(usage.input),
        cached: Math.round(usage.cached),
        output: Math.round(usage.output),
        minutes: (one.ms * times) / (isAlone(verb) ? 1 : Math.max(1, Math.min(lanes, times))) / 60_000,
        money: asked && costOf(asked, usage),
      }
    })
  const add = (pick: (phase: PhaseEstimate) => number): number =>
    phases.reduce((sum, each) => sum + pick(each), 0)
  return {
    phases,
    total: {
      calls: add(({ calls }) => calls),
      input: add(({ input }) => input),
      cached: add(({ cached }) => cached),
      output: add(({ output }) => output),
      minutes: add(({ minutes }) => minutes),
      money: phases.some(({ money }) => money === null) ? null : add(({ money }) => money ?? 0),
    },
    basis: isKnown(own) ? 'this project' : isKnown(past) ? 'earlier runs' : 'a guess',
  }
}
