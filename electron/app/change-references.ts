import { AppError } from '../../shared/errors.ts'
import { readCsl } from '../../shared/csl.ts'
import type { Reference } from '../../shared/records.ts'
import type { Change, OpenProject } from '../project/project.ts'

/** References to put, changed or brought back, and to remove. */
export type ReferenceChange = {
  readonly put: readonly Reference[]
  readonly remove: readonly Reference['id'][]
}

const isReference = (record: object | null | undefined): record is Reference =>
  record !== null && record !== undefined && 'csl' in record

const refuseTwins = (references: readonly Reference[]): void => {
  const keys = new Set<string>()
  for (const { key } of references) {
    const plain = key.toLowerCase()
    if (keys.has(plain))
      throw new AppError('usage', `Another reference is called ${key}.`, 'Choose another key.')
    keys.add(plain)
  }
}

/**
 * Changes what the writer may change of references: key, title, description. What is removed goes to the shelf beside
 * its passages, and comes back from there. Throws `usage` where two would have one key, `not-found` for a reference that
 * there never was; then nothing is changed.
 */
export const changeReferences = (
  project: Pick<OpenProject, 'state' | 'shelf'>,
  { put, remove }: ReferenceChange,
): Change => {
  const { reference } = project.state()
  const changed = put.map((wanted): Reference => {
    const known = reference.get(wanted.id) ?? project.shelf(wanted.id)
    if (!isReference(known))
      throw new AppError('not-found', 'There is no such reference.', 'Add its file again.')
    const title = wanted.title.trim() || known.title
    return { ...known, key: wanted.key, title, csl: { ...readCsl(wanted.csl), title } }
  })
  const stays = new Set(changed.map(({ id }) => id))
  const gone = remove.flatMap((id) => (stays.has(id) ? [] : (reference.get(id) ?? [])))
  const left = new Set(gone.map(({ id }) => id))
  refuseTwins([...[...reference.values()].filter(({ id }) => !stays.has(id) && !left.has(id)), ...changed])
  return { put: changed, shelve: gone }
}
