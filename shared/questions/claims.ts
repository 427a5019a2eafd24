import type { ProjectState } from '../project-state.ts'
import type { Draft, Finding } from '../records.ts'
import { uncitedClaims } from '../text/claims.ts'
import { question } from './question.ts'

const reports =
  /report|article|paper|essay|thesis|dissertation|survey|white ?paper|bericht|artikel|aufsatz|studie|rapport|informe|artículo|ensayo|报告|论文|文章/iu

/** Whether a work is to name its sources: by its form, because citations are asked for, or because it has references. */
const namesSources = question(['brief', 'constraint', 'reference'], (state): boolean => {
  const [brief] = state.brief.values()
  return (
    state.reference.size > 0 ||
    reports.test(brief?.form ?? '') ||
    [...state.constraint.values()].some(({ demand, muted }) => demand.kind === 'cites' && !muted)
  )
})

const known = new WeakMap<Draft, readonly string[]>()

/** The sentences of a draft that claim something and name no source, where its work is to name them. */
const claimsOf = (state: ProjectState, draft: Draft): readonly string[] => {
  if (!namesSources(state)) return []
  const claims = known.get(draft) ?? uncitedClaims(draft.text)
  known.set(draft, claims)
  return claims
}

/** What is said of a claim without a source. */
const claimFault = 'It claims what only a source can bear out, and names none.'

/** The claims of a draft as code sees them: unsure, until a reader or the writer says which need a source. */
export const claimFindings = (state: ProjectState, draft: Draft): readonly Finding[] =>
  claimsOf(state, draft).map((quote) => ({
    constraint: null,
    fault: claimFault,
    verdict: 'unsure',
    quote,
    advice: 'Cite a source as [@key], or say no more than the text can answer for.',
    by: 'code',
  }))
