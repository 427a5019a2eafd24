import type { HeldCheck } from '../../electron/host/cli/bench/grading/grade-document.ts'
import { isIn, mattersOf, wordsOf } from '../../electron/host/cli/bench/grading/label-words.ts'
import type { Written } from './document.ts'

/** Calls at once when a server is asked. */
export const lanes = 4
/** Seconds that a document may take, for each of its units, and however few they are. */
const [secondsAUnit, secondsAtLeast] = [0.2, 20]

const missing = ({ grade }: Written): readonly HeldCheck[] => grade.checks.filter(({ isHeld }) => !isHeld)

const told = ({ unit, label }: HeldCheck): string => `${unit}: ${label}`

const unfinished = ({ grade: { units }, code }: Written): readonly string[] => [
  ...(units.written === units.asked ? [] : [`${units.written} of ${units.asked} units`]),
  ...(code === 0 || code === 1 ? [] : [`exit ${code}`]),
]

/** The most calls a document may cost: plan batches and joins at 5 each, 9 a section, 8 waits a lane. */
const mostCalls = (sections: number): number =>
  (Math.ceil(sections / 30) + 1 + Math.ceil(sections / 8)) * 5 + sections * 9 + 8 * lanes

/** Whether `check` told of it, under the heading of its unit or for the whole. */
const isFlagged = ({ flagged, headings }: Written, { unit, label }: HeldCheck): boolean => {
  const heading = headings[unit - 1]?.replaceAll('\\', '')
  const owed = flagged.filter(({ section }) => section === null || section === heading)
  return mattersOf(label).every((matter) => owed.some(({ owes }) => isIn(matter, wordsOf(owes))))
}

/** What falls short of a document without anybody being told, whoever wrote it. */
export const hiddenFaults = (written: Written): readonly string[] => {
  const { grade, told: said } = written
  const { broken, unsure } = said.constraints
  const wrong = grade.words.offLength.length + missing(written).length
  return [
    ...unfinished(written),
    ...missing(written)
      .filter((each) => !isFlagged(written, each))
      .map((each) => `hidden ${told(each)}`),
    ...(wrong <= broken + unsure ? [] : [`${wrong} wrong but ${broken} broken and ${unsure} unsure told`]),
    ...(said.calls <= mostCalls(said.sections) ? [] : [`${said.calls} calls`]),
    ...(wrong > 0 && written.code === 0 ? ['exit 0'] : []),
  ]
}

/** What falls short of a document that a willing writer made: what is hidden, any length, and time. */
export const shortfallsOfPractice = (written: Written): readonly string[] => {
  const { grade, task, seconds } = written
  return [
    ...hiddenFaults(written),
    ...grade.words.offLength.map((each) => `off length ${each}`),
    ...(seconds <= Math.max(secondsAtLeast, task.number * secondsAUnit) ? [] : [`${seconds.toFixed(1)} s`]),
  ]
}
