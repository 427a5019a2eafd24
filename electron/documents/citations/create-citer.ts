import type { CitedSource } from '../../../shared/citations.ts'
import type { CslDate, CslItem } from '../../../shared/csl.ts'
import { holdsVariable, variableText, type Context } from './context.ts'
import { locatorOf } from './locator.ts'
import { affixed, joined, plainRuns, run, tidied, type Run } from './runs.ts'
import { sayAll } from './say.ts'
import type { Layout, Style } from './style.ts'
import { tongueOf } from './terms.ts'

/** What formats the citations of one document in one style. */
export type Citer = {
  /** A citation as it is printed; a source that is not known stays as it was written. */
  readonly cite: (sources: readonly CitedSource[]) => readonly Run[]
  /** The sources that are cited, in the style's order, as they are printed. */
  readonly bibliography: readonly { readonly key: string; readonly runs: readonly Run[] }[]
}

type Entry = { readonly key: string; readonly item: CslItem; number: number; yearSuffix: string }

const sortableDate = ({ 'date-parts': parts, literal, raw }: CslDate): string =>
  (parts?.[0] ?? []).map((part) => String(part).padStart(5, '0')).join('-') || (literal ?? raw ?? '')

const sortValue = (macro: string | undefined, variable: string | undefined, context: Context): string => {
  if (macro !== undefined)
    return plainRuns(sayAll(context.style.macros.get(macro)?.children ?? [], context, '').runs)
  const name = variable ?? ''
  if (!holdsVariable(context, name)) return ''
  if (name === 'issued' || name === 'accessed') return sortableDate(context.item[name] ?? {})
  return variableText(context, name)
}

const letters = (n: number): string =>
  n < 26 ? String.fromCharCode(97 + n) : `${letters(Math.floor(n / 26) - 1)}${letters(n % 26)}`

const contextFor = (style: Style, layout: Layout, tag: string) => {
  const tongue = tongueOf(tag)
  return ({ item, number, yearSuffix }: Entry, place = ''): Context => ({
    style,
    layout,
    tongue,
    item,
    number,
    yearSuffix,
    locator: locatorOf(place),
    spent: new Set(),
  })
}
type ContextFor = ReturnType<typeof contextFor>

/** Puts entries in the order of a layout; without one, or where they are alike, they stay as they are. */
const sorted = (entries: readonly Entry[], { sort }: Layout, context: ContextFor, tag: string): Entry[] => {
  const collator = new Intl.Collator(tag, { numeric: true, ignorePunctuation: true })
  const keys = sort.map(({ attributes }) => ({
    value: (entry: Entry) => sortValue(attributes.get('macro'), attributes.get('variable'), context(entry)),
    sign: attributes.get('sort') === 'descending' ? -1 : 1,
  }))
  const values = new Map(entries.map((entry) => [entry, keys.map(({ value }) => value(entry))]))
  return entries.toSorted((a, b) => {
    for (const [i, { sign }] of keys.entries()) {
      const [left = '', right = ''] = [values.get(a)?.[i], values.get(b)?.[i]]
      // What is missing comes last.
      if ((left === '') !== (right === '')) return left === '' ? 1 : -1
      const order = collator.compare(left, right) * sign
      if (order !== 0) return order
    }
    return 0
  })
}

/** Gives letters to entries that would be cited in the same words. */
const tellApart = (entries: readonly Entry[], { layout, options }: Layout, context: ContextFor): void => {
  if (options.get('disambiguate-add-year-suffix') !== 'true') return
  const alike = Map.groupBy(entries, (entry) => plainRuns(sayAll(layout.children, context(entry), '').runs))
  for (const group of alike.values()) {
    if (group.length > 1) for (const [i, entry] of group.entries()) entry.yearSuffix = letters(i)
  }
}

type Cite = { readonly entry: Entry | undefined; readonly source: CitedSource }

/** Cites in a row whose numbers follow each other, three or more, as the first and the last of them. */
const ranges = (cites: readonly Cite[]): readonly (readonly Cite[])[] => {
  const rows: Cite[][] = []
  for (const cite of cites) {
    const row = rows.at(-1)
    const last = row?.at(-1)
    const follows =
      cite.entry &&
      last?.entry &&
      cite.entry.number === last.entry.number + 1 &&
      !cite.source.place &&
      !last.source.place
    if (row && follows) row.push(cite)
    else rows.push([cite])
  }
  return rows.flatMap((row) => (row.length > 2 ? [row] : row.map((cite) => [cite])))
}

/**
 * Formats citations and a bibliography. `items` are the sources by key; `cited` the keys in the order in which the text
 * first cites them: those that are known make the bibliography. The same input always gives the same output.
 */
export const createCiter = (
  style: Style,
  tag: string,
  items: ReadonlyMap<string, CslItem>,
  cited: readonly string[],
): Citer => {
  const inText = contextFor(style, style.citation, tag)
  const inList = contextFor(style, style.bibliography, tag)
  const known = [...new Set(cited)].flatMap((key): readonly Entry[] => {
    const item = items.get(key)
    return item ? [{ key, item, number: 0, yearSuffix: '' }] : []
  })
  const entries = sorted(known, style.bibliography, inList, tag)
  for (const [i, entry] of entries.entries()) entry.number = i + 1
  tellApart(entries, style.citation, inText)
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  const { signsInQuotes } = tongueOf(tag)
  const { layout, options } = style.citation
  const sayCite = ({ entry, source }: Cite): readonly Run[] => {
    const written = `@${source.key}${source.place && `, ${source.place}`}`
    return entry ? sayAll(layout.children, inText(entry, source.place), '').runs : run(written)
  }
  const order = (cites: readonly Cite[]): readonly Cite[] => {
    const found = sorted(
      cites.flatMap(({ entry }) => entry ?? []),
      style.citation,
      inText,
      tag,
    )
    const rank = (entry: Entry | undefined): number => (entry ? found.indexOf(entry) : found.length)
    return style.citation.sort.length === 0 ? cites : cites.toSorted((a, b) => rank(a.entry) - rank(b.entry))
  }
  const cite: Citer['cite'] = (sources) => {
    const cites = order(sources.map((source) => ({ source, entry: byKey.get(source.key) })))
    const rows = options.get('collapse') === 'citation-number' ? ranges(cites) : cites.map((each) => [each])
    const said = rows.map((row) => {
      const [first, last] = [row[0], row.at(-1)]
      if (!first || !last || first === last) return first ? sayCite(first) : []
      return [...sayCite(first), ...run('–'), ...sayCite(last)]
    })
    const runs = joined(said, layout.attributes.get('delimiter') ?? ', ')
    return tidied(
      affixed(runs, layout.attributes.get('prefix'), layout.attributes.get('suffix')),
      signsInQuotes,
    )
  }
  const list = style.bibliography.layout
  return {
    cite,
    bibliography: entries.map((entry) => {
      const { runs } = sayAll(list.children, inList(entry), list.attributes.get('delimiter') ?? '')
      const whole = affixed(runs, list.attributes.get('prefix'), list.attributes.get('suffix'))
      return { key: entry.key, runs: tidied(whole, signsInQuotes) }
    }),
  }
}
