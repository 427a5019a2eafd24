import { bearsOut, dutyLine, type Demand } from '../../shared/constraints/demand.ts'
import type { Duty } from '../../shared/constraints/compile.ts'
import { knownHere } from '../../shared/memory/known-here.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { citationFindings } from '../../shared/questions/citations.ts'
import { claimFindings } from '../../shared/questions/claims.ts'
import { draftPlain } from '../../shared/questions/text-hash.ts'
import { readersDuties } from '../../shared/questions/verdicts.ts'
import type { Draft, Finding, Memory, Section } from '../../shared/records.ts'
import { findQuote } from '../../shared/text/quotes.ts'
import { claimPoint, entryPoint, memoryPoint, type ReviewReply } from '../prompts/review.ts'

type Said = ReviewReply[number] | undefined

/** One point that a reader is asked about, and what becomes of the answer; of none where none came. */
type Point = { readonly asks: string; readonly read: (said: Said) => readonly Finding[] }

/** What one review of a draft asks, and what it finds; code's own findings are among those, whatever the reader says. */
export type Points = {
  readonly asked: readonly string[]
  readonly findings: (reply: ReviewReply | null) => readonly Finding[]
}

const entryFault = 'It does not do what its plan entry says.'
const memoryFault = 'It contradicts what holds from before.'

/** A verdict stands only on words of the text that can show it: "kept" without them counts as unsure. */
const verified = (
  text: string,
  { verdict, quote, advice }: ReviewReply[number],
  demand: Demand | null,
): Omit<Finding, 'constraint'> => {
  const place = quote ? findQuote(text, quote) : null
  const found = place ? text.slice(place.from, place.to) : undefined
  const isShown = found !== undefined && (!demand || bearsOut(demand, found))
  return {
    verdict: verdict === 'kept' && !isShown ? 'unsure' : verdict,
    by: 'model',
    ...(found && { quote: found }),
    ...(advice && { advice }),
  }
}

const ofEntry = (text: string, section: Section): Point => ({
  asks: entryPoint(section),
  read: (said) => {
    const found = said && verified(text, said, null)
    return found && found.verdict !== 'kept' ? [{ constraint: null, fault: entryFault, ...found }] : []
  },
})

const noVerdict = { verdict: 'unsure', by: 'model', advice: 'The reviewer gave no verdict.' } as const

const ofDuty = (text: string, { constraint, demand }: Duty): Point => ({
  asks: dutyLine(demand),
  read: (said) => [{ constraint, ...(said ? verified(text, said, demand) : noVerdict) }],
})

/** The claim that a reader says needs a source is broken; the others stay unsure, unless all are said to need none. */
const ofClaims = (claims: readonly Finding[]): Point => ({
  asks: claimPoint(claims.map(({ quote = '' }) => quote)),
  read: (said) => {
    if (said?.verdict === 'kept') return []
    const at = claims.findIndex(({ quote = '' }) => said?.quote && findQuote(quote, said.quote))
    return claims.map((claim, i) =>
      said?.verdict === 'broken' && i === Math.max(0, at)
        ? { ...claim, verdict: 'broken', by: 'model', ...(said.advice && { advice: said.advice }) }
        : claim,
    )
  },
})

/** A contradiction stands on words of the text; that there is none cannot be quoted, and needs not be. */
const ofMemory = (text: string, known: readonly Memory[]): Point => ({
  asks: memoryPoint(known),
  read: (said) => {
    const found = said?.verdict === 'broken' ? verified(text, said, null) : null
    if (!found) return []
    return [{ constraint: null, fault: memoryFault, ...found, verdict: found.quote ? 'broken' : 'unsure' }]
  },
})

/**
 * The points of a draft that are left for a reader: whether it does what was planned; each duty that code cannot judge;
 * whether it contradicts what is known of the things it names; and, where there are references to cite, whether its
 * claims need a source.
 */
export const pointsOf = (state: ProjectState, section: Section, draft: Draft): Points => {
  const text = draftPlain(draft)
  const known = knownHere(state, section, text)
  const claims = claimFindings(state, draft)
  const asksClaims = claims.length > 0 && state.reference.size > 0
  const points = [
    ofEntry(text, section),
    ...readersDuties(state, draft).map((duty) => ofDuty(text, duty)),
    ...(known.length > 0 ? [ofMemory(text, known)] : []),
    ...(asksClaims ? [ofClaims(claims)] : []),
  ]
  const byCode = [...citationFindings(state, draft), ...(asksClaims ? [] : claims)]
  return {
    asked: points.map(({ asks }) => asks),
    findings: (reply) => [
      ...points.flatMap(({ read }, i) => read(reply?.find(({ point }) => point === i + 1))),
      ...byCode,
    ],
  }
}
