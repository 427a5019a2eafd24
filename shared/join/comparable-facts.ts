import { factConflicts } from '../memory/fact-conflicts.ts'
import { saysTheSame, thingOf } from '../memory/excludes.ts'
import { factPlace } from '../memory/fact-places.ts'
import type { Finding } from '../orders/found-order.ts'
import type { ProjectState } from '../project-state.ts'
import { facts } from '../questions/facts-at.ts'
import type { Memory } from '../records.ts'
import { eachInSteps, type Stepwise } from '../stepwise.ts'
import { fold } from '../text/fold.ts'
import { contentOf } from '../text/stems.ts'
import { notOwnWords } from './section-texts.ts'

type Pair = { readonly earlier: Memory; readonly later: Memory; readonly likeness: number }

/** Facts of one thing that are held against each other, and pairs of them that are put to a reader. */
const [mostOfOne, pairsOfOne] = [40, 3]

const wordsOf = ({ name, fact }: Memory): ReadonlySet<string> => {
  const [own, said] = [contentOf(name), contentOf(fact)]
  const names = new Set([...own.stems, ...own.pieces])
  return new Set([...said.stems, ...said.pieces].filter((word) => !names.has(word)))
}

/** The share of their words that two facts have in common: the more, the likelier they speak of the same side of a thing. */
const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((word) => b.has(word)).length / Math.max(1, Math.min(a.size, b.size))

const pairsOf = (all: readonly Memory[]): readonly Pair[] => {
  const told = all.slice(0, mostOfOne).map((fact) => ({ fact, words: wordsOf(fact) }))
  return told
    .flatMap(({ fact: later, words }, i) =>
      told
        .slice(0, i)
        .filter(({ fact }) => fact.section !== later.section && !saysTheSame(fact, later))
        .map((before) => ({ earlier: before.fact, later, likeness: likeness(before.words, words) })),
    )
    .filter((pair) => pair.likeness > 0)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, pairsOfOne)
}

const said = ({ section, fact }: Memory, state: ProjectState): string => {
  const stop = /[.!?。！？]$/u.test(fact) ? '' : '.'
  return `“${state.section.get(section)?.title ?? ''}” says: ${fact}${stop}`
}

const findingOf = (state: ProjectState, { earlier, later }: Pair): Finding => ({
  about: [earlier, later].map(({ section, name, fact }) => [section, name, fact]),
  found: {
    kind: 'contradiction',
    section: later.section,
    sentence: `Of ${later.name} ${said(later, state)} But ${said(earlier, state)}`,
    places: [...factPlace(state, later.section, later), ...factPlace(state, earlier.section, earlier)],
    advice: `Of ${earlier.name} ${said(earlier, state)} Make this place agree with it, and change nothing else.`,
    by: 'code',
    madeFrom: later.madeFrom,
  },
})

/**
 * Facts of one thing that sections tell in other words, so that they might contradict each other in a way that code does
 * not see: the likeliest first. What code has seen is left out.
 */
export const comparableFacts = function* (state: ProjectState): Stepwise<readonly Finding[]> {
  const seen = new Set(factConflicts(state).flatMap(({ earlier, later }) => [earlier.id, later.id]))
  const { apart, light } = notOwnWords(state, [])
  const asked = new Set([...apart, ...light].map((words) => fold(words, true).text.trim()))
  const open = facts(state).filter(
    ({ id, name }) => !seen.has(id) && !asked.has(fold(name, true).text.trim()),
  )
  const pairs = yield* eachInSteps([...Map.groupBy(open, thingOf).values()], pairsOf)
  const likeliest = pairs.flat().toSorted((a, b) => b.likeness - a.likeness)
  return yield* eachInSteps(likeliest, (pair) => findingOf(state, pair))
}
