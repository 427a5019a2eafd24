import { citationsIn, type CitedPlace } from '../citations.ts'
import { referenceOf } from '../passages.ts'
import type { ProjectState } from '../project-state.ts'
import type { Draft, Finding, Section } from '../records.ts'
import { desk } from './drafts.ts'
import { dutiesOf } from './duties.ts'
import { leaves } from './outline.ts'

/** What is said of a citation that no stored passage bears out. */
export const citationFault = 'It cites what is not stored.'

const places = new WeakMap<Draft, readonly CitedPlace[]>()

const citedIn = (draft: Draft): readonly CitedPlace[] => {
  const known = places.get(draft) ?? citationsIn(draft.text)
  places.set(draft, known)
  return known
}

/** The keys that a draft may cite: of the passages its prompt showed, or null where no prompt showed any. */
const shownKeys = (state: ProjectState, { author, passages }: Draft): ReadonlySet<string> | null =>
  author === 'model' && passages
    ? new Set(passages.flatMap((id) => state.reference.get(referenceOf(id))?.key ?? []))
    : null

const adviceFor = (shown: ReadonlySet<string> | null, key: string): string => {
  if (!shown) return `No reference is called ${key}; add it, or take the citation out.`
  if (shown.size === 0) return `Take [@${key}] out: nothing was given to cite.`
  return `Take [@${key}] out, or cite ${[...shown].map((each) => `[@${each}]`).join(', ')} where it bears it out.`
}

/**
 * The citations of a draft that no stored passage bears out, by code alone. What a model cites must be among the
 * passages that its prompt showed, else it is broken; what the writer cites, and a model that was shown no references
 * at all, need only name one that is stored, else it is unsure.
 */
export const citationFindings = (state: ProjectState, draft: Draft): readonly Finding[] => {
  const cited = citedIn(draft)
  if (cited.length === 0) return []
  const shown = shownKeys(state, draft)
  const keys = shown ?? new Set([...state.reference.values()].map(({ key }) => key))
  return cited.flatMap(({ from, to, sources }) =>
    sources
      .filter(({ key }) => !keys.has(key))
      .map(({ key }): Finding => ({
        constraint: null,
        fault: citationFault,
        verdict: shown ? 'broken' : 'unsure',
        quote: draft.text.slice(from, to),
        advice: adviceFor(shown, key),
        by: 'code',
      })),
  )
}

/** The sections whose text cites a key, in reading order, and how often each does. */
export const sectionsCiting = (
  state: ProjectState,
  key: string,
): readonly { readonly section: Section; readonly count: number }[] =>
  leaves(state).flatMap((section) => {
    const { current } = desk(state, section.id)
    const cited = current ? citedIn(current).flatMap(({ sources }) => sources) : []
    const count = cited.filter((source) => source.key === key).length
    return count > 0 ? [{ section, count }] : []
  })

/** How many citations of a draft are broken. */
export const brokenCitations = (state: ProjectState, draft: Draft): number =>
  citationFindings(state, draft).filter(({ verdict }) => verdict === 'broken').length

/** Whether a section owes citations, and its text was made of a prompt for which no passage fitted. */
export const couldCiteNothing = (state: ProjectState, { id }: Section): boolean => {
  const { current } = desk(state, id)
  return (
    current?.author === 'model' &&
    current.passages?.length === 0 &&
    dutiesOf(state, id).some(({ demand }) => demand.kind === 'cites')
  )
}
