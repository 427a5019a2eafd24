import { z } from 'zod'
import { oneLine } from '../text/one-line.ts'
import { checkedText, type CheckedText } from './checked-text.ts'
import { constraintKinds } from './index.ts'
import type { Check, ConstraintKind, DocumentMeans, Wording } from './kind.ts'

type AnyKind = (typeof constraintKinds)[number]

/** What is asked, without where: a kind and its parameters. One member for every kind in the registry. */
export type Demand = {
  [K in AnyKind as K['kind']]: { readonly kind: K['kind']; readonly params: z.infer<K['params']> }
}[AnyKind['kind']]

const kinds: readonly ConstraintKind<string, z.ZodType>[] = constraintKinds

const options = constraintKinds.map(({ kind, params }) => z.object({ kind: z.literal(kind), params }))

/** Checks a demand as it is saved; kinds that are not in the registry are refused. */
export const demandSchema = z.union(options) as z.ZodType<Demand>

const kindOf = ({ kind }: Demand): ConstraintKind<string, z.ZodType> => {
  const found = kinds.find((each) => each.kind === kind)
  if (!found) throw new Error(`no constraint kind ${kind}`)
  return found
}

const worded = (demand: Demand): { readonly wording: Wording<unknown>; readonly text: string } => {
  for (const wording of kindOf(demand).wordings) {
    const text = wording.write(demand.params)
    if (text !== null) return { wording, text }
  }
  throw new Error(`no words for ${JSON.stringify(demand).slice(0, 200)}`)
}

const understood = (kind: string, params: unknown): Demand | null => {
  const read = params === null ? null : demandSchema.safeParse({ kind, params })
  return read?.success ? read.data : null
}

/** The demand as one prompt line, e.g. `Say: "the tide tables"`: the words that lead it name what is asked. */
export const dutyLine = (demand: Demand): string => {
  const { wording, text } = worded(demand)
  const line = oneLine(text)
  return `${wording.lead}: ${wording.quoted ? `"${line}"` : line}`
}

/** The demand that a prompt line states, or null for a line that states none. */
export const demandOfLine = (line: string): Demand | null => {
  const [, lead = '', text = ''] = /^([^:]+): (.+)$/su.exec(line.trim()) ?? []
  for (const { kind, wordings } of kinds) {
    const wording = wordings.find((each) => each.lead === lead)
    const words = wording?.quoted ? text.replace(/^"/u, '').replace(/"$/u, '') : text
    if (wording) return understood(kind, wording.read(words))
  }
  return null
}

/** The words that lead prompt lines. */
export const leads: readonly string[] = constraintKinds.flatMap(({ wordings }) =>
  wordings.map(({ lead }) => lead),
)

/** Who owes the demand when it is asked of the document. */
export const documentMeans = (demand: Demand): DocumentMeans => kindOf(demand).documentMeans(demand.params)

/** The words that ask for something in front matter, each with the kind it stands for. */
export const demandFields: readonly string[] = constraintKinds.flatMap(({ wordings }) =>
  wordings.map(({ field }) => field),
)

/** The demand that a word of front matter and the text behind it make; null where they make none. */
export const demandOf = (field: string, text: string): Demand | null => {
  for (const { kind, wordings } of kinds) {
    const wording = wordings.find((each) => each.field === field)
    if (wording) return understood(kind, wording.read(text))
  }
  return null
}

/** The demand as front matter says it: what `demandOf` reads back as the same demand. */
export const fieldOf = (demand: Demand): { readonly field: string; readonly text: string } => {
  const { wording, text } = worded(demand)
  return { field: wording.field, text }
}

/**
 * What code says of a text, or null where only a reader can tell. The text is Markdown; where several checks look at
 * one text, `checkedText` lets them share what they read of it.
 */
export const check = (demand: Demand, text: string | CheckedText): Check | null =>
  kindOf(demand).check(typeof text === 'string' ? checkedText(text) : text, demand.params)

/** Whether words that a reader quotes from a text can show that a demand is kept. */
export const bearsOut = (demand: Demand, quote: string): boolean =>
  kindOf(demand).bearsOut?.(quote, demand.params) ?? true
