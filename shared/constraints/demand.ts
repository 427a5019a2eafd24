import { z } from 'zod'
import { constraintKinds } from './index.ts'
import type { Check, ConstraintKind } from './kind.ts'

type AnyKind = (typeof constraintKinds)[number]

/** What is asked, without where: a kind and its parameters. One member for every kind in the registry. */
export type Demand = {
  [K in AnyKind as K['kind']]: { readonly kind: K['kind']; readonly params: z.infer<K['params']> }
}[AnyKind['kind']]

const options = constraintKinds.map(({ kind, params }) => z.object({ kind: z.literal(kind), params }))

/** Checks a demand as it is saved; kinds that are not in the registry are refused. */
export const demandSchema = z.union(options) as z.ZodType<Demand>

const kindOf = ({ kind }: Demand): ConstraintKind<string, z.ZodType> => {
  const found = constraintKinds.find((each) => each.kind === kind)
  if (!found) throw new Error(`no constraint kind ${kind}`)
  return found
}

/** The demand as one prompt line. */
export const dutyLine = (demand: Demand): string => kindOf(demand).line(demand.params)

/** Who owes the demand when it is asked of the document. */
export const documentMeans = (demand: Demand): AnyKind['documentMeans'] => kindOf(demand).documentMeans

/** The words that ask for something in front matter, each with the kind it stands for. */
export const demandFields: readonly string[] = constraintKinds.flatMap((kind) =>
  'field' in kind ? [kind.field] : [],
)

/** The demand that a word of front matter and the text behind it make; null for a word that is none. */
export const demandOf = (field: string, text: string): Demand | null => {
  const kinds: readonly ConstraintKind<string, z.ZodType>[] = constraintKinds
  const kind = kinds.find((each) => each.field === field)
  return kind?.fromText ? demandSchema.parse({ kind: kind.kind, params: kind.fromText(text) }) : null
}

/** What code says of a text (plain, without markup), or null where only a reader can tell. */
export const check = (demand: Demand, text: string): Check | null => kindOf(demand).check(text, demand.params)
