import { AppError } from '../../shared/errors.ts'
import { passageIds } from '../../shared/passages.ts'
import type { Passage, Vector } from '../../shared/records.ts'
import { hashOf } from '../../shared/text/hash.ts'
import type { OpenProject } from '../project/project.ts'

/**
 * A model that turns texts into vectors, so that texts about the same lie near each other. `embed` gives one for each
 * text, in order; it rejects where it cannot.
 */
export type Embedding = {
  readonly name: string
  readonly embed: (texts: readonly string[], signal: AbortSignal) => Promise<readonly Float32Array[]>
}

/** Texts asked for at once. */
const batch = 64

/** Decimals that are kept: what is asked again and what was kept then rank alike. */
const rounded = (numbers: Float32Array): readonly number[] => {
  const length = Math.hypot(...numbers) || 1
  return Array.from(numbers, (number) => Math.round((number / length) * 1e5) / 1e5)
}

const vectorId = (model: string, passage: Passage['id']): Vector['id'] =>
  `vector:${hashOf(model)}/${passage.slice('passage:'.length)}`

/** The vectors of an open project by their id, read once. */
const known = new WeakMap<OpenProject, Map<Vector['id'], readonly number[]>>()
/** What is being made for a project, so that nothing is asked for twice at the same time. */
const underWay = new WeakMap<OpenProject, Promise<void>>()

const vectorsOf = (project: OpenProject): Map<Vector['id'], readonly number[]> => {
  const found = known.get(project) ?? new Map<Vector['id'], readonly number[]>()
  known.set(project, found)
  return found
}

const kept = (project: OpenProject, id: Vector['id']): readonly number[] | null => {
  const vectors = vectorsOf(project)
  const record = vectors.has(id) ? null : project.shelf(id)
  if (record && 'numbers' in record) vectors.set(id, record.numbers)
  return vectors.get(id) ?? null
}

const passagesIn = (project: OpenProject): readonly Passage['id'][] =>
  [...project.state().reference.values()].flatMap(passageIds)

const vectorsFor = async (
  { name, embed }: Embedding,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<readonly Float32Array[]> => {
  const made = await embed(texts, signal)
  if (made.length === texts.length) return made
  const sentence = `${name} gave ${made.length} vectors for ${texts.length} texts.`
  throw new AppError('reply-malformed', sentence, 'Choose another embedding model.')
}

const makeMissing = async (
  project: OpenProject,
  embedding: Embedding,
  signal: AbortSignal,
): Promise<void> => {
  const { name } = embedding
  const missing = passagesIn(project).flatMap((id): readonly Passage[] => {
    const passage = kept(project, vectorId(name, id)) ? null : project.shelf(id)
    return passage && 'heading' in passage ? [passage] : []
  })
  for (let at = 0; at < missing.length; at += batch) {
    const some = missing.slice(at, at + batch)
    const made = await vectorsFor(
      embedding,
      some.map(({ heading, text }) => `${heading}\n${text}`.trim()),
      signal,
    )
    const vectors = some.flatMap((passage, i): readonly Vector[] => {
      const numbers = made[i]
      const id = vectorId(name, passage.id)
      return numbers ? [{ id, passage: passage.id, model: name, numbers: [...rounded(numbers)] }] : []
    })
    project.put({ shelve: vectors })
    for (const { id, numbers } of vectors) vectorsOf(project).set(id, numbers)
  }
}

const similarity = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, number, i) => sum + number * (b[i] ?? 0), 0)

/**
 * The passages nearest to a query by an embedding model, nearest first. Vectors that are missing are asked for and kept
 * on the shelf. Rejects where the model cannot.
 */
export const nearestPassages = async (
  project: OpenProject,
  embedding: Embedding,
  query: string,
  { limit, signal }: { readonly limit: number; readonly signal: AbortSignal },
): Promise<readonly Passage['id'][]> => {
  const before = underWay.get(project)
  const making = (before ?? Promise.resolve())
    // Whoever began it hears that it failed; here it is tried again.
    .catch(() => {})
    .then(() => makeMissing(project, embedding, signal))
  underWay.set(project, making)
  await making
  const [asked] = await vectorsFor(embedding, [query], signal)
  if (!asked) return []
  const wanted = rounded(asked)
  return passagesIn(project)
    .flatMap((id) => {
      const numbers = kept(project, vectorId(embedding.name, id))
      return numbers ? [{ id, near: similarity(numbers, wanted) }] : []
    })
    .toSorted((a, b) => b.near - a.near || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id }) => id)
}
