import { Document, isMap, isSeq } from 'yaml'
import type { Demand } from './constraints/demand.ts'
import type { Placement } from './constraints/placement.ts'
import type { Brief, Constraint } from './records.ts'

const demandPart = (demand: Demand): Readonly<Record<string, string>> | null => {
  switch (demand.kind) {
    case 'mentions':
      return { say: demand.params.text }
    case 'avoids':
      return { avoid: demand.params.text }
    case 'rule':
      return { rule: demand.params.text }
    case 'length':
      return null
  }
}

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

const requirementOf = ({ demand, placement }: Constraint): readonly Readonly<Record<string, unknown>>[] => {
  const asked = demandPart(demand)
  return asked ? [{ ...asked, ...placementPart(placement) }] : []
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
 * constraints. Lengths are told by the brief's own numbers.
 */
export const writeBrief = (brief: Brief, constraints: Iterable<Constraint>): string => {
  const { title, form, language, reader, voice, words, units, text } = brief
  const requirements = [...constraints].flatMap(requirementOf)
  const document = new Document({
    title,
    form,
    language,
    ...(reader && { reader }),
    ...(voice && { voice }),
    ...(words && { words }),
    ...(units && { units }),
    ...(requirements.length > 0 && { requirements }),
  })
  flowing(document)
  return `---\n${document.toString({ lineWidth: 0 })}---\n\n${text}\n`
}
