import { dutyLine } from '../../../shared/constraints/demand.ts'
import { placementWords } from '../../../shared/placement-words.ts'
import type { ProjectEvent, ProjectState } from '../../../shared/project-state.ts'
import { desk } from '../../../shared/questions/drafts.ts'
import { leaves } from '../../../shared/questions/outline.ts'
import { lastRun, phaseOf } from '../../../shared/questions/phase.ts'
import { draftWords } from '../../../shared/questions/text-hash.ts'
import { verdictsOn } from '../../../shared/questions/verdicts.ts'
import type { Draft, Fault, Section } from '../../../shared/records.ts'
import { clock, figure, inWords, verdictSpans } from './figures.ts'
import { fitTo, harmless, widthOf, type Line } from './spans.ts'

const titleCells = 32
const widths = new WeakMap<readonly Section[], number>()

/** The cells that the titles of these sections take in a list. */
export const titleWidth = (sections: readonly Section[]): number => {
  const known = widths.get(sections)
  if (known !== undefined) return known
  const width = Math.min(titleCells, Math.max(0, ...sections.map(({ title }) => widthOf(harmless(title)))))
  widths.set(sections, width)
  return width
}

const isReviewed = (state: ProjectState, section: Section): boolean => {
  const { at } = phaseOf(state, section)
  return at === 'revise' || at === 'settled'
}

const verdictsOf = (state: ProjectState, draft: Draft): Line => {
  const all = verdictsOn(state, draft).map(({ verdict }) => verdict)
  const count = (wanted: string): number => all.filter((verdict) => verdict === wanted).length
  return verdictSpans({
    kept: count('kept'),
    broken: count('broken'),
    unsure: count('unsure'),
    owed: count('owed'),
  })
}

const failureNews = (before: ProjectState, section: Section, fault: Fault | undefined): readonly Line[] => {
  const was = before.section.get(section.id)
  if (was && phaseOf(before, was).at === 'failed') return []
  return [[{ text: 'failed', style: 'bad' }, fault ? `: ${fault.sentence}` : '']]
}

const textNews = (
  before: ProjectState,
  after: ProjectState,
  section: Section,
  current: Draft,
): readonly Line[] => {
  const { current: old, candidate } = desk(before, section.id)
  const reviewed = isReviewed(after, section) ? verdictsOf(after, current) : null
  const isNew = current.id !== old?.id
  if (isNew && current.round > 0) return [[`revised (round ${current.round}), `, ...(reviewed ?? [])]]
  if (isNew) return [[`drafted, ${inWords(draftWords(current))}`], ...(reviewed ? [reviewed] : [])]
  if (candidate && !after.draft.has(candidate.id)) {
    return [[`a revision (round ${candidate.round}) was dropped: it was no better`]]
  }
  return reviewed && !isReviewed(before, section) ? [reviewed] : []
}

const sectionNews = (before: ProjectState, after: ProjectState, section: Section): readonly Line[] => {
  const phase = phaseOf(after, section)
  if (phase.at === 'failed') return failureNews(before, section, phase.fault)
  const { current } = desk(after, section.id)
  return current ? textNews(before, after, section, current) : []
}

const planNews = (before: ProjectState, after: ProjectState): readonly Line[] => {
  const [plan] = after.plan.values()
  if (!plan || before.plan.size > 0) return []
  const { length } = leaves(after)
  const sections = length === 1 ? 'section' : 'sections'
  return [[`Planned ${figure(length)} ${sections}.`], ...plan.notes.map((note) => [note])]
}

/** What the planner proposed: each requirement with the words it rests on, and what had to be left out. */
const proposalNews = (before: ProjectState, after: ProjectState): readonly Line[] => {
  if (before.plan.size > 0) return []
  const fresh = [...after.constraint.values()].filter(
    ({ id, origin }) => origin.from === 'model' && !before.constraint.has(id),
  )
  const steps = [...after.step.values()].filter(
    ({ id, verb }) => verb === 'understand' && !before.step.has(id),
  )
  return [
    ...fresh.map(({ demand, placement, origin }): Line => {
      const units = [...after.brief.values()][0]?.units
      return [`Proposed, ${placementWords(placement, units)}: ${dutyLine(demand)} (“${origin.quote}”)`]
    }),
    ...steps.flatMap(({ fault }): readonly Line[] => (fault ? [[fault.sentence]] : [])),
  ]
}

const waitNews = (before: ProjectState, after: ProjectState): readonly Line[] => {
  const run = lastRun(after)
  if (run?.status !== 'waiting' || run.until === undefined || run === lastRun(before)) return []
  const why = run.reason ? `: ${run.reason.sentence}` : '.'
  return [[{ text: `Waiting until ${clock(run.until)}${why}`, style: 'warn' }]]
}

/** The sections that an event is about; all of them where it is not known. */
const sectionsIn = (event: ProjectEvent | null, all: readonly Section[]): readonly Section[] => {
  if (event?.type !== 'change') return all
  const touched = new Set(event.put.map((record) => ('section' in record ? record.section : null)))
  return touched.has(null) && touched.size === 1 ? [] : all.filter(({ id }) => touched.has(id))
}

/**
 * What is worth a line of its own between two states: sections drafted, judged, revised, failed; proposals, plan and
 * waits. `event` is what led from the one to the other; null where more than one did.
 */
export const news = (
  before: ProjectState,
  after: ProjectState,
  event: ProjectEvent | null = null,
): readonly Line[] => {
  const all = leaves(after)
  const lines = sectionsIn(event, all).flatMap((section) =>
    sectionNews(before, after, section).map((line): Line => [
      `${fitTo(section.title, titleWidth(all))}  `,
      ...line,
    ]),
  )
  return [...proposalNews(before, after), ...planNews(before, after), ...lines, ...waitNews(before, after)]
}
