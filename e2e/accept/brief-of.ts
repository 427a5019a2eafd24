import { stringify } from 'yaml'

/** One task of the benchmark file: what the text of each unit must contain, by unit number. */
export type Task = {
  readonly id: string
  readonly prompt: string
  readonly type: string
  readonly number: string
  readonly checks_once: Checks
  readonly checks_range: Checks
  readonly checks_periodic: Checks
}
export type Checks = Readonly<Record<string, string>>

/** Words a unit must have, as the task's own prompt says. */
export const wordsAsked = (prompt: string): { readonly min: number; readonly max?: number } => {
  const between = /between (?<min>\d+) (?:and|to) (?<max>\d+) words/iu.exec(prompt)?.groups
  if (between) return { min: Number(between['min']), max: Number(between['max']) }
  const least = /(?:at least|minimum of) (?<min>\d+) words/iu.exec(prompt)?.groups
  if (!least) throw new Error('The prompt does not say how many words a unit needs.')
  return { min: Number(least['min']) }
}

type Placed = { readonly say: string } & Readonly<Record<string, unknown>>

const unitsByText = (checks: Checks): ReadonlyMap<string, readonly number[]> => {
  const groups = Map.groupBy(Object.entries(checks), ([, text]) => text)
  return new Map(
    [...groups].map(([text, entries]) => [
      text,
      entries.map(([key]) => Number(key)).toSorted((a, b) => a - b),
    ]),
  )
}

/** The shortest way to say where: a range or a rhythm where the units have one, single units otherwise. */
const placed = (say: string, units: readonly number[]): readonly Placed[] => {
  const [first, second] = units
  const last = units.at(-1)
  if (first === undefined || last === undefined) return []
  const step = second === undefined ? 0 : second - first
  const even = units.every((unit, i) => unit === first + i * step)
  if (units.length > 2 && even && step === 1) return [{ say, from: first, to: last }]
  if (units.length > 2 && even) return [{ say, every: { n: step, from: first, to: last } }]
  return units.map((at) => ({ say, at }))
}

/** A task as a brief with front matter; the prompt itself is the brief's text. */
export const briefOf = (task: Task): string => {
  const requirements = [task.checks_once, task.checks_range, task.checks_periodic].flatMap((checks) =>
    [...unitsByText(checks)].flatMap(([text, units]) => placed(text, units)),
  )
  const front = {
    title: task.id,
    form: 'document',
    units: { label: task.type, count: Number(task.number), words: wordsAsked(task.prompt) },
    requirements,
  }
  return `---\n${stringify(front)}---\n\n${task.prompt}\n`
}
