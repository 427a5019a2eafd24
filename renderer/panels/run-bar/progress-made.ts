import type { ProjectState } from '../../../shared/project-state.ts'
import { desk } from '../../../shared/questions/drafts.ts'
import { lastRun } from '../../../shared/questions/phase.ts'
import { progress, type SectionProgress } from '../../../shared/questions/progress.ts'
import { question } from '../../../shared/questions/question.ts'

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

/** Milliseconds that a run must have worked before its pace tells anything. */
const leastRun = 5_000

/** Words of work done on a section by a model since `from` (ms); null where all of it is older, or the writer's. */
const doneSince = (state: ProjectState, { section, phase }: SectionProgress, from: number): number | null => {
  const { current, candidate, streaming } = desk(state, section.id)
  const text = streaming ?? candidate ?? current
  return text?.author === 'model' && text.at >= from ? section.words * shares[phase] : null
}

/**
 * Milliseconds that the run will still take if it goes on as it went so far; null until it has settled a section and
 * worked for 5 s. What had been done before it began, and what the writer does, does not count for its pace; sections on
 * hold are no work.
 */
export const timeLeft = (state: ProjectState, now: number): number | null => {
  const run = lastRun(state)
  if (run?.status !== 'working' || now - run.startedAt < leastRun) return null
  const all = progress(state).filter(({ section }) => section.hold !== true)
  const made = all.map((each) => doneSince(state, each, run.startedAt))
  if (!all.some(({ phase }, i) => phase === 'settled' && made[i] !== null)) return null
  const done = made.reduce<number>((sum, words) => sum + (words ?? 0), 0)
  const left = all.reduce((sum, { section, phase }) => sum + section.words * (1 - shares[phase]), 0)
  return done === 0 ? null : ((now - run.startedAt) * left) / done
}

/** How much of a new estimate is believed, a second: jumps of one draft's end or another's length even out. */
const belief = 0.15

/** When a run is expected to end (ms), from when it was expected to before and from what is left of it now. */
export const steadyEnd = (before: number | null, left: number, now: number): number =>
  before === null ? now + left : before + belief * (now + left - before)
