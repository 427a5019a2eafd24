import type { CslItem } from '../../../shared/csl.ts'
import type { Locator } from './locator.ts'
import type { Run } from './runs.ts'
import type { Layout, Style } from './style.ts'
import type { Tongue } from './terms.ts'

/** One source, as one output of a style sees it. */
export type Context = {
  readonly style: Style
  readonly layout: Layout
  readonly tongue: Tongue
  readonly item: CslItem
  /** What tells sources of one author and year apart: `a`, `b`, … or ''. */
  readonly yearSuffix: string
  readonly number: number
  readonly locator: Locator | null
  /** Variables that stood in for others and are not to be said again. */
  readonly spent: Set<string>
}

/** What an element says; `asked` and `given` count the variables it names and those of them that hold anything. */
export type Said = { readonly runs: readonly Run[]; readonly asked: number; readonly given: number }

export const silence: Said = { runs: [], asked: 0, given: 0 }

/** The text of a variable that is neither a name nor a date; '' where there is none. */
export const variableText = (context: Context, name: string): string => {
  const { item, locator, yearSuffix, number, spent } = context
  if (spent.has(name)) return ''
  if (name === 'locator') return locator?.value ?? ''
  if (name === 'year-suffix') return yearSuffix
  if (name === 'citation-number') return String(number)
  const value: unknown = new Map<string, unknown>(Object.entries(item)).get(name)
  return typeof value === 'string' ? value : ''
}

/** Whether a variable of any kind holds something. */
export const holdsVariable = (context: Context, name: string): boolean => {
  if (context.spent.has(name)) return false
  const value: unknown = new Map<string, unknown>(Object.entries(context.item)).get(name)
  return variableText(context, name) !== '' || (typeof value === 'object' && value !== null)
}
