import { factPlace } from '../memory/fact-places.ts'
import { saysTheSame, thingOf } from '../memory/excludes.ts'
import type { Finding } from '../orders/found-order.ts'
import type { ProjectState } from '../project-state.ts'
import { desk } from '../questions/drafts.ts'
import { facts } from '../questions/facts-at.ts'
import { textHash } from '../questions/text-hash.ts'
import type { Memory } from '../records.ts'
import { eachInSteps, type Stepwise } from '../stepwise.ts'
import { hashOf } from '../text/hash.ts'
import { contentHeld, contentOf } from '../text/stems.ts'
import type { Duplicate } from './duplicates.ts'

type Side = Duplicate['first']

/** Two places that may tell the same twice: somebody who reads must say. `weight`: the heavier, the likelier. */
export type Suspicion = {
  readonly first: Side
  readonly second: Side
  readonly weight: number
  readonly hash: string
  /** Those of one group rest on the same words: one answer is for all of them. */
  readonly group: string
}

/** What is told twice, as a finding in the section that tells it again. */
export const duplicateFinding = (
  state: ProjectState,
  { first, second, hash }: Pick<Suspicion, 'first' | 'second' | 'hash'>,
): Finding => {
  const title = state.section.get(first.section)?.title ?? ''
  const { current } = desk(state, second.section)
  return {
    about: hash,
    found: {
      kind: 'duplicate',
      section: second.section,
      sentence: `It tells again what “${title}” has told.`,
      places: [second, first],
      advice: `Leave out what “${title}” has told already, or say it shorter and in other words. Keep what is new.`,
      by: 'code',
      madeFrom: current ? textHash(current) : '',
    },
  }
}

/** The share of content words that two facts have in common from which on they are one. */
const likeness = 0.7

const areOne = (a: Memory, b: Memory): boolean => {
  if (saysTheSame(a, b)) return true
  const [x, y] = [contentOf(a.fact), contentOf(b.fact)]
  const size = Math.max(x.stems.length + x.pieces.length, y.stems.length + y.pieces.length)
  return size > 1 && contentHeld(x, b.fact) >= size * likeness
}

/** Facts that two sections state alike, by the sentences that state them: what happened, and what a term means. */
export const factsToldTwice = function* (state: ProjectState): Stepwise<readonly Suspicion[]> {
  const told = facts(state).filter(({ about }) => about === 'event' || about === 'term')
  const things = [...Map.groupBy(told, thingOf).values()].filter((all) => all.length > 1)
  const found = yield* eachInSteps(things, (all) =>
    all.slice(1).flatMap((later, i): readonly Suspicion[] => {
      const earlier = all
        .slice(0, i + 1)
        .find((each) => each.section !== later.section && areOne(each, later))
      const first = earlier && factPlace(state, earlier.section, earlier)[0]
      const second = earlier && factPlace(state, later.section, later)[0]
      if (!first || !second) return []
      const hash = hashOf(['fact', first, second])
      return [{ first, second, weight: 0, hash, group: `${first.section} ${first.quote}` }]
    }),
  )
  return found.flat()
}
