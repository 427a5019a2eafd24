import { z } from 'zod'

const text = z.union([z.string(), z.number().transform(String)]).pipe(z.string().trim().min(1).max(4_000))

/** A name as CSL has it: in parts, or `literal` for bodies and for names that are not to be turned round. */
const name = z.object({
  family: text.optional(),
  given: text.optional(),
  literal: text.optional(),
  suffix: text.optional(),
  'dropping-particle': text.optional(),
  'non-dropping-particle': text.optional(),
})
const names = z.array(name).min(1).max(1_000)

const part = z.coerce.number().int().min(-9_999).max(9_999)
const date = z.object({
  'date-parts': z.array(z.array(part).min(1).max(3)).min(1).max(2).optional(),
  literal: text.optional(),
  raw: text.optional(),
})

/** The fields that are read and kept; whatever else a description holds is left out. */
const fields = {
  type: text,
  title: text,
  'container-title': text,
  'collection-title': text,
  publisher: text,
  'publisher-place': text,
  'event-title': text,
  genre: text,
  number: text,
  volume: text,
  issue: text,
  page: text,
  edition: text,
  DOI: text,
  ISBN: text,
  ISSN: text,
  URL: text,
  language: text,
  author: names,
  editor: names,
  translator: names,
  issued: date,
  accessed: date,
} as const

type Field = keyof typeof fields
export type CslName = z.infer<typeof name>
export type CslDate = z.infer<typeof date>
/** A source as CSL JSON describes it, as far as it is used here. */
export type CslItem = { readonly [Name in Field]?: z.infer<(typeof fields)[Name]> }

/** What of a description can be used; a field that is not as CSL JSON wants it is left out, never an error. */
export const readCsl = (value: unknown): CslItem => {
  if (typeof value !== 'object' || value === null) return {}
  const given = new Map(Object.entries(value))
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, schema]) => {
      const read = schema.safeParse(given.get(field))
      return read.success ? [[field, read.data]] : []
    }),
  )
}

/** The name that a source goes by: the family name of its first author or editor, or the name of a body. */
export const firstName = ({ author = [], editor = [] }: CslItem): string => {
  const [first] = author.length > 0 ? author : editor
  return first?.family ?? first?.literal ?? first?.given ?? ''
}

/** The year of a date, or null where it says none. */
export const yearOf = (when: CslDate | undefined): number | null => {
  const year = when?.['date-parts']?.[0]?.[0]
  if (year !== undefined) return year
  const [digits] = /\d{4}/u.exec(when?.raw ?? when?.literal ?? '') ?? []
  return digits === undefined ? null : Number(digits)
}
