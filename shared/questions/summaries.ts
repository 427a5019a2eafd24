import type { ProjectState } from '../project-state.ts'
import type { Memory, SectionId } from '../records.ts'
import { hashOf } from '../text/hash.ts'
import { bounds } from './bounds.ts'
import { leaves } from './outline.ts'
import { parts } from './rests-on.ts'

/** A summary to be made of others: of a part, or of the whole up to its last section. `hash` is of those below. */
export type Sum = {
  readonly level: 'part' | 'whole'
  readonly section: SectionId
  readonly below: readonly Memory[]
  readonly hash: string
}

/** A summary as it stands, or what it has to be made of; neither where there is nothing to sum up. */
export type Summary = { readonly have?: Memory; readonly want?: Sum }

const suffix = (id: SectionId): string => id.slice('section:'.length)

/** The id of a summary: of a section or part, or of the whole up to a section. */
export const summaryId = (section: SectionId, level: 'section' | 'part' | 'whole'): Memory['id'] =>
  `memory:${suffix(section)}/${level === 'whole' ? 'whole' : 'summary'}`

/** The summary of one section, if there is one. */
export const sectionSummary = (state: ProjectState, section: SectionId): Memory | undefined =>
  state.memory.get(summaryId(section, 'section'))

const made = (
  state: ProjectState,
  level: Sum['level'],
  section: SectionId,
  below: readonly Memory[],
): Summary => {
  if (below.length === 0) return {}
  const hash = hashOf(below.map(({ fact }) => fact))
  const there = state.memory.get(summaryId(section, level))
  return there?.by === 'writer' || there?.madeFrom === hash
    ? { have: there }
    : { want: { level, section, below, hash } }
}

/** The summary of a part, made of those of its sections. */
export const partSummary = (state: ProjectState, part: SectionId): Summary => {
  const below = (parts(state).get(part) ?? []).flatMap((id) => sectionSummary(state, id) ?? [])
  return made(state, 'part', part, below)
}

type Stretch = { readonly part: SectionId | null; readonly sections: readonly SectionId[] }

/** The stretches of a work: its parts, or where it has none every ten sections. */
const stretches = (state: ProjectState): readonly Stretch[] => {
  const tree = [...parts(state)]
  if (tree.length > 1) return tree.map(([part, sections]) => ({ part, sections }))
  const all = leaves(state).map(({ id }) => id)
  return Array.from({ length: Math.floor(all.length / bounds.sumStride) }, (_, i) => ({
    part: null,
    sections: all.slice(i * bounds.sumStride, (i + 1) * bounds.sumStride),
  }))
}

const belowOf = (state: ProjectState, { part, sections }: Stretch): Summary | readonly Memory[] =>
  part ? partSummary(state, part) : sections.flatMap((id) => sectionSummary(state, id) ?? [])

/**
 * The furthest summary of the whole that is made of nothing but sections among `known`: of each part in turn, or of ten
 * sections, on top of the one before. What is to be made next for one further still is in `want`.
 */
export const wholeSummary = (state: ProjectState, known: ReadonlySet<SectionId>): Summary => {
  let last: Memory | undefined
  const soFar = (): Summary => (last ? { have: last } : {})
  for (const stretch of stretches(state)) {
    const end = stretch.sections.at(-1)
    if (!end || !stretch.sections.every((id) => known.has(id))) break
    const found = belowOf(state, stretch)
    const [below, first] =
      'length' in found ? [found, undefined] : [found.have ? [found.have] : [], found.want]
    if (first) return { ...soFar(), want: first }
    const { have, want } = made(state, 'whole', end, last ? [last, ...below] : below)
    if (want) return { ...soFar(), want }
    last = have ?? last
  }
  return soFar()
}
