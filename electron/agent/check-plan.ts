import { isLead, withLeadLast } from '../../shared/join/lead.ts'
import { planViolations } from '../../shared/plan-check.ts'
import { clippedEntry } from '../../shared/plan-entry.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import type { Work } from '../../shared/questions/agenda.ts'
import { isPlannedAhead } from '../../shared/questions/batches.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { lastRun } from '../../shared/questions/phase.ts'
import { shape } from '../../shared/questions/shape.ts'
import { planHash } from '../../shared/questions/stale.ts'
import type { AnyRecord, Plan, Section } from '../../shared/records.ts'
import { patchPrompt, planReply, type PlanReply } from '../prompts/plan.ts'
import { isPause } from './ask.ts'
import { askJson } from './ask-json.ts'
import { topicViolations } from './critique-plan.ts'
import { now, type Verb } from './loop.ts'
import { mended, titleViolations } from './mend-plan.ts'
import { missingUnits, unplaced } from './plan-duties.ts'
import { entryTokens } from './plan.ts'
import { blankEntry, sectionOf } from './planned-entries.ts'

type Checking = Extract<Work, { verb: 'check' }>

/** Sentences that one patch is asked for at most: a plan with more of them is no plan to be patched. */
const mostViolations = 30

/** What the planner would have otherwise, and the sections as they were when it was asked. */
type Patch = { readonly entries: PlanReply; readonly asked: readonly Section[] }

/** Sections with their patch; one that the writer has changed since the planner was asked stays as it is. */
const patched = (sections: readonly Section[], { entries, asked }: Patch): readonly Section[] =>
  sections.map((section) => {
    const entry = asked.includes(section) ? entries.find(({ n }) => section.unit === n) : undefined
    if (!entry) return section
    const { title, owns, leaves: left, after, words } = sectionOf(entry, section.words)
    return { ...section, title, intent: clippedEntry(entry.entry), owns, leaves: left, after, words }
  })

/** Whether a sentence is about a section that may still be mended, or about none. */
const isMendable =
  (from: number) =>
  (sentence: string): boolean =>
    Number(/^Section (?<n>\d+) /u.exec(sentence)?.groups?.['n'] ?? Infinity) >= from

/** What the check is about: a batch beside those that were checked before and may have been drafted, or the whole. */
const partsOf = (
  state: ProjectState,
  { from, isLast }: Checking,
): { readonly standing: readonly Section[]; readonly fresh: readonly Section[] } => {
  const all = leaves(state)
  if (isLast && !isPlannedAhead(state)) return { standing: [], fresh: all }
  const isFresh = ({ unit }: Section): boolean => unit !== null && unit >= from
  return { standing: all.filter((each) => !isFresh(each)), fresh: all.filter(isFresh) }
}

/** The sections, and where the planner chose fewer than the duties need, those that are missing. */
const completed = (state: ProjectState, sections: readonly Section[]): readonly Section[] => {
  const { label, count, words } = shape(state)
  if (count !== null) return sections
  const usual = Math.round(words / Math.max(1, sections.length))
  const fresh = missingUnits(sections, [...state.constraint.values()]).map((n) =>
    sectionOf(blankEntry(n, label), usual),
  )
  return [...sections, ...fresh]
}

const stepNotes = (state: ProjectState): readonly string[] =>
  [...state.step.values()].flatMap(({ id, verb, status, fault }) => {
    if (verb !== 'plan' || !fault) return []
    if (id.startsWith('step:plan/critique/')) return [fault.sentence]
    return status === 'failed' ? [`Part of the plan was filled in by code: ${fault.sentence}`] : []
  })

const planOf = (state: ProjectState, sections: readonly Section[]): Plan => {
  const approve = lastRun(state)?.approve ?? 'ask'
  const constraints = [...state.constraint.values()]
  const left = [...planViolations(sections), ...titleViolations(state, sections)]
  return {
    id: 'plan:self',
    status: approve === 'auto' ? 'approved' : 'proposed',
    madeFrom: planHash(state),
    notes: [...stepNotes(state), ...left, ...unplaced(sections, constraints)],
  }
}

/** Leads of batches that were checked before: they wait for the sections of later batches too. */
const waitingLeads = (
  state: ProjectState,
  standing: readonly Section[],
  all: readonly Section[],
): readonly Section[] => {
  const form = [...state.brief.values()][0]?.form ?? ''
  const before = new Set(standing.map(({ id }) => id))
  return withLeadLast(all, form).filter((section) => before.has(section.id) && isLead(section, form))
}

/** The sections that the check is about, as they are after a patch and all that code mends; with the last, the plan. */
const finished = (state: ProjectState, work: Checking, patch: Patch): readonly AnyRecord[] => {
  const { standing, fresh } = partsOf(state, work)
  const { isLast } = work
  const mine = patched(isLast ? completed(state, fresh) : fresh, patch)
  const isWhole = isLast || isPlannedAhead(state)
  const done = mended(state, { standing, fresh: mine, budget: isWhole ? shape(state) : null })
  if (!isLast) return done
  const all = [...standing, ...done]
  return [...done, ...waitingLeads(state, standing, all), planOf(state, all)]
}

/**
 * Checks one batch of the plan in code, beside those before it. Where the planner must mend something it is asked for a
 * patch of those sections alone; budgets, circles, double owners, entries that run long and what goes against the
 * duties are mended by code. With the last batch the plan stands, approved or proposed.
 */
export const checkPlan: Verb<Checking> = async (loop, work) => {
  const { step: id, from, isLast } = work
  const state = now(loop)
  const { fresh } = partsOf(state, work)
  const all = leaves(state)
  const first = isPlannedAhead(state) ? from : 1
  const violations = [
    ...planViolations(all, fresh),
    ...titleViolations(state, all, fresh),
    ...(isLast ? topicViolations(loop).filter(isMendable(first)) : []),
  ].slice(0, mostViolations)
  const step = { id, verb: 'plan', section: null, status: 'ended' } as const
  if (violations.length === 0) {
    loop.project.put({ put: [...finished(state, work, { entries: [], asked: [] }), step] })
    return null
  }
  const reply = await askJson(loop, {
    step: id,
    verb: 'plan',
    role: 'planner',
    section: null,
    maxOutput: 400 + violations.length * entryTokens,
    schema: planReply,
    prompt: (trouble, rooms) => patchPrompt(now(loop), violations, first, trouble, rooms),
  })
  if (isPause(reply)) return reply
  loop.project.put({
    put: [
      ...finished(now(loop), work, { entries: reply.value ?? [], asked: fresh }),
      ...(reply.value ? [reply.call] : []),
      step,
    ],
    shelve: reply.value ? [reply.body] : [],
  })
  return null
}
