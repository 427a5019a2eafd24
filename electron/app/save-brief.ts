import { readBrief } from '../../shared/brief.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { readRecord, type AnyRecord } from '../../shared/records.ts'
import { settleConstraints } from '../../shared/settle-constraints.ts'
import { hashOf } from '../../shared/text/hash.ts'
import type { Change } from '../project/project.ts'

/**
 * Puts a changed brief, with its constraints in its order, in the place of the one there was. What the writer decided
 * about a constraint stays decided while its words stand in the brief. Throws `brief-invalid`.
 */
export const saveBrief = (state: ProjectState, source: string): Change => {
  const [before] = state.brief.values()
  const [project] = state.project.values()
  const old = [...state.constraint.values()]
  const { brief: read, constraints } = readBrief(source, before?.title)
  // The pattern stands beside what the writer types.
  const brief = before?.pattern ? { ...read, pattern: before.pattern } : read
  const fresh = settleConstraints(old, constraints, brief.text)
  const named = project && project.title !== brief.title ? [{ ...project, title: brief.title }] : []
  const put: readonly AnyRecord[] = [...named, brief, ...fresh]
  // Records of a project have their fields in the order of their schema, whoever made them.
  if (hashOf([before, ...old]) === hashOf([brief, ...fresh].map(readRecord))) return {}
  return { put, remove: old.map(({ id }) => id) }
}
