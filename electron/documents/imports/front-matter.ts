import { parse } from 'yaml'
import { readCsl, type CslItem } from '../../../shared/csl.ts'
import { dateOf } from './date-of.ts'
import { namesOf } from './name-of.ts'

const words = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 1_000) : ''

const authors = (value: unknown): string | readonly string[] => {
  if (!Array.isArray(value)) return words(value)
  return value.map((each: unknown) =>
    typeof each === 'object' && each !== null && 'name' in each ? words(each.name) : words(each),
  )
}

const fieldsOf = (front: string): Readonly<Record<string, unknown>> => {
  try {
    const read: unknown = parse(front.replace(/^---.*|^---[ \t]*$/gmu, ''), { maxAliasCount: 10 })
    return typeof read === 'object' && read !== null ? { ...read } : {}
  } catch {
    return {}
  }
}

/** What the front matter of a Markdown file says of the file: title, authors, date, publisher, address. */
export const describedInFront = (front: string): CslItem => {
  const fields = fieldsOf(front)
  const [title, date] = [words(fields['title']), dateOf(words(fields['date']))]
  const author = namesOf(authors(fields['author'] ?? fields['authors']))
  return readCsl({
    type: 'document',
    ...(title && { title }),
    ...(author.length > 0 && { author }),
    ...(date && { issued: date }),
    publisher: words(fields['publisher']),
    URL: words(fields['url']),
    language: words(fields['lang'] ?? fields['language']),
  })
}
