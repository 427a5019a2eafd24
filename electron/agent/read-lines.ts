import { propertyOf, type Shape } from './json-of.ts'

/** Fields that stand in lines, tables or list items, of one entry. */
type Entry = Readonly<Record<string, string | readonly string[]>>

/** An entry whose lines still come: what they say of each field, and whether that is a list. */
type Growing = Map<string, { readonly isList: boolean; readonly said: string[] }>

const entryOf = (growing: Growing): Entry =>
  Object.fromEntries(
    Array.from(growing, ([name, { isList, said }]) => [name, isList ? said : said.join(' ').trim()]),
  )

type Field = readonly [name: string, value: string]

const mark = /^\s*(?:[-*+•]|(?<number>\d{1,4})[.)])\s+/u

/** A text without the marks of emphasis, quotes and code around it, and the comma behind. */
const bare = (text: string): string =>
  text
    .trim()
    .replace(/^[*_`"'“”]+|(?<![*_`"'“”,])[*_`"'“”,]+$/gu, '')
    .trim()

const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^\||\|$/gu, '')
    .split('|')
    .map(bare)

const isRule = (line: string): boolean => line.includes('--') && /^[\s|:-]+$/u.test(line)

/** The entries of a Markdown table whose header names the fields. */
const inTable = (shape: Shape, lines: readonly string[]): readonly Entry[] => {
  const rule = lines.findIndex((line) => isRule(line) && line.includes('|'))
  const names = cellsOf(lines[rule - 1] ?? '').map((cell) => propertyOf(shape, cell))
  if (names.filter((name) => name !== undefined).length < 2) return []
  const end = lines.findIndex((line, i) => i > rule && !line.includes('|'))
  return lines.slice(rule + 1, end < 0 ? undefined : end).map((line) => {
    const cells = cellsOf(line)
    return Object.fromEntries(
      names.flatMap((name, i) => {
        const cell = cells[i] ?? ''
        return name === undefined || cell === '' ? [] : [[name, cell] as const]
      }),
    )
  })
}

const fieldIn = (shape: Shape, line: string): Field | null => {
  const match =
    /^[\s>#*_`"'“”-]*(?<key>\p{L}[\p{L}\p{N} _-]{0,30}?)[*_`"'“”\s]*[:=：]\**\s*(?<value>.*)$/u.exec(
      line.replace(mark, ''),
    )
  const name = match?.groups && propertyOf(shape, match.groups['key'] ?? '')
  const value = match?.groups?.['value'] ?? ''
  return name === undefined ? null : [name, /^[|>][-+]?$/u.test(value.trim()) ? '' : bare(value)]
}

const isList = (shape: Shape, name: string | null): boolean =>
  name !== null && shape.properties?.[name]?.type === 'array'

/** The name of the field that holds an entry's number. */
const numberOf = ({ properties = {}, required = [] }: Shape): string | undefined =>
  required.find((name) => properties[name]?.type === 'integer')

/** Adds a field that a line holds to an entry, and the number of the item that the line begins. */
const addField = (shape: Shape, entry: Growing, [name, value]: Field, line: string): void => {
  const [number, n] = [numberOf(shape), mark.exec(line)?.groups?.['number']]
  if (number !== undefined && n !== undefined && !entry.has(number)) {
    entry.set(number, { isList: false, said: [n] })
  }
  const begins = isList(shape, name) && value === ''
  entry.set(name, { isList: begins, said: begins ? [] : [value] })
}

/** Entries whose fields stand in lines of their own, `field: value`; an entry ends where a field of it comes again. */
const inFields = (shape: Shape, lines: readonly string[]): readonly Entry[] => {
  const entries: Growing[] = []
  let [current, last]: [Growing, string | null] = [new Map(), null]
  for (const line of lines) {
    const field = fieldIn(shape, line)
    const open = last === null ? undefined : current.get(last)
    if (field) {
      const isNext = current.has(field[0]) || (last !== null && /^(?:[-*+•]|\d+[.)])\s/u.test(line))
      if (isNext) {
        entries.push(current)
        current = new Map()
      }
      addField(shape, current, field, line)
      last = field[0]
    } else if (open && line.trim() !== '') open.said.push(bare(open.isList ? line.replace(mark, '') : line))
    else if (!isList(shape, last)) last = null
  }
  return [...entries, ...(current.size > 0 ? [current] : [])].map(entryOf)
}

const separators = [/(?<!\s)\s+\|\s+|\t+/u, /(?<!\s)\s+[–—]\s+/u, /(?<!\s)\s+-\s+/u, /:\**\s+/u] as const

