import type { Placement } from '../placement.ts'
import type { Demand } from '../demand.ts'
import type { Clause } from './clauses.ts'
import type { Placed } from './combine.ts'
import type { Length } from './lengths.ts'
import { unitNoun } from './nouns.ts'
import type { ReadRequirement } from './reading.ts'
import { stretchOf, type Subject } from './subject.ts'

const document: Placement = { where: 'document' }

const lengthPlacement = (subject: Subject, length: Length, placed: Placed): Placement => {
  const { tokens, scope } = subject
  const { placement } = placed
  if (length.of === 'whole') return document
  if (length.of === 'each') return placement && placement.where !== 'document' ? placement : { where: 'each' }
  if (placement) return placement
  const behind = tokens.slice(length.end, length.end + 2)
  const before = tokens.slice(Math.max(0, length.start - 6), length.start)
  const names = [...behind, ...before].some(({ word, raw }) => {
    const noun = unitNoun(word, scope.nouns)
    return noun !== null && (scope.nouns.has(noun) || (noun === 'entry' && /^[a-z]/iu.test(raw)))
  })
  return names && scope.noun !== null ? { where: 'each' } : document
}

/** The lengths that a clause asks for, each at its place: of each unit, of the whole, or where the clause says. */
export const readLengths = (subject: Subject, clause: Clause, placed: Placed): readonly ReadRequirement[] => {
  const own = subject.lengths.filter(({ start }) => start >= clause.start && start < clause.end)
  return own.map((length): ReadRequirement => {
    const { min, max, start, end } = length
    const placement = lengthPlacement(subject, length, placed)
    const at = stretchOf(subject, clause.start, clause.end)
    const demand: Demand = {
      kind: 'length',
      params: { ...(min !== undefined && { min }), ...(max !== undefined && { max }) },
    }
    const what = subject.text.slice(subject.tokens[start]?.from ?? 0, subject.tokens[end - 1]?.to ?? 0)
    return { what, demand, placement, quote: subject.text.slice(at.from, at.to), at, placed: true }
  })
}
