import { guessTokens } from '../../../../../shared/text/tokens.ts'
import { costGoal, type CostGoal } from './cost-goal.ts'
import { knownBeginnings } from './known-beginning.ts'

/** One saved call as the judge sees it: what it was for, when it began (ms since 1970), and every letter it sent. */
export type SavedCall = {
  readonly id: string
  readonly verb: string
  readonly model: string
  /** The section it was made for; null for what concerns several. */
  readonly section: string | null
  readonly startedAt: number
  /** The whole prompt as it was sent; null where it was not saved. */
  readonly prompt: string | null
}

/** Input tokens. `cacheable` is the part of `raw` that a vendor can keep; `billed` counts that part at a tenth. */
export type InputCost = { readonly raw: number; readonly cacheable: number; readonly billed: number }

/** Calls and their input tokens: by the cautious guess of three letters a token, and by four letters a token. */
export type CallCost = {
  readonly calls: number
  readonly byThree: InputCost
  readonly byFour: InputCost
}

/**
 * What a document cost. The goal is in the tokens that vendors bill; four letters a token is what their counts come to on
 * these prompts (3.9 to 4.6 by the vocabulary o200k), so it is held by that count. The cautious one stands beside it.
 */
export type CostGrade = {
  readonly all: CallCost
  readonly byVerb: Readonly<Record<string, CallCost>>
  /** All calls but those about seams per section, and the most that name one section; failed ones included. */
  readonly perSection: { readonly average: number; readonly most: number }
  /** Calls about seams. */
  readonly seams: number
  /** Null for a document that is shorter than any the goal was measured on. */
  readonly goal: CostGoal | null
  /** What goes beyond the goal, in words. */
  readonly over: readonly string[]
}

/** Vendors keep no beginning of fewer tokens. */
const leastCacheable = 1_024
/** What a token from a cache costs of any other. */
const cachedPrice = 0.1

const counts = {
  byThree: guessTokens,
  byFour: (text: string): number => Math.ceil(text.length / 4),
} as const

const inputCost = (prompt: string, known: string, tokens: (text: string) => number): InputCost => {
  const raw = tokens(prompt)
  const found = Math.min(tokens(known), raw)
  const cacheable = found >= leastCacheable ? found : 0
  return { raw, cacheable, billed: raw - cacheable * (1 - cachedPrice) }
}

type Sent = Pick<SavedCall, 'verb'> & Omit<CallCost, 'calls'>

/** What each call sent. What an earlier one of its model began with can come from a cache. */
const sent = (inOrder: readonly SavedCall[]): readonly Sent[] => {
  const byModel = new Map<string, (prompt: string) => string>()
  return inOrder.map(({ verb, model, prompt }) => {
    const knownOf = byModel.get(model) ?? knownBeginnings()
    byModel.set(model, knownOf)
    const all = prompt ?? ''
    const known = knownOf(all)
    return {
      verb,
      byThree: inputCost(all, known, counts.byThree),
      byFour: inputCost(all, known, counts.byFour),
    }
  })
}

const total = (all: readonly InputCost[]): InputCost => {
  const sum = (of: keyof InputCost): number => all.reduce((so, each) => so + each[of], 0)
  return { raw: sum('raw'), cacheable: sum('cacheable'), billed: Math.round(sum('billed')) }
}

const together = (all: readonly Sent[]): CallCost => ({
  calls: all.length,
  byThree: total(all.map(({ byThree }) => byThree)),
  byFour: total(all.map(({ byFour }) => byFour)),
})

const beyond = (
  goal: CostGoal,
  { all, perSection }: Pick<CostGrade, 'all' | 'perSection'>,
): readonly string[] => {
  const { byFour } = all
  const held: readonly (readonly [string, number, number])[] = [
    ['input tokens billed', byFour.billed, goal.billed],
    ['input tokens sent', byFour.raw, goal.raw],
    ['calls a section on average', perSection.average, goal.average],
    ['calls for one section', perSection.most, goal.most],
  ]
  return held.flatMap(([what, is, most]) => (is > most ? [`${is} ${what}, at most ${most}`] : []))
}

/** Grades what a document of so many sections cost by its saved calls alone. */
export const gradeCost = (sections: number, calls: readonly SavedCall[]): CostGrade => {
  const inOrder = calls.toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1))
  const all = sent(inOrder)
  const ofSections = calls.filter(({ section }) => section !== null)
  const bySection = Map.groupBy(ofSections, ({ section }) => section)
  const seams = calls.filter(({ verb }) => verb === 'join').length
  const cost = {
    all: together(all),
    perSection: {
      average: (calls.length - seams) / Math.max(1, sections),
      most: Math.max(0, ...[...bySection.values()].map(({ length }) => length)),
    },
  }
  const goal = costGoal(sections)
  const lost = calls.filter(({ prompt }) => prompt === null).length
  const byVerb = Map.groupBy(all, ({ verb }) => verb)
  return {
    ...cost,
    byVerb: Object.fromEntries([...byVerb].map(([verb, some]) => [verb, together(some)])),
    seams,
    goal,
    over: [
      ...(goal ? beyond(goal, cost) : []),
      ...(lost > 0 ? [`${lost} calls whose prompt was not saved`] : []),
    ],
  }
}
