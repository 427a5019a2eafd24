import { AppError } from '../../shared/errors.ts'
import { isStruck } from '../../shared/memory/memory-change.ts'
import { applyEvent, type ProjectState } from '../../shared/project-state.ts'
import { desk } from '../../shared/questions/drafts.ts'
import { outline } from '../../shared/questions/outline.ts'
import { planHash } from '../../shared/questions/stale.ts'
import type { AnyRecord, Plan, Section, SectionId } from '../../shared/records.ts'
import type { SectionChange } from '../../shared/section-change.ts'
import type { Change, OpenProject } from '../project/project.ts'

type Shelves = Pick<OpenProject, 'state' | 'shelf' | 'shelved'>

/** What leaves with a section. Letters that still stream stay until whoever writes them has stopped. */
const belongings = (state: ProjectState, id: SectionId): readonly AnyRecord[] => [
  ...[...state.draft.values()].filter((each) => each.section === id && each.standing !== 'streaming'),
  ...[...state.review.values()].filter(({ section }) => section === id),
  ...[...state.memory.values()].filter(({ section }) => section === id),
]

const onDesk = new Set(['current', 'candidate', 'proposal'])

/** What left with a section, and not what its texts had left behind before, or what the writer took out. */
const shelvedWith = ({ shelf, shelved }: Shelves, id: SectionId): readonly AnyRecord[] => {
  const drafts = shelved('draft', id).filter(({ standing }) => onDesk.has(standing))
  const there = new Set(drafts.map((draft) => draft.id))
  const summary = shelf(`memory:${id.slice('section:'.length)}/summary`)
  const madeFrom = summary && 'fact' in summary ? summary.madeFrom : null
  return [
    ...drafts,
    ...shelved('review', id).filter(({ draft }) => there.has(draft)),
    ...shelved('memory', id).filter(
      (item) => !isStruck(item) && (item.by === 'writer' || item.madeFrom === madeFrom),
    ),
  ]
}

const proposed = (state: ProjectState): Plan => ({
  id: 'plan:self',
  status: 'proposed',
  madeFrom: planHash(state),
  notes: [],
})

/** An outline made by hand has a plan as long as it has sections; that of the planner stands as it is. */
const planFor = ({ state, shelf }: Shelves, sections: number): Change => {
  const now = state()
  const [plan] = now.plan.values()
  const isByHand = ![...now.step.values()].some(({ verb }) => verb === 'plan')
  if (!isByHand || sections > 0 === (plan !== undefined)) return {}
  if (plan) return { shelve: [plan] }
  const before = shelf('plan:self')
  return { put: [before && 'notes' in before ? before : proposed(now)] }
}

const isCircle = (state: ProjectState, { id, parent }: Section): boolean => {
  const seen = new Set<SectionId>([id])
  for (let at = parent; at !== null; at = state.section.get(at)?.parent ?? null) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}

const hiding = (state: ProjectState): ReadonlySet<SectionId> =>
  new Set(
    outline(state)
      .filter(({ section, leaf }) => !leaf && desk(state, section.id).current?.text)
      .map(({ section }) => section.id),
  )

/** Refuses what would lose sections in a circle, or hide a text under a section that is no leaf any more. */
const check = (before: ProjectState, put: readonly AnyRecord[], remove: readonly SectionId[]): void => {
  const after = applyEvent(before, { type: 'change', seq: before.seq, put, remove })
  const circle = [...after.section.values()].find((each) => isCircle(after, each))
  if (circle) {
    throw new AppError('usage', `“${circle.title}” would stand below itself.`, 'Choose another place for it.')
  }
  const hidden = hiding(before)
  const parent = [...hiding(after)].find((id) => !hidden.has(id))
  if (parent === undefined) return
  const title = after.section.get(parent)?.title ?? ''
  throw new AppError(
    'usage',
    `“${title}” holds text, so that no section can stand below it.`,
    'Put the section beside it, or above it.',
  )
}

/**
 * Puts and removes sections. What is removed goes to the shelf with its drafts, reviews and memory, and comes back with
 * them when it is put again: the inverse of a change leads back to the same state. Throws `usage` where sections would
 * stand in a circle or a text would be hidden.
 */
export const changeSections = (project: Shelves, { put, remove }: SectionChange): Change => {
  const state = project.state()
  const stays = new Set<SectionId>(put.map(({ id }) => id))
  const gone = [...new Set(remove)].filter((id) => !stays.has(id) && state.section.has(id))
  const back = [...stays].filter((id) => !state.section.has(id))
  const records = [...put, ...back.flatMap((id) => shelvedWith(project, id))]
  check(state, records, gone)
  const plan = planFor(project, state.section.size + back.length - gone.length)
  const leaving = gone.flatMap((id) => [state.section.get(id) ?? [], belongings(state, id)].flat())
  return {
    put: [...records, ...(plan.put ?? [])],
    shelve: [...leaving, ...(plan.shelve ?? [])],
  }
}
