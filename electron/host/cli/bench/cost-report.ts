import { figure } from '../figures.ts'
import type { Line } from '../spans.ts'
import type { CallCost, CostGrade } from './grading/grade-cost.ts'
import type { WrittenTask } from './write-task.ts'

/** The cost of one document, with its task. */
type TaskCost = CostGrade & { readonly task: string; readonly sections: number }

/** What documents cost beside what they may. */
export type CostReport = {
  /** How many documents are long enough to be held to a goal. */
  readonly judged: number
  /** All calls but those about seams per section, over all documents; and the most that any section cost. */
  readonly perSection: { readonly average: number; readonly most: number }
  /** The document that comes nearest to its goal in tokens billed, or is farthest beyond it. */
  readonly worst: TaskCost
  /** What goes beyond a goal, as `task: what`. */
  readonly over: readonly string[]
}

/** Tokens billed as a share of what may be; 0 where there is no goal. */
const shareOf = ({ cost }: WrittenTask): number => (cost.goal ? cost.all.byFour.billed / cost.goal.billed : 0)

/** What the documents cost; null where none was written. */
export const costReport = (written: readonly WrittenTask[]): CostReport | null => {
  const [worst] = written.toSorted((a, b) => shareOf(b) - shareOf(a))
  if (!worst) return null
  const sections = written.reduce((sum, { task }) => sum + task.number, 0)
  const calls = written.reduce((sum, { cost, task }) => sum + cost.perSection.average * task.number, 0)
  return {
    judged: written.filter(({ cost }) => cost.goal).length,
    perSection: {
      average: calls / sections,
      most: Math.max(...written.map(({ cost }) => cost.perSection.most)),
    },
    worst: { task: worst.task.id, sections: worst.task.number, ...worst.cost },
    over: written.flatMap(({ task, cost }) => cost.over.map((each) => `${task.id}: ${each}`)),
  }
}

const pair = ({ byThree, byFour }: CallCost, of: keyof CallCost['byThree']): string =>
  `${figure(byThree[of])} / ${figure(byFour[of])} ${of}`

const verbLine = (verb: string, cost: CallCost): Line => [
  `  ${verb.padEnd(11)}${figure(cost.calls).padStart(5)} calls  `,
  [pair(cost, 'raw').padEnd(24), pair(cost, 'cacheable').padEnd(30), pair(cost, 'billed')].join('  '),
]

/** What the documents cost, and where the tokens of the worst of them go. */
export const costLines = ({ perSection, worst, judged, over }: CostReport): readonly Line[] => [
  [`${perSection.average.toFixed(2)} calls a section, at most ${perSection.most}; seams are not counted.`],
  [
    `The costliest document is ${worst.task} of ${figure(worst.sections)} sections. Its input tokens, at three letters a token / at four:`,
  ],
  ...Object.entries(worst.byVerb).map(([verb, cost]) => verbLine(verb, cost)),
  verbLine('in all', worst.all),
  [
    worst.goal
      ? `  It may send ${figure(worst.goal.raw)} and be billed ${figure(worst.goal.billed)}: twice and half of what CogWriter sends for drafting alone.`
      : '  It is too short to be held to a goal.',
  ],
  ...over.map((each): Line => [{ text: `too dear ${each}`, style: 'bad' }]),
  ...(judged > 0 && over.length === 0 ? [[`${figure(judged)} documents keep to their goals.`]] : []),
]
