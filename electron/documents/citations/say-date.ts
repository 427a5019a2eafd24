import type { CslDate } from '../../../shared/csl.ts'
import { silence, type Context, type Said } from './context.ts'
import { affixed, joined, run, type Run } from './runs.ts'
import type { StyleNode } from './style.ts'

const dayOf = ([year = 0, month = 1, day = 1]: readonly number[]): Date => {
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year)
  return date
}

const partsWanted = (node: StyleNode): number => {
  const wanted = node.attributes.get('date-parts') ?? 'year-month-day'
  return wanted === 'year' ? 1 : wanted === 'year-month' ? 2 : 3
}

/** A whole date as the language writes it, as far as it is known and wanted. */
const localized = (parts: readonly number[], node: StyleNode, tag: string): string => {
  const known = parts.slice(0, partsWanted(node))
  const month = node.attributes.get('form') === 'numeric' ? '2-digit' : 'long'
  return new Intl.DateTimeFormat(tag, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(known.length > 1 && { month }),
    ...(known.length > 2 && { day: 'numeric' }),
  }).format(dayOf(known))
}

const sayPart = (parts: readonly number[], node: StyleNode, tag: string): readonly Run[] => {
  const { attributes } = node
  const at = ['year', 'month', 'day'].indexOf(attributes.get('name') ?? '')
  const value = parts[at]
  if (value === undefined) return []
  const form = attributes.get('form') ?? 'long'
  const isWord = at === 1 && (form === 'long' || form === 'short')
  const month = { timeZone: 'UTC', month: form === 'short' ? 'short' : 'long' } as const
  const text = isWord ? new Intl.DateTimeFormat(tag, month).format(dayOf([2000, value, 1])) : String(value)
  return affixed(run(text), attributes.get('prefix'), attributes.get('suffix'))
}

const sayOne = (parts: readonly number[], node: StyleNode, tag: string): readonly Run[] => {
  if (node.attributes.has('form')) return run(localized(parts, node, tag))
  const wanted = node.children.filter(({ name }) => name === 'date-part')
  return joined(
    wanted.map((part) => sayPart(parts, part, tag)),
    node.attributes.get('delimiter') ?? '',
  )
}

/** Says a date: in parts, or whole in one of the language's forms; what is no date but words stands as it is. */
export const sayDate = (node: StyleNode, { item, tongue, spent }: Context): Said => {
  const variable = node.attributes.get('variable') ?? ''
  const found = spent.has(variable) ? undefined : new Map<string, unknown>(Object.entries(item)).get(variable)
  if (typeof found !== 'object' || found === null) return { ...silence, asked: 1 }
  const date: CslDate = found
  const [from, to] = date['date-parts'] ?? []
  const start = from ? sayOne(from, node, tongue.tag) : run(date.literal ?? date.raw ?? '')
  const end = to ? sayOne(to, node, tongue.tag) : []
  const runs = end.length > 0 ? [...start, ...run('–'), ...end] : start
  return { runs, asked: 1, given: runs.length > 0 ? 1 : 0 }
}
