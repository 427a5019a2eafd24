import type { CslName } from '../../../shared/csl.ts'
import { holdsVariable, silence, type Context, type Said } from './context.ts'
import { affixed, joined, run, type Run } from './runs.ts'
import type { StyleNode } from './style.ts'

const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u

/** An option of names: of the element itself, else of the citation, the bibliography or the whole style. */
const optionsOf = (node: StyleNode | undefined, { layout }: Context) => {
  const inherited: Readonly<Record<string, string>> = { form: 'name-form', delimiter: 'name-delimiter' }
  return (name: string, otherwise = ''): string =>
    node?.attributes.get(name) ?? layout.options.get(inherited[name] ?? name) ?? otherwise
}
type Options = ReturnType<typeof optionsOf>

const initials = (given: string, mark: string): string =>
  given
    .split(/\s+/u)
    .map((word) =>
      word
        .split('-')
        .map((part) => `${Array.from(part)[0] ?? ''}${mark.trimEnd()}`)
        .join('-'),
    )
    .join(mark.endsWith(' ') ? ' ' : '')

const sayName = (name: CslName, inverted: boolean, option: Options): string => {
  const { family = '', given = '', literal, suffix } = name
  if (literal !== undefined || family === '') return literal ?? given
  const last = [name['non-dropping-particle'], family].filter(Boolean).join(' ')
  if (option('form') === 'short') return last
  if (unspaced.test(family) && unspaced.test(given)) return `${family}${given}`
  const mark = option('initialize-with', '\0')
  const first = mark === '\0' ? given : initials(given, mark)
  const dropping = name['dropping-particle']
  const separator = option('sort-separator', ', ')
  if (inverted) {
    return [last, [first, dropping].filter(Boolean).join(' '), suffix].filter(Boolean).join(separator)
  }
  return [first, dropping, last, suffix].filter(Boolean).join(' ')
}

const precedesLast = (option: Options, shown: number, inverted: boolean): boolean => {
  switch (option('delimiter-precedes-last', 'contextual')) {
    case 'always':
      return true
    case 'never':
      return false
    case 'after-inverted-name':
      return inverted
    default:
      return shown > 2
  }
}

const sayList = (names: readonly CslName[], node: StyleNode | undefined, context: Context): string => {
  const option = optionsOf(node, context)
  const order = option('name-as-sort-order')
  const isInverted = (i: number): boolean => order === 'all' || (order === 'first' && i === 0)
  const delimiter = option('delimiter', ', ')
  const least = Number(option('et-al-min', '0'))
  const isCut = least > 0 && names.length >= least
  const shown = isCut ? names.slice(0, Math.max(1, Number(option('et-al-use-first', '1')))) : names
  const said = shown.map((name, i) => sayName(name, isInverted(i), option))
  if (isCut && shown.length < names.length) {
    const others = context.tongue.term('et-al', 'long', false)
    return `${said.join(delimiter)}${said.length > 1 ? delimiter : ' '}${others}`
  }
  const and = option('and')
  const last = said.at(-1) ?? ''
  if (said.length < 2 || and === '') return said.join(delimiter)
  const word = and === 'symbol' ? '&' : context.tongue.term('and', 'long', false)
  const before = precedesLast(option, said.length, isInverted(said.length - 2)) ? delimiter : ' '
  return `${said.slice(0, -1).join(delimiter)}${before}${word} ${last}`
}

const sayVariable = (variable: string, node: StyleNode, context: Context): readonly Run[] => {
  const { item, tongue } = context
  const found: unknown = new Map<string, unknown>(Object.entries(item)).get(variable)
  const names = Array.isArray(found) && holdsVariable(context, variable) ? (found as readonly CslName[]) : []
  if (names.length === 0) return []
  const child = (name: string) => node.children.find((each) => each.name === name)
  const list = run(sayList(names, child('name'), context))
  const label = child('label')
  if (!label) return list
  const form = label.attributes.get('form') ?? 'long'
  const word = affixed(
    run(tongue.term(variable, form, names.length > 1)),
    label.attributes.get('prefix'),
    label.attributes.get('suffix'),
  )
  const isFirst = node.children.indexOf(label) < node.children.findIndex(({ name }) => name === 'name')
  return isFirst ? [...word, ...list] : [...list, ...word]
}

/**
 * Says names: of every variable that holds some; where none does, of the first substitute that says anything, which is
 * then not said again.
 */
export const sayNames = (
  node: StyleNode,
  context: Context,
  say: (node: StyleNode, context: Context) => Said,
): Said => {
  const variables = (node.attributes.get('variable') ?? '').split(/\s+/u)
  const found = variables.map((variable) => sayVariable(variable, node, context))
  const runs = joined(found, node.attributes.get('delimiter') ?? ', ')
  if (runs.length > 0) return { runs, asked: 1, given: 1 }
  const substitutes = node.children.find(({ name }) => name === 'substitute')?.children ?? []
  const manner = node.children.filter(({ name }) => name !== 'substitute')
  for (const each of substitutes) {
    // Names without more take over how those are said that they stand in for.
    const own = each.name === 'names' && each.children.length === 0 ? { ...each, children: manner } : each
    const said = say(own, context)
    if (said.runs.length === 0) continue
    for (const variable of (each.attributes.get('variable') ?? '').split(/\s+/u)) context.spent.add(variable)
    for (const variable of namedIn(each, context)) context.spent.add(variable)
    return { ...said, asked: 1, given: 1 }
  }
  return { ...silence, asked: 1 }
}

/** The variables that a substitute says by way of a macro. */
const namedIn = (node: StyleNode, { style }: Context): readonly string[] => {
  const macro = style.macros.get(node.attributes.get('macro') ?? '')
  const below = (each: StyleNode): readonly string[] => [
    ...(each.name === 'text' ? [each.attributes.get('variable') ?? ''] : []),
    ...each.children.flatMap(below),
  ]
  return macro ? below(macro).filter(Boolean) : []
}
