import { AppError } from '../../../shared/errors.ts'
import { passageIds } from '../../../shared/passages.ts'
import type { Passage } from '../../../shared/records.ts'
import { importFormats } from '../../documents/imports/index.ts'
import { addReferences } from '../add-references.ts'
import { changeReferences } from '../change-references.ts'
import type { OpenedProjects } from '../opened.ts'
import type { Platform } from '../platform.ts'
import type { Procedures } from '../procedures.ts'

/** Passages that a search gives where nobody says how many. */
const usualFound = 20

/** What is done with references. */
export const referenceHandlers = (
  os: Procedures,
  projects: OpenedProjects,
  { now }: Pick<Platform, 'now'>,
) => ({
  add: os.references.add.handler(({ input: { project: path, name, base64 } }) => {
    const { project } = projects.get(path)
    const bytes = Buffer.from(base64, 'base64')
    const { change, references, notices } = addReferences(project.state(), { name, bytes, at: now() })
    project.put(change)
    return { references, notices }
  }),
  list: os.references.list.handler(() =>
    importFormats.map(({ id, name, extensions }) => ({ id, name, extensions })),
  ),
  change: os.references.change.handler(({ input }) => {
    const { project } = projects.get(input.project)
    project.put(changeReferences(project, input))
  }),
  passages: os.references.passages.handler(({ input }) => {
    const { project } = projects.get(input.project)
    const reference = project.state().reference.get(input.reference)
    if (!reference) throw new AppError('not-found', 'There is no such reference.', 'Add its file again.')
    return passageIds(reference).flatMap((id): readonly Passage[] => {
      const record = project.shelf(id)
      return record && 'n' in record ? [record] : []
    })
  }),
  search: os.references.search.handler(({ input: { project, query, limit = usualFound } }) =>
    projects.get(project).project.searchPassages(query.slice(0, 10_000), limit),
  ),
})
