import { desk } from '../../../shared/questions/drafts.ts'
import type { ProjectState } from '../../../shared/project-state.ts'
import type { SectionProgress } from '../../../shared/questions/progress.ts'
import { countWords } from '../../../shared/text/words.ts'
import type { MarkName } from '../../ui/mark.tsx'

/** How a section stands, as its mark and in words. */
export type SectionStand = { readonly mark: MarkName; readonly words: string }

const phases: Readonly<Record<SectionProgress['phase'], SectionStand>> = {
  unwritten: { mark: 'planned', words: 'planned' },
  drafting: { mark: 'drafting', words: 'being drafted' },
  review: { mark: 'review', words: 'in review' },
  revise: { mark: 'revise', words: 'in revision' },
  settled: { mark: 'settled', words: 'settled' },
  failed: { mark: 'failed', words: 'failed' },
}

/** How a section stands: what is broken and what waits for the writer come before its phase. */
export const standOf = ({ section, phase, broken, unsure, proposed }: SectionProgress): SectionStand => {
  if (section.hold === true) return { mark: 'held', words: 'stopped' }
  if (proposed) return { mark: 'proposal', words: 'a proposal waits' }
  if (phase === 'settled' && broken > 0) return { mark: 'broken', words: `${broken} broken` }
  if (phase === 'settled' && unsure > 0) return { mark: 'unsure', words: `${unsure} unsure` }
  return phases[phase]
}

/** Words of what stands in a section, or of what is being written there. */
export const wordsNow = (state: ProjectState, { section, words }: SectionProgress): number => {
  const { streaming } = desk(state, section.id)
  return streaming ? countWords(state.live.get(streaming.id) ?? '') : words
}
