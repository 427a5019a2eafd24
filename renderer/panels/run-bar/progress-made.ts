import type { ProjectState } from '../../../shared/project-state.ts'
import { desk } from '../../../shared/questions/drafts.ts'
import { leaves } from '../../../shared/questions/outline.ts'
import { lastRun } from '../../../shared/questions/phase.ts'
import { progress, type SectionProgress } from '../../../shared/questions/progress.ts'
import { question } from '../../../shared/questions/question.ts'
import { shape } from '../../../shared/questions/shape.ts'

/** How much of a section's work is behind it, by its phase: writing is most of it, checking and mending the rest. */
const shares: Readonly<Record<SectionProgress['phase'], number>> = {
  unwritten: 0,
  drafting: 0.3,
  review: 0.65,
  revise: 0.8,
  settled: 1,
  failed: 1,
}

/** How much of the writing is done, from 0 to 1, sections weighed by the words they are to have. */
export const shareDone = question(
  ['section', 'draft', 'step', 'review', 'constraint', 'run'],
  (state): number => {
    const all = progress(state)
    const whole = all.reduce((sum, { section }) => sum + section.words, 0)
    const done = all.reduce((sum, { section, phase }) => sum + section.words * shares[phase], 0)
    return whole > 0 ? done / whole : 0
  },
)

const leastShare = 0.05

/**
 * Milliseconds that the run will still take if it goes on as it went so far; null until a twentieth of the work was
 * done in it. What had been done before the run began does not count for its pace.
 */
export const timeLeft = (state: ProjectState, now: number): number | null => {
  const run = lastRun(state)
  if (run?.status !== 'working') return null
  const before = progress(state).reduce((sum, { section, phase }) => {
    const { current } = desk(state, section.id)
    return current && current.at < run.startedAt ? sum + section.words * shares[phase] : sum
  }, 0)
  const whole = leaves(state).reduce((sum, { words }) => sum + words, 0)
  if (whole === 0) return null
  const done = shareDone(state) - before / whole
  return done < leastShare ? null : ((now - run.startedAt) * (1 - shareDone(state))) / done
}

/** Tokens a word costs in all, and a section besides: both measured on whole runs with the practice model. */
const tokensAWord = 4
const tokensASection = 3_000

/** About how many tokens the writing of what is not written yet will cost. Tells magnitudes, not figures. */
export const estimate = question(
  ['brief', 'constraint', 'section', 'draft', 'step', 'review', 'run'],
  (state): { readonly sections: number; readonly tokens: number } => {
    const planned = leaves(state)
    if (planned.length === 0) {
      const { words, count, least, most } = shape(state)
      const sections = count ?? Math.round((least + most) / 2)
      return { sections, tokens: words * tokensAWord + sections * tokensASection }
    }
    const open = progress(state).filter(({ phase }) => phase === 'unwritten')
    const words = open.reduce((sum, { section }) => sum + section.words, 0)
    return { sections: open.length, tokens: words * tokensAWord + open.length * tokensASection }
  },
)
