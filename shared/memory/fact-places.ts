import { desk } from '../questions/drafts.ts'
import { draftPlain } from '../questions/text-hash.ts'
import type { ProjectState } from '../project-state.ts'
import type { Order, SectionId } from '../records.ts'
import { holds } from '../text/quotes.ts'
import { sentences } from '../text/sentences.ts'
import { contentHeld, contentOf } from '../text/stems.ts'
import type { Told } from './excludes.ts'

/** The plain text of a section as it stands. */
export const sectionPlain = (state: ProjectState, section: SectionId): string => {
  const { current } = desk(state, section)
  return current ? draftPlain(current) : ''
}

/** The sentence of a section that bears a fact out: of those that name its thing the one with most of its words. */
export const factPlace = (state: ProjectState, section: SectionId, told: Told): Order['places'] => {
  const text = sectionPlain(state, section)
  const wanted = contentOf(told.fact)
  let best = { quote: '', held: 0 }
  for (const { from, to } of sentences(text)) {
    const quote = text.slice(from, to)
    const held = contentHeld(wanted, quote) + (holds(quote, told.name) ? 0.5 : 0)
    if (held > best.held) best = { quote, held }
  }
  return best.held >= 1 ? [{ section, quote: best.quote }] : []
}
