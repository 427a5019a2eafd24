import { z } from 'zod'
import type { Message } from '../../shared/model.ts'
import { dutyLine } from '../../shared/constraints/demand.ts'
import { unitsOf } from '../../shared/constraints/placement.ts'
import { longestEntry } from '../../shared/plan-entry.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import type { Batch } from '../../shared/questions/batches.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { shape } from '../../shared/questions/shape.ts'
import type { SectionId } from '../../shared/records.ts'
import { oneLine } from '../../shared/text/one-line.ts'
import {
  block,
  briefParts,
  lastTrouble,
  lines,
  parts,
  planPart,
  shared,
  system,
  type Prompt,
} from './context.ts'
import { patternPart } from './pattern.ts'
import { planWithin } from './plan-within.ts'
import { ample, type Rooms } from './rooms.ts'

const few = z.array(z.string()).default([]).catch([])

/** What a planner answers: one entry a section. Missing lists are empty lists; a length that is none is not given. */
export const planReply = z.array(
  z.object({
    n: z.int().positive(),
    title: z.string().transform(oneLine).pipe(z.string().min(1).max(200)),
    entry: z.string().transform(oneLine).pipe(z.string().min(1).max(4_000)),
    words: z.int().positive().max(1_000_000).optional().catch(undefined),
    owns: few,
    leaves: few,
    after: z.array(z.int().positive()).default([]).catch([]),
  }),
)
export type PlanReply = z.infer<typeof planReply>

/** What the sections with these numbers owe beyond what each owes, one line a duty. */
export const owedPart = (
  state: ProjectState,
  furthest: number,
  isAsked: (unit: number) => boolean,
): Message | undefined => {
  const placed = [...state.constraint.values()].flatMap(({ demand, placement, muted }) =>
    muted || placement.where === 'each'
      ? []
      : unitsOf(placement, furthest)
          .filter(isAsked)
          .map((unit) => ({ unit, line: `- ${unit}: ${dutyLine(demand)}` })),
  )
  return block(
    'What single sections owe',
    placed
      .toSorted((a, b) => a.unit - b.unit)
      .map(({ line }) => line)
      .join('\n'),
  )
}

/** The first of two batches of a plan whose length the planner chooses has its share of the words, the other the rest. */
const part = (state: ProjectState, { from, to }: Batch): string => {
  const { least, most, words } = shape(state)
  const all = `${least} to ${most} sections`
  if (to !== null) {
    const share = Math.round((words * to) / ((least + most) / 2))
    return `The whole has ${all}. Plan sections ${from} to ${to}, which do not bring it to its end. Their words must add up to ${share}.`
  }
  const planned = leaves(state).reduce((sum, section) => sum + section.words, 0)
  const left = Math.max(Math.round(words / most), words - planned)
  const before = from - 1
  return `The whole has ${all}. Plan the other ${Math.max(1, least - before)} to ${most - before} sections, numbered from ${from}, to its end. Their words must add up to ${left}.`
}

const task = (state: ProjectState, batch: Batch): string => {
  const { from, to } = batch
  const { label, count, least, most, words, each, stated } = shape(state)
  if (count !== null) return `Plan ${label} ${from} to ${label} ${to} of ${count}. Words each: ${each}.`
  if (from > 1 || to !== null) return part(state, batch)
  return stated
    ? `Plan ${least} to ${most} sections, numbered from 1. Their words must add up to ${words}.`
    : `Plan ${least} to ${most} sections, or as many as the brief asks for, numbered from 1. Where the brief does not say how long it is to be, their words add up to ${words}.`
}

/** How plan entries are to be answered. */
export const entryForm = lines(
  'Answer with a JSON array, one object for each section, in order, none left out:',
  `[{"n": 1, "title": "...", "entry": "what it says, ${longestEntry} words at most", "words": 400, "owns": ["matter that only it treats"], "leaves": ["matter it leaves to others"], "after": [numbers of sections that must be written first]}]`,
)

/** How every prompt to the planner begins. */
export const planOpening = (state: ProjectState, rooms: Rooms = ample): Prompt => [
  system('You plan long works of writing. Answer with JSON alone.'),
  ...shared(...briefParts(state, 'all'), patternPart(state, rooms.plan)),
]

/** Asks the planner for one batch; `trouble` tells what was wrong with its last answer. */
export const planPrompt = (
  state: ProjectState,
  batch: Batch,
  trouble?: string,
  rooms: Rooms = ample,
): Prompt =>
  parts(
    ...planOpening(state, rooms),
    block('Planned so far', planWithin(state, leaves(state), rooms.plan, { words: false }).body),
    owedPart(state, batch.to ?? shape(state).most, (unit) => unit >= batch.from),
    block('Your task', lines(task(state, batch), entryForm)),
    lastTrouble(trouble),
  )

/** The sections that sentences are about, by the numbers they begin with. */
const sectionsNamed = (state: ProjectState, violations: readonly string[]): ReadonlySet<SectionId> => {
  const all = leaves(state)
  return new Set(
    violations.flatMap(
      (said) => all[Number(/^Section (?<n>\d+) /u.exec(said)?.groups?.['n'] ?? 0) - 1]?.id ?? [],
    ),
  )
}

/**
 * Asks for a patch: only the entries named, so that the rest of the plan stays as it is. What no section treats goes to
 * those from number `from` on.
 */
export const patchPrompt = (
  state: ProjectState,
  violations: readonly string[],
  from = 1,
  trouble?: string,
  rooms: Rooms = ample,
): Prompt => {
  const missing = violations.some((each) => each.startsWith('No section'))
  const where = from > 1 ? `, from section ${from} on` : ''
  return parts(
    ...planOpening(state, rooms),
    planPart(state, rooms.plan, sectionsNamed(state, violations)),
    block('What is wrong with it', violations.map((each) => `- ${each}`).join('\n')),
    block(
      'Your task',
      lines(
        'Mend these sections and no others.',
        missing && `What no section treats, give to the section that it fits best${where}.`,
        entryForm,
      ),
    ),
    lastTrouble(trouble),
  )
}
