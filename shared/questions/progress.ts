import type { ProjectState } from '../project-state.ts'
import type { Usage } from '../model.ts'
import type { Call, Section } from '../records.ts'
import { agenda } from './agenda.ts'
import { desk } from './drafts.ts'
import { leaves } from './outline.ts'
import { lastRun, phaseOf, type Phase } from './phase.ts'
import { question } from './question.ts'
import { shape } from './shape.ts'
import { draftWords } from './text-hash.ts'
import { dutyVerdicts, verdictsOn } from './verdicts.ts'

/** How the work stands: `stopped` covers a run that was stopped, died, or never began. */
export type RunStatus = 'done' | 'working' | 'awaits-writer' | 'awaits-time' | 'blocked' | 'stopped'

/** The run's state as every host shows it. */
export const runStatus = (state: ProjectState): RunStatus => {
  const run = lastRun(state)
  const [plan] = state.plan.values()
  if (!run) return 'stopped'
  switch (run.status) {
    case 'working':
      return 'working'
    case 'waiting':
      return 'awaits-time'
    case 'blocked':
      return 'blocked'
    case 'stopped':
      return 'stopped'
    case 'ended':
      if (plan?.status === 'proposed') return 'awaits-writer'
      return agenda(state).length > 0 ? 'stopped' : 'done'
  }
}

/** One section at a glance. `words` are those of its text, streaming letters not counted. */
export type SectionProgress = {
  readonly section: Section
  readonly phase: Phase['at'] | 'drafting'
  readonly words: number
  readonly kept: number
  readonly broken: number
  readonly unsure: number
  /** Checks that nobody has made yet. */
  readonly owed: number
  /** Revision rounds its text has been through. */
  readonly round: number
  /** A proposal waits for the writer. */
  readonly proposed: boolean
}

const ofSection = (state: ProjectState, section: Section): SectionProgress => {
  const { current, streaming, proposals } = desk(state, section.id)
  const verdicts = current ? verdictsOn(state, current).map(({ verdict }) => verdict) : []
  const count = (wanted: string): number => verdicts.filter((verdict) => verdict === wanted).length
  const { at } = phaseOf(state, section)
  return {
    section,
    phase: streaming && at === 'unwritten' ? 'drafting' : at,
    words: current ? draftWords(current) : 0,
    kept: count('kept'),
    broken: count('broken'),
    unsure: count('unsure'),
    owed: count('owed'),
    round: current?.round ?? 0,
    proposed: proposals.length > 0,
  }
}

/** Every section at a glance, in reading order. */
export const progress = question(
  ['section', 'draft', 'step', 'review', 'constraint', 'run'],
  (state): readonly SectionProgress[] => leaves(state).map((section) => ofSection(state, section)),
)

/** Duties by verdict. */
export type Tally = {
  readonly total: number
  readonly kept: number
  readonly broken: number
  readonly unsure: number
  readonly owed: number
}

/** All duties counted. `owed` are those of texts that do not stand yet, or that no reviewer has seen. */
export const tally = question(['section', 'constraint', 'draft', 'review', 'step'], (state): Tally => {
  const all = dutyVerdicts(state)
  const count = (wanted: string): number => all.filter(({ verdict }) => verdict === wanted).length
  return {
    total: all.length,
    kept: count('kept'),
    broken: count('broken'),
    unsure: count('unsure'),
    owed: count('owed'),
  }
})

/** Words of the manuscript. */
export const wordsWritten = question(['section', 'draft'], (state) =>
  leaves(state).reduce((sum, { id }) => {
    const { current } = desk(state, id)
    return current ? sum + draftWords(current) : sum
  }, 0),
)

/** Words wanted in all: what the brief states, else what the plan adds up to, else a guess. */
export const wordsWanted = question(['brief', 'constraint', 'section'], (state): number => {
  const { words, stated } = shape(state)
  const all = leaves(state)
  return stated || all.length === 0 ? words : all.reduce((sum, section) => sum + section.words, 0)
})

const add = (a: Usage, b: Usage): Usage => ({
  input: a.input + b.input,
  cached: a.cached + b.cached,
  output: a.output + b.output,
})

/** Calls made, tokens as the vendors counted them, and US dollars for those tokens where prices are known. */
export type Spent = { readonly calls: number; readonly tokens: Usage; readonly money: number }

/** What the project has cost so far. */
export const spent = question(['call'], (state): Spent => {
  const none: Usage = { input: 0, cached: 0, output: 0 }
  const tokens = [...state.call.values()].reduce((sum, { usage }) => (usage ? add(sum, usage) : sum), none)
  const money = [...state.call.values()].reduce((sum, call) => sum + (call.usage ? (call.money ?? 0) : 0), 0)
  return { calls: state.call.size, tokens, money }
})

const committed = ({ usage, reserved }: Call): number => (usage ? usage.input + usage.output : reserved)

/** Tokens spent, and those that calls may cost, or may have cost, which nobody counted: what a cap is held against. */
export const tokensCommitted = question(['call'], (state): number =>
  [...state.call.values()].reduce((sum, call) => sum + committed(call), 0),
)

/** US dollars spent, and those that calls may cost, or may have cost, which nobody counted. */
export const moneyCommitted = question(['call'], (state): number =>
  [...state.call.values()].reduce((sum, { money = 0 }) => sum + money, 0),
)
