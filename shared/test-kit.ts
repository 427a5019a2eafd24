import type { Demand } from './constraints/demand.ts'
import type { Placement } from './constraints/placement.ts'
import type { AnyRecord, Brief, Call, Constraint, Draft, Plan, Review, Run, Section } from './records.ts'
import { stateOf, type ProjectState } from './project-state.ts'

/** Small builders for tests: every field has a plain default, a test names only what it is about. */

export const brief = (some: Partial<Brief> = {}): Brief => ({
  id: 'brief:self',
  title: 'The ferry',
  form: 'report',
  language: 'en',
  text: 'Write about the ferry.',
  ...some,
})

export const section = (n: number, some: Partial<Section> = {}): Section => ({
  id: `section:${n}`,
  parent: null,
  order: n,
  title: `Chapter ${n}`,
  intent: `What chapter ${n} says.`,
  words: 100,
  unit: n,
  owns: [],
  leaves: [],
  after: [],
  take: 1,
  ...some,
})

export const draft = (n: number, some: Partial<Draft> = {}): Draft => ({
  id: `draft:${n}.1.0`,
  section: `section:${n}`,
  author: 'model',
  parent: null,
  root: `draft:${n}.1.0`,
  round: 0,
  edition: 0,
  standing: 'current',
  text: `Text ${n}.`,
  at: 0,
  ...some,
})

/** A review of a draft that found nothing. */
export const reviewOf = ({ id, section: of }: Draft, madeFrom: string): Review => ({
  id: `review:${id.slice('draft:'.length)}`,
  draft: id,
  section: of,
  madeFrom,
  findings: [],
})

export const constraint = (name: string, demand: Demand, placement: Placement): Constraint => ({
  id: `constraint:${name}`,
  demand,
  placement,
  origin: { from: 'hand', quote: '' },
  confirmed: true,
})

export const say = (text: string, placement: Placement): Constraint =>
  constraint(text.replaceAll(' ', '-'), { kind: 'mentions', params: { text } }, placement)

export const plan = (some: Partial<Plan> = {}): Plan => ({
  id: 'plan:self',
  status: 'approved',
  madeFrom: '',
  notes: [],
  ...some,
})

export const run = (number: number, some: Partial<Run> = {}): Run => ({
  id: `run:${number}`,
  number,
  status: 'working',
  model: 'practice',
  lanes: 4,
  approve: 'auto',
  setbacks: 0,
  startedAt: number * 1_000,
  ...some,
})

export const call = (n: number, some: Partial<Call> = {}): Call => ({
  id: `call:${n}`,
  run: 'run:1',
  step: 'step:draft/1/1',
  verb: 'draft',
  role: 'writer',
  section: 'section:1',
  take: 1,
  model: 'practice',
  status: 'ended',
  reserved: 100,
  startedAt: 0,
  ...some,
})

/** A state that holds just these records, after run 1 has begun. */
export const state = (...records: readonly AnyRecord[]): ProjectState => stateOf([run(1), ...records])
