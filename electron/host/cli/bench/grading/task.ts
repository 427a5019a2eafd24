import { z } from 'zod'

const checks = z.record(z.string().regex(/^\d+$/u), z.string())

/**
 * One task of a LongGenBench file: the prompt, how many units it asks for, and what must stand in the text of which
 * unit. A key of the checks is the number of a unit, however it is written (`87`, `087`).
 */
export const taskSchema = z.object({
  id: z.string().min(1),
  prompt: z.string().min(1),
  type: z.string().min(1),
  number: z.coerce.number().int().positive(),
  checks_once: checks.default({}),
  checks_range: checks.default({}),
  checks_periodic: checks.default({}),
})
export type Task = z.infer<typeof taskSchema>

/** The three ways in which the benchmark places what it asks for. */
export const checkKinds = ['once', 'range', 'periodic'] as const
export type CheckKind = (typeof checkKinds)[number]

/** One label of a task, at the unit that must keep it. */
export type Check = { readonly kind: CheckKind; readonly unit: number; readonly label: string }

/** The checks of one kind as the file has them: label by key. */
export const labelsOf = (task: Task, kind: CheckKind): Readonly<Record<string, string>> =>
  task[`checks_${kind}`]
