import { applyEvent, type ProjectState } from '../../../../shared/project-state.ts'
import { draftStep, reviewStep } from '../../../../shared/questions/steps.ts'
import { reviewHash } from '../../../../shared/questions/verdicts.ts'
import { reviewOf } from '../../../../shared/test-kit.ts'
import type {
  AnyRecord,
  Constraint,
  Draft,
  Fault,
  Plan,
  Run,
  Section,
  Step,
} from '../../../../shared/records.ts'

/** A section of the n-th week, five words wanted. */
export const section = (n: number): Section => ({
  id: `section:${n}`,
  parent: null,
  order: n,
  title: `Week ${n}`,
  intent: 'It goes on.',
  words: 5,
  unit: n,
  owns: [],
  leaves: [],
  after: [],
  take: 1,
})

/** A model's current draft of the n-th section. */
export const draft = (n: number, text: string, over: Partial<Draft> = {}): Draft => ({
  id: `draft:${n}.${over.round ?? 0}`,
  section: `section:${n}`,
  author: 'model',
  parent: null,
  root: `draft:${n}.0`,
  round: 0,
  edition: 0,
  standing: 'current',
  text,
  at: 1,
  ...over,
})

/** The step that drafted the n-th section; failed if there is a fault. */
export const drafted = (n: number, fault?: Fault): Step => ({
  id: draftStep(section(n)),
  verb: 'draft',
  section: `section:${n}`,
  status: fault ? 'failed' : 'ended',
  ...(fault && { fault }),
})

/** Every section must say "tide". */
export const tide: Constraint = {
  id: 'constraint:tide',
  demand: { kind: 'mentions', params: { text: 'tide' } },
  placement: { where: 'each' },
  origin: { from: 'hand', quote: '' },
  confirmed: true,
}

/** An approved plan with a note. */
export const plan: Plan = {
  id: 'plan:self',
  status: 'approved',
  madeFrom: '',
  notes: ['Two titles were alike.'],
}

/** The first run, at work. */
export const run = (over: Partial<Run>): Run => ({
  id: 'run:1',
  number: 1,
  status: 'working',
  model: 'practice',
  lanes: 2,
  approve: 'auto',
  setbacks: 0,
  startedAt: 1,
  ...over,
})

/** The state with these records put. */
export const put = (state: ProjectState, ...records: readonly AnyRecord[]): ProjectState =>
  applyEvent(state, { type: 'change', seq: state.seq + 1, put: records, remove: [] })

/** The state after the review of this draft. */
export const reviewed = (state: ProjectState, of: Draft): ProjectState => {
  const madeFrom = reviewHash(state, of)
  const step = { id: reviewStep(of, madeFrom), verb: 'review', section: of.section, status: 'ended' } as const
  return put(state, step, reviewOf(of, madeFrom))
}
