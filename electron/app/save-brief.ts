import { readBrief } from '../../shared/brief.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { readRecord, type AnyRecord, type Constraint } from '../../shared/records.ts'
import { hashOf } from '../../shared/text/hash.ts'
import type { Change } from '../project/project.ts'

const isLength = ({ id }: Constraint): boolean => id.startsWith('constraint:length-')

const asks = ({ demand, placement }: Constraint): string => hashOf([demand, placement])

const freeId = (taken: ReadonlySet<string>): Constraint['id'] => {
  for (let n = 1; ; n += 1) if (!taken.has(`constraint:r${n}`)) return `constraint:r${n}`
}

/** The constraints of a brief under the ids they had, so that verdicts go on naming what they judged. */
const identified = (before: readonly Constraint[], read: readonly Constraint[]): readonly Constraint[] => {
  const left = Map.groupBy(before, asks)
  const known = read.map((each) => (isLength(each) ? each : left.get(asks(each))?.shift()))
  const taken = new Set<string>(known.flatMap((each) => each?.id ?? []))
  return read.map((each, i) => {
    const same = known[i]
    if (same) return same
    const id = freeId(taken)
    taken.add(id)
    return { ...each, id }
  })
}

/**
 * Puts a changed brief, with its constraints in its order, in the place of the one there was. Constraints that ask the
 * same keep their record. Throws `brief-…`.
 */
export const saveBrief = (state: ProjectState, source: string): Change => {
  const [before] = state.brief.values()
  const [project] = state.project.values()
  const old = [...state.constraint.values()]
  const { brief, constraints } = readBrief(source, before?.title)
  const fresh = identified(old, constraints)
  const named = project && project.title !== brief.title ? [{ ...project, title: brief.title }] : []
  const put: readonly AnyRecord[] = [...named, brief, ...fresh]
  // Records of a project have their fields in the order of their schema, whoever made them.
  if (hashOf([before, ...old]) === hashOf([brief, ...fresh].map(readRecord))) return {}
  return { put, remove: old.map(({ id }) => id) }
}
