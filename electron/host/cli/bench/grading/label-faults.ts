import { isIn, wordsOf } from './label-words.ts'
import { labelsOf, type CheckKind, type Task } from './task.ts'

/**
 * A fault of the benchmark's own labels. `padded key`: the key is no plain number and is read as the number it writes.
 * `lost label`: the prompt asks for `label` in this unit, but the key holds another event of the same unit. `not
 * asked`: the label stands at a unit for which the prompt does not ask it.
 */
export type LabelFault = {
  readonly task: string
  /** Units of the task, which tells it from that of the same id in another file. */
  readonly units: number
  readonly kind: CheckKind
  readonly key: string
  readonly fault: 'padded key' | 'lost label' | 'not asked'
  readonly label: string
  readonly reason: string
}

const padded = (task: string, key: string, label: string): LabelFault => ({
  task,
  units: 365,
  kind: 'once',
  key,
  fault: 'padded key',
  label,
  reason: `Day ${Number(key)} is written with leading zeros; the other keys are not.`,
})

const lost = (task: string, key: string, label: string, dates: string): LabelFault => ({
  task,
  units: 52,
  kind: 'once',
  key,
  fault: 'lost label',
  label,
  reason: `${dates} fall in week ${key}; a key holds one label, and the one listed last took its place.`,
})

const nextYear = (key: string): LabelFault => ({
  task: 'day-16',
  units: 365,
  kind: 'range',
  key,
  fault: 'not asked',
  label: 'Joining a guided tour of the Canadian Rockies',
  reason: `“From December 31 to January 03, 2019”: day ${Number(key)} of 2018 is a year too early.`,
})

/** Every fault of the labels of the development files. Nothing else is excused. */
export const labelFaults: readonly LabelFault[] = [
  lost(
    'menu-week-2',
    '7',
    "Valentine's Day Special featuring Heart-Shaped Red Velvet Cake",
    '02-14 and 02-13',
  ),
  lost('menu-week-2', '13', "Midsummer Night's Feast featuring Grilled Salmon", '03-28 and 04-01'),
  lost('menu-week-9', '18', 'Cinco de Mayo Fiesta featuring Tacos Al Pastor', '05-05 and 05-01'),
  lost('menu-week-23', '7', 'Memorial Day BBQ featuring Smoked Brisket', '02-12 and 02-13'),
  lost(
    'menu-week-65',
    '33',
    "Restaurant's 10th Anniversary featuring Champagne and Caviar",
    '08-16 and 08-15',
  ),
  lost(
    'menu-week-79',
    '18',
    "Summer Solstice Celebration featuring Midsummer Night's Fish Fry",
    '05-04 and 05-05',
  ),
  padded('day-2', '087', 'my wife birthday'),
  padded('day-9', '071', 'my wife birthday'),
  padded('day-9', '096', 'my child_1 birthday'),
  padded('day-9', '004', 'my father birthday'),
  padded('day-16', '003', 'my father birthday'),
  nextYear('001'),
  nextYear('002'),
  nextYear('003'),
  { ...padded('day-23', '099', 'Exploring the fjords of Norway by kayak'), kind: 'range' },
  padded('day-30', '025', 'Business pitch to investors'),
  padded('day-30', '016', 'husband (yourself) birthday'),
  padded('day-37', '019', 'my child_2 birthday'),
]

/** The faults known of a task. */
export const faultsOf = ({ id, number }: Task): readonly LabelFault[] =>
  labelFaults.filter(({ task, units }) => task === id && units === number)

/** Whether a fault is still one: the file has the key and the label as the fault says, and the prompt asks as it says. */
export const isFaulty = ({ kind, key, fault, label }: LabelFault, task: Task): boolean => {
  const labels = labelsOf(task, kind)
  const found = labels[key]
  switch (fault) {
    case 'padded key':
      return found === label && key !== String(Number(key))
    case 'not asked':
      return found === label
    case 'lost label':
      return found !== undefined && !isIn(label, wordsOf(found)) && isIn(label, wordsOf(task.prompt))
  }
}
