import type { Reference, SectionId } from '../records.ts'
import { desk } from './drafts.ts'
import { outline } from './outline.ts'
import { question } from './question.ts'

/** One piece of the manuscript: a heading at `depth` (1 = directly below the title) and its Markdown, maybe empty. */
export type ManuscriptPart = {
  readonly section: SectionId
  readonly depth: number
  readonly title: string
  readonly text: string
}

/** The current text of all sections in order, and what its citations may name. Every export is made from this. */
export type Manuscript = {
  readonly title: string
  readonly form: string
  readonly language: string
  readonly parts: readonly ManuscriptPart[]
  readonly references?: readonly Pick<Reference, 'key' | 'csl'>[]
}

/** The work as it reads now; a section without text stands there with its heading. */
export const manuscript = question(
  ['project', 'brief', 'section', 'draft', 'reference'],
  (state): Manuscript => {
    const [project] = state.project.values()
    const [brief] = state.brief.values()
    return {
      title: brief?.title ?? project?.title ?? '',
      form: brief?.form ?? '',
      language: brief?.language ?? 'en',
      ...(state.reference.size > 0 && {
        references: [...state.reference.values()].map(({ key, csl }) => ({ key, csl })),
      }),
      parts: outline(state).map(({ section, depth, leaf }) => ({
        section: section.id,
        depth,
        title: section.title,
        text: leaf ? (desk(state, section.id).current?.text ?? '') : '',
      })),
    }
  },
)
