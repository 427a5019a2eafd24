import { basisOf, type Found } from '../orders/found-order.ts'
import type { ProjectState } from '../project-state.ts'
import { leaves } from '../questions/outline.ts'
import type { Memory, Section } from '../records.ts'
import { sentences } from '../text/sentences.ts'
import type { EditedValue } from './edited-values.ts'
import { factPlace, sectionPlain } from './fact-places.ts'
import type { FactChange } from './memory-delta.ts'
import { differenceOf, saysOld, withFresh, type Difference } from './told-otherwise.ts'

/** A finding, with what makes it this one and no other. */
export type Finding = { readonly found: Found; readonly about: unknown }

/** Findings that one edit of a text may put before the writer. */
const most = 12

const memoryOrder = (
  state: ProjectState,
  section: Section,
  hash: string,
  { old, fresh }: FactChange,
): Finding => {
  const isOwn = old.by === 'writer'
  const put: Memory[] = fresh ? [{ ...old, name: fresh.name, fact: fresh.fact, madeFrom: hash }] : []
  const change = fresh ? { put } : { remove: [old.id] }
  const what = isOwn ? 'what you wrote' : 'what is remembered'
  return {
    about: [old.id, old.fact, fresh?.fact ?? null],
    found: {
      kind: 'memory',
      section: section.id,
      sentence: fresh
        ? `“${section.title}” says of ${old.name}: ${fresh.fact} But ${what} is: ${old.fact}`
        : `“${section.title}” speaks of ${old.name} no more. What is remembered is: ${old.fact}`,
      places: fresh ? factPlace(state, section.id, fresh) : [],
      advice: fresh ? `Remember of ${old.name}: ${fresh.fact}` : `Forget of ${old.name}: ${old.fact}`,
      by: 'code',
      madeFrom: hash,
      ...change,
      basis: basisOf(state, change),
    },
  }
}

const oldSentence = (text: string, name: string, difference: Difference): string | undefined =>
  sentences(text)
    .map(({ from, to }) => text.slice(from, to))
    .find((sentence) => saysOld(sentence, name, difference))

/** What is said of a thing by now, and in which words it differs from before. */
type Told = Pick<Memory, 'about' | 'name'> & { readonly fresh: string; readonly difference: Difference }

const textOrder = (
  state: ProjectState,
  section: Section,
  hash: string,
  other: Section,
  { about, name, fresh, difference }: Told,
): readonly Finding[] => {
  const quote = oldSentence(sectionPlain(state, other.id), name, difference)
  if (quote === undefined) return []
  return [
    {
      about: [section.id, name, fresh, quote],
      found: {
        kind: 'text',
        section: other.id,
        sentence: `“${section.title}” now says of ${name}: ${fresh} This still rests on what was so before.`,
        places: [{ section: other.id, quote }, ...factPlace(state, section.id, { about, name, fact: fresh })],
        advice: `Of ${name} this holds now: ${fresh} Make this place agree with it, and change nothing else.`,
        by: 'code',
        madeFrom: hash,
      },
    },
  ]
}

const planOrder = (
  state: ProjectState,
  section: Section,
  hash: string,
  other: Section,
  { about, name, fresh, difference }: Told,
): readonly Finding[] => {
  const says = (line: string): boolean => saysOld(line, name, difference)
  const mend = (line: string): string => (says(line) ? withFresh(line, difference) : line)
  const mended: Section = {
    ...other,
    title: mend(other.title),
    intent: mend(other.intent),
    owns: other.owns.map(mend),
    leaves: other.leaves.map(mend),
  }
  const quote = [other.title, other.intent, ...other.owns, ...other.leaves].find(says)
  if (quote === undefined) return []
  return [
    {
      about: [section.id, name, fresh, quote],
      found: {
        kind: 'plan',
        section: other.id,
        sentence: `“${section.title}” now says of ${name}: ${fresh} The plan of “${other.title}” says: ${quote}`,
        places: factPlace(state, section.id, { about, name, fact: fresh }),
        advice: `Plan it so: ${withFresh(quote, difference)}`,
        by: 'code',
        madeFrom: hash,
        put: [mended],
        basis: basisOf(state, { put: [mended] }),
      },
    },
  ]
}

const toldBy = (changes: readonly FactChange[], values: readonly EditedValue[]): readonly Told[] => [
  ...changes.flatMap(({ old: { about, name, fact }, fresh }): readonly Told[] => {
    const difference = fresh && differenceOf(fact, fresh.fact)
    return fresh && difference ? [{ about, name, fresh: fresh.fact, difference }] : []
  }),
  ...values.flatMap(({ names, fresh, difference }) =>
    names.map((name): Told => ({ about: 'term', name, fresh, difference })),
  ),
]

const placeOf = ({ found: { kind, section, places, put } }: Finding): string =>
  JSON.stringify([kind, section, kind === 'text' ? places[0]?.quote : put?.map(({ id }) => id)])

/** The first finding of each kind about one place, at most twelve in all. */
const distinct = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.toReversed().map((each) => [placeOf(each), each])).values(),
]

/**
 * What follows from facts that a text says otherwise: a change of memory for each. Where the writer has changed the text,
 * `values` are what the edit changed in it, and for every other section whose text or plan still says what was so before
 * there is an order to mend it. Only what can be shown is told: a sentence that names the thing with the old words, and
 * not the new ones. At most twelve.
 */
export const editFindings = (
  state: ProjectState,
  section: Section,
  hash: string,
  changes: readonly FactChange[],
  values: readonly EditedValue[] | null,
): readonly Finding[] => {
  const told = values ? toldBy(changes, values) : []
  // The plan of the section itself comes last: it is made to say what its text says now.
  const others = leaves(state).toSorted((a, b) => Number(a.id === section.id) - Number(b.id === section.id))
  const spread = told.flatMap((each) =>
    others.flatMap((other) => [
      ...(other.id === section.id ? [] : textOrder(state, section, hash, other, each)),
      ...planOrder(state, section, hash, other, each),
    ]),
  )
  return distinct([...changes.map((change) => memoryOrder(state, section, hash, change)), ...spread])
    .toReversed()
    .slice(0, most)
}
