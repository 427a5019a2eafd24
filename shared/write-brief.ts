import { Document, isMap, isSeq, parse } from 'yaml'
import { aimOf } from './brief.ts'
import { demandOf, fieldOf } from './constraints/demand.ts'
import type { Placement } from './constraints/placement.ts'
import { readRequirements } from './constraints/reading/read-requirements.ts'
import type { Reading } from './constraints/reading/reading.ts'
import type { Brief, Constraint, Units } from './records.ts'
import { hashOf } from './text/hash.ts'

const placementPart = (placement: Placement): Readonly<Record<string, unknown>> => {
  switch (placement.where) {
    case 'document':
      return { document: true }
    case 'each':
      return { each: true }
    case 'once':
      return { at: placement.at }
    case 'range':
      return { from: placement.from, to: placement.to }
    case 'every': {
      const { n, from, to } = placement
      return { every: { n, from, ...(to !== undefined && { to }) } }
    }
    case 'some':
      return { at: placement.units }
  }
}

/** The brief's own numbers, which tell lengths of all sections and of the whole. */
const isNumbers = (quote: string): boolean => /^(?:units\.)?words: /u.test(quote)

/** Whether requirements in front matter say it: what was read from the text or proposed by a model has its words there. */
const isStated = ({ origin: { from, quote } }: Constraint): boolean =>
  from === 'hand' || (from === 'front matter' && !isNumbers(quote))

/** The words that the writer found for a demand, if they still ask for it. */
const ownWords = ({ demand, origin }: Constraint): Readonly<Record<string, string>> | null => {
  if (origin.from !== 'front matter') return null
  let said: unknown
  try {
    said = parse(`{${origin.quote}}`)
  } catch {
    return null
  }
  const found = Object.entries(said ?? {}).find(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && hashOf(demandOf(entry[0], entry[1])) === hashOf(demand),
  )
  return found ? { [found[0]]: found[1] } : null
}

const requirementOf = (constraint: Constraint): Readonly<Record<string, unknown>> => {
  const { field, text } = fieldOf(constraint.demand)
  return { ...(ownWords(constraint) ?? { [field]: text }), ...placementPart(constraint.placement) }
}

/** What a brief says of its units that its text does not say by itself. */
const ownUnits = (units: Units, read: Units | null): Partial<Units> | undefined => {
  const own = Object.entries(units).filter(
    ([name, value]) => hashOf(value) !== hashOf(read?.[name as keyof Units]),
  )
  return own.length > 0 ? Object.fromEntries(own) : undefined
}

const flowing = (document: Document): void => {
  const units = document.get('units')
  if (isMap(units)) units.flow = true
  const requirements = document.get('requirements')
  if (!isSeq(requirements)) return
  for (const item of requirements.items) if (isMap(item)) item.flow = true
}

/**
 * The Markdown source of a brief, with front matter: what `readBrief` reads back as the same brief and the same
 * constraints. What the text says by itself is left to it; `said` is that, for whoever has read it already.
 */
export const writeBrief = (
  brief: Brief,
  constraints: Iterable<Constraint>,
  said: Reading = readRequirements(brief.text),
): string => {
  const { title, form, language, reader, voice, words, units, order, text } = brief
  const requirements = [...constraints].filter(isStated).map(requirementOf)
  const own = units && ownUnits(units, said.units)
  const document = new Document({
    title,
    form,
    language,
    ...(reader && { reader }),
    ...(voice && { voice }),
    ...(words && words !== aimOf(said) && { words }),
    ...(own && { units: own }),
    ...(order && { order }),
    ...(requirements.length > 0 && { requirements }),
  })
  flowing(document)
  return `---\n${document.toString({ lineWidth: 0 })}---\n\n${text}\n`
}
