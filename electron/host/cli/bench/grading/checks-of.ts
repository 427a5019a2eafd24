import { faultsOf, type LabelFault } from './label-faults.ts'
import { checkKinds, labelsOf, type Check, type Task } from './task.ts'

/** What a task's labels ask, and what of it is excused. */
export type Checks = {
  readonly all: readonly Check[]
  /** What the prompt asks for although no label says so. */
  readonly lost: readonly Check[]
  /** How many labels ask what the prompt does not. */
  readonly notAsked: number
}

const asCheck = ({ kind, key, label }: LabelFault): Check => ({ kind, unit: Number(key), label })

/** The checks of a task, without those that are known to be faults of the labels. */
export const checksOf = (task: Task): Checks => {
  const faults = faultsOf(task)
  const notAsked = faults.filter(({ fault }) => fault === 'not asked')
  const isAsked = (kind: string, key: string, label: string): boolean =>
    !notAsked.some((each) => each.kind === kind && each.key === key && each.label === label)
  const labels = checkKinds.flatMap((kind) =>
    Object.entries(labelsOf(task, kind)).map(([key, label]) => ({ kind, key, label })),
  )
  const asked = labels.filter(({ kind, key, label }) => isAsked(kind, key, label))
  return {
    all: asked
      .map(({ kind, key, label }): Check => ({ kind, unit: Number(key), label }))
      .toSorted((a, b) => checkKinds.indexOf(a.kind) - checkKinds.indexOf(b.kind) || a.unit - b.unit),
    lost: faults.filter(({ fault }) => fault === 'lost label').map(asCheck),
    notAsked: labels.length - asked.length,
  }
}
