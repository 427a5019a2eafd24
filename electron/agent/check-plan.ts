import { balanced, owned, planViolations, uncircled } from '../../shared/plan-check.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import type { Work } from '../../shared/questions/agenda.ts'
import { dutiesOf } from '../../shared/questions/duties.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { lastRun } from '../../shared/questions/phase.ts'
import { shape } from '../../shared/questions/shape.ts'
import { planHash } from '../../shared/questions/stale.ts'
import type { AnyRecord, Plan, Section } from '../../shared/records.ts'
import { holds } from '../../shared/text/quotes.ts'
import { patchPrompt, planReply, type PlanReply } from '../prompts/plan.ts'
import { isPause } from './ask.ts'
import { askJson } from './ask-json.ts'
import { now, type Verb } from './loop.ts'
import { missingUnits, unplaced, withDuties } from './plan-duties.ts'
import { asAsked, sectionOf } from './plan.ts'

type Checking = Extract<Work, { verb: 'check' }>

/** Titles stand in the manuscript too: what a section must not say its title must not say. */
const titleViolations = (state: ProjectState, sections: readonly Section[]): readonly string[] =>
  sections.flatMap(({ id, title }, i) =>
    dutiesOf(state, id).flatMap(({ demand }) =>
      demand.kind === 'avoids' && holds(title, demand.params.text)
        ? [`Section ${i + 1} says "${demand.params.text}" in its title, which it must not.`]
        : [],
    ),
  )

const patched = (sections: readonly Section[], patch: PlanReply): readonly Section[] =>
  sections.map((section) => {
    const entry = patch.find(({ n }) => section.unit === n)
    return entry ? sectionOf(entry, section.words) : section
  })

const failedSteps = (state: ProjectState): readonly string[] =>
  [...state.step.values()].flatMap(({ verb, status, fault }) =>
    verb === 'plan' && status === 'failed'
      ? [`Part of the plan was filled in by code: ${fault?.sentence ?? ''}`]
      : [],
  )

/** The sections, and where the planner chose fewer than the duties need, those that are missing. */
const completed = (state: ProjectState, sections: readonly Section[]): readonly Section[] => {
  const { label, count, words } = shape(state)
  if (count !== null) return sections
  const usual = Math.round(words / Math.max(1, sections.length))
  const fresh = missingUnits(sections, [...state.constraint.values()]).map((n) =>
    sectionOf({ n, title: `${label} ${n}`, entry: asAsked, owns: [], leaves: [], after: [] }, usual),
  )
  return [...sections, ...fresh]
}

const finish = (state: ProjectState, sections: readonly Section[]): readonly AnyRecord[] => {
  const constraints = [...state.constraint.values()]
  const dutiful = withDuties(completed(state, sections), constraints)
  const mended = owned(uncircled(balanced(dutiful, shape(state))))
  const approve = lastRun(state)?.approve ?? 'ask'
  const left = [...planViolations(mended), ...titleViolations(state, mended)]
  const plan: Plan = {
    id: 'plan:self',
    status: approve === 'auto' ? 'approved' : 'proposed',
    madeFrom: planHash(state),
    notes: [...failedSteps(state), ...left, ...unplaced(mended, constraints)],
  }
  return [...mended, plan]
}

/**
 * Checks the whole plan in code. Where the planner must mend something it is asked for a patch of those sections
 * alone; budgets, circles, double owners and what goes against the duties are mended by code. Then the plan stands, approved or proposed.
 */
export const checkPlan: Verb<Checking> = async (loop, { step: id }) => {
  const sections = leaves(now(loop))
  const violations = [...planViolations(sections), ...titleViolations(now(loop), sections)]
  const step = { id, verb: 'plan', section: null } as const
  if (violations.length === 0) {
    loop.project.put({ put: [...finish(now(loop), sections), { ...step, status: 'ended' }] })
    return null
  }
  const reply = await askJson(loop, {
    step: id,
    verb: 'plan',
    role: 'planner',
    section: null,
    maxOutput: 400 + violations.length * 160,
    schema: planReply,
    prompt: (trouble) => patchPrompt(now(loop), violations, trouble),
  })
  if (isPause(reply)) return reply
  const fresh = reply.value ? patched(leaves(now(loop)), reply.value) : leaves(now(loop))
  const rest = reply.value ? { put: [reply.call], shelve: [reply.body] } : { put: [], shelve: [] }
  loop.project.put({
    put: [...finish(now(loop), fresh), ...rest.put, { ...step, status: 'ended' }],
    shelve: rest.shelve,
  })
  return null
}
