import type { Finding } from '../orders/found-order.ts'
import type { ProjectState } from '../project-state.ts'
import { desk } from '../questions/drafts.ts'
import { dutiesOf } from '../questions/duties.ts'
import { leaves } from '../questions/outline.ts'
import { textHash } from '../questions/text-hash.ts'
import type { SectionId } from '../records.ts'
import type { Stepwise } from '../stepwise.ts'
import { conflictFindings } from '../memory/fact-conflicts.ts'
import { duplicateFinding, factsToldTwice, type Suspicion } from './duplicate-findings.ts'
import { duplicatesIn, type SectionText } from './duplicates.ts'
import { isLead } from './lead.ts'
import { alikeOpenings } from './openings.ts'
import { notOwnWords, sectionTexts } from './section-texts.ts'
import { termsTwoWays } from './terms.ts'

const hashOfText = (state: ProjectState, section: SectionId): string => {
  const { current } = desk(state, section)
  return current ? textHash(current) : ''
}

const languageOf = (state: ProjectState): string => [...state.brief.values()][0]?.language ?? 'en'

const openings = function* (
  state: ProjectState,
  texts: readonly SectionText[],
): Stepwise<readonly Finding[]> {
  const free = texts.filter(
    ({ section }) => !dutiesOf(state, section).some(({ demand }) => demand.kind === 'opening'),
  )
  const alike = yield* alikeOpenings(free, languageOf(state))
  return alike.map(({ first, second, times, hash }): Finding => {
    const title = state.section.get(first.section)?.title ?? ''
    return {
      about: hash,
      found: {
        kind: 'opening',
        section: second.section,
        sentence: `It begins as “${title}” does${times > 2 ? `, and ${times} sections do` : ''}.`,
        places: [second, first],
        advice: 'Begin this paragraph in another way: other words, another order. Keep what it says.',
        by: 'code',
        madeFrom: hashOfText(state, second.section),
      },
    }
  })
}

const terms = function* (state: ProjectState, texts: readonly SectionText[]): Stepwise<readonly Finding[]> {
  const twoWays = yield* termsTwoWays(texts, languageOf(state))
  return twoWays.map(({ section, sentence, edits, hash }): Finding => ({
    about: hash,
    found: {
      kind: 'term',
      section,
      sentence,
      places: edits.slice(0, 1).map(({ quote }) => ({ section, quote })),
      advice: `Write “${edits[0]?.text ?? ''}” here too.`,
      by: 'code',
      madeFrom: hashOfText(state, section),
      edits,
    },
  }))
}

/** Leads that stand although what they tell in brief has changed since. */
const leads = (state: ProjectState): readonly Finding[] => {
  const form = [...state.brief.values()][0]?.form ?? ''
  const all = leaves(state)
  return all
    .filter((section) => isLead(section, form))
    .flatMap(({ id: section }): readonly Finding[] => {
      const lead = desk(state, section).current
      const changed = all.flatMap(({ id }) => {
        const at = desk(state, id).current?.at ?? 0
        return id !== section && lead && at > lead.at ? [id] : []
      })
      if (!lead || changed.length === 0) return []
      const title = state.section.get(changed[0] ?? '')?.title ?? ''
      const others = changed.length > 1 ? ` and ${changed.length - 1} more` : ''
      return [
        {
          about: changed,
          found: {
            kind: 'lead',
            section,
            sentence: `It was written before “${title}”${others} came to say what it says now.`,
            places: [],
            advice: 'Write it again from what the sections say now. Keep what is still right.',
            by: 'code',
            madeFrom: textHash(lead),
          },
        },
      ]
    })
}

/** What code finds in all texts together: what it is sure of, and what somebody who reads must say. */
export type CodeFindings = { readonly sure: readonly Finding[]; readonly suspected: readonly Suspicion[] }

/**
 * Searches all texts of a work for what no single section shows: matter told twice, openings alike, words written in two
 * ways, leads that are out of date, facts that cannot both hold. Time grows with the length of the work; no step takes
 * longer than one section.
 */
export const codeFindings = function* (state: ProjectState): Stepwise<CodeFindings> {
  const texts = sectionTexts(state)
  const form = [...state.brief.values()][0]?.form ?? ''
  // What a lead tells in brief others tell at length: that is no repetition.
  const leading = new Set(leaves(state).flatMap((each) => (isLead(each, form) ? [each.id] : [])))
  const own = texts.filter(({ section }) => !leading.has(section))
  const duplicates = yield* duplicatesIn(own, notOwnWords(state))
  const told = yield* factsToldTwice(state)
  const facts = told.filter(
    ({ first, second }) => !leading.has(first.section) && !leading.has(second.section),
  )
  return {
    sure: [
      ...duplicates.filter(({ isVerbatim }) => isVerbatim).map((each) => duplicateFinding(state, each)),
      ...(yield* openings(state, own)),
      ...(yield* terms(state, texts)),
      ...leads(state),
      ...conflictFindings(state, new Set([...state.memory.values()].map(({ id }) => id))),
    ],
    suspected: [...duplicates.filter(({ isVerbatim }) => !isVerbatim), ...facts],
  }
}