/** Entries that stand in list items without their fields' names: a number, then the rest in the order that was asked. */
const inItems = (shape: Shape, lines: readonly string[]): readonly Entry[] => {
  const number = numberOf(shape)
  const names = Object.keys(shape.properties ?? {}).filter(
    (name) => name !== number && ['string', 'boolean'].includes(String(shape.properties?.[name]?.type)),
  )
  const needed = (shape.required ?? []).filter((name) => name !== number).length
  return lines.flatMap((line) => {
    const item = mark.exec(line) ?? /^\s*(?:#+\s*)?\p{L}+ (?<number>\d{1,4})[.:)]\s+/u.exec(line)
    const n = item?.groups?.['number']
    const rest = item ? line.slice(item[0].length) : ''
    if (number === undefined || n === undefined) return []
    const separator = names.length > 1 ? separators.find((each) => each.test(rest)) : undefined
    const cells = separator ? rest.split(separator) : [rest]
    const most = names.length
    const kept = [...cells.slice(0, most - 1), cells.slice(most - 1).join(', ')].map(bare).filter(Boolean)
    if (kept.length < needed) return []
    return [{ [number]: n, ...Object.fromEntries(kept.map((cell, i) => [names[i] ?? '', cell] as const)) }]
  })
}

const listIn = (items: Shape, lines: readonly string[]): readonly Entry[] => {
  if (items.type !== 'object') return []
  const fields = [inTable(items, lines), inFields(items, lines)].find((entries) => entries.length > 0) ?? []
  const isBare = fields.every((entry) => Object.keys(entry).length < 2)
  const found = isBare ? inItems(items, lines) : []
  return found.length > 0 ? found : fields
}

/** One object: fields of its own, and the entries of the list of objects that it may hold. */
const objectIn = (shape: Shape, lines: readonly string[]): Readonly<Record<string, unknown>> | null => {
  const properties = shape.properties ?? {}
  const inner = Object.keys(properties).find((name) => properties[name]?.items?.type === 'object')
  const { [inner ?? '']: list, ...own } = properties
  const isInner = (line: string): boolean =>
    list?.items !== undefined &&
    fieldIn({ properties: own }, line) === null &&
    fieldIn(list.items, line) !== null
  const [fields] = inFields(
    { properties: own },
    lines.filter((line) => !isInner(line) && fieldIn(shape, line)?.[0] !== inner),
  )
  if (!fields) return null
  const items = list?.items
  const entries = items
    ? listIn(
        items,
        lines.filter((line) => !fieldIn({ properties: own }, line)),
      )
    : []
  return { ...fields, ...(inner !== undefined && entries.length > 0 && { [inner]: entries }) }
}

/**
 * What a reply without JSON says in lines `field: value` (as in YAML), in a Markdown table, or in the items of a list;
 * all as text, to be brought into shape. Null where there is nothing of the kind.
 */
export const readLines = (shape: Shape, reply: string): unknown => {
  const lines = reply.split(/\r?\n/u).filter((line) => !/^\s*(?:```|~~~|---\s*$)/u.test(line))
  if (shape.type === 'object') return objectIn(shape, lines)
  const entries = shape.items ? listIn(shape.items, lines) : []
  return entries.length > 0 ? entries : null
}

const kindOf = ({ type, enum: allowed, items }: Shape): string => {
  if (allowed) return allowed.join(' or ')
  if (type === 'integer') return 'a whole number'
  if (type === 'number') return 'a number'
  if (type === 'boolean') return 'yes or no'
  if (type === 'array')
    return items?.type === 'integer' ? 'numbers, with commas between' : 'words, with ; between'
  return 'words'
}

const fieldLines = (shape: Shape): readonly string[] =>
  Object.entries(shape.properties ?? {})
    .filter(([, own]) => own.items?.type !== 'object')
    .map(
      ([name, own]) =>
        `${name}: ${kindOf(own)}${shape.required?.includes(name) ? '' : ' (leave it out where there is nothing)'}`,
    )

/** How a structure is asked for in lines, which a model manages that writes no JSON. */
export const lineForm = (shape: Shape): string => {
  const inner = Object.entries(shape.properties ?? {}).find(([, own]) => own.items?.type === 'object')
  const entry = shape.items ?? inner?.[1].items
  return [
    'Write no JSON this time but plain lines, one for each field, each with the name of its field:',
    ...fieldLines(shape),
    ...(entry ? ['and for every entry, with an empty line before it:', ...fieldLines(entry)] : []),
  ].join('\n')
}
