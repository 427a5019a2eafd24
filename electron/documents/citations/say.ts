import { holdsVariable, silence, variableText, type Context, type Said } from './context.ts'
import { affixed, joined, mapText, run, withLook, type Look, type Run } from './runs.ts'
import { sayDate } from './say-date.ts'
import { sayNames } from './say-names.ts'
import type { StyleNode } from './style.ts'

const changeCase = (runs: readonly Run[], to: string): readonly Run[] => {
  switch (to) {
    case 'lowercase':
      return mapText(runs, (text) => text.toLowerCase())
    case 'uppercase':
      return mapText(runs, (text) => text.toUpperCase())
    case 'capitalize-first':
      return mapText(runs, (text, first) => (first ? text.replace(/^\p{Ll}/u, (x) => x.toUpperCase()) : text))
    default:
      return runs
  }
}

const lookOf = (attributes: StyleNode['attributes']): Look => ({
  ...(attributes.get('font-style') === 'italic' && { italic: true }),
  ...(attributes.get('font-weight') === 'bold' && { bold: true }),
})

/** What an element says, as the element wants it to look. */
const dressed = ({ attributes }: StyleNode, said: Said, { tongue }: Context): Said => {
  if (said.runs.length === 0) return said
  const stripped =
    attributes.get('strip-periods') === 'true'
      ? mapText(said.runs, (text) => text.replaceAll('.', ''))
      : said.runs
  const cased = changeCase(stripped, attributes.get('text-case') ?? '')
  const looked = withLook(cased, lookOf(attributes))
  const [open, close] = tongue.quotes
  const quoted = attributes.get('quotes') === 'true' ? affixed(looked, open, close) : looked
  return { ...said, runs: affixed(quoted, attributes.get('prefix'), attributes.get('suffix')) }
}

/** Where a variable leads, for those that are addresses. */
const addressOf = (variable: string, value: string): string | undefined => {
  if (variable === 'DOI') return `https://doi.org/${value}`
  return variable === 'URL' && /^https?:\/\//u.test(value) ? value : undefined
}

const ofVariable = (node: StyleNode, variable: string, context: Context): Said => {
  const value = variableText(context, variable)
  const said = dressed(node, { runs: run(value), asked: 1, given: value === '' ? 0 : 1 }, context)
  const url = addressOf(variable, value)
  return url === undefined ? said : { ...said, runs: withLook(said.runs, { url }) }
}

const sayText = (node: StyleNode, context: Context): Said => {
  const { attributes } = node
  const [variable, macro, term] = ['variable', 'macro', 'term'].map((name) => attributes.get(name))
  if (variable !== undefined) return ofVariable(node, variable, context)
  if (macro !== undefined) {
    const found = context.style.macros.get(macro)
    return found ? dressed(node, sayAll(found.children, context, ''), context) : silence
  }
  const form = attributes.get('form') ?? 'long'
  const text =
    term === undefined
      ? (attributes.get('value') ?? '')
      : context.tongue.term(term, form, attributes.get('plural') === 'true')
  return dressed(node, { ...silence, runs: run(text) }, context)
}

const ordinal = (value: string, tag: string): string => {
  const number = Number(value)
  if (!/^en\b/u.test(tag)) return `${number}.`
  const rule = new Intl.PluralRules('en', { type: 'ordinal' }).select(number)
  return `${number}${{ one: 'st', two: 'nd', few: 'rd' }[rule as string] ?? 'th'}`
}

const sayNumber = (node: StyleNode, context: Context): Said => {
  const variable = node.attributes.get('variable') ?? ''
  const value = variableText(context, variable)
  const isOrdinal = node.attributes.get('form') === 'ordinal' && /^\d+$/u.test(value)
  const text = isOrdinal ? ordinal(value, context.tongue.tag) : value
  return dressed(node, { runs: run(text), asked: 1, given: text === '' ? 0 : 1 }, context)
}

/** The term of a number variable or of the place cited, one or several as the number says. */
const sayLabel = (node: StyleNode, context: Context): Said => {
  const variable = node.attributes.get('variable') ?? ''
  const value = variableText(context, variable)
  const term = variable === 'locator' ? (context.locator?.label ?? '') : variable
  if (value === '' || term === '') return silence
  const plural = node.attributes.get('plural') ?? 'contextual'
  const isSeveral = plural === 'always' || (plural === 'contextual' && /\d\s*[-–,&]\s*\d/u.test(value))
  const form = node.attributes.get('form') ?? 'long'
  return dressed(node, { ...silence, runs: run(context.tongue.term(term, form, isSeveral)) }, context)
}

const holds = (condition: StyleNode, context: Context): boolean => {
  const tests = [...condition.attributes].flatMap(([name, value]): readonly boolean[] => {
    const each = value.split(/\s+/u)
    if (name === 'type') return each.map((type) => type === context.item.type)
    if (name === 'variable') return each.map((variable) => holdsVariable(context, variable))
    if (name === 'is-numeric') return each.map((variable) => /^\d+$/u.test(variableText(context, variable)))
    if (name === 'locator') return each.map((label) => label === context.locator?.label)
    return name === 'match' ? [] : each.map(() => false)
  })
  switch (condition.attributes.get('match')) {
    case 'any':
      return tests.some(Boolean)
    case 'none':
      return !tests.some(Boolean)
    default:
      return tests.every(Boolean)
  }
}

const sayGroup = (node: StyleNode, context: Context): Said => {
  const said = sayAll(node.children, context, node.attributes.get('delimiter') ?? '')
  // A group that names variables says nothing where none of them holds anything.
  return said.asked > 0 && said.given === 0 ? { ...said, runs: [] } : dressed(node, said, context)
}

/** What elements say one after the other. */
export const sayAll = (nodes: readonly StyleNode[], context: Context, delimiter: string): Said => {
  const all = nodes.map((node) => say(node, context))
  return {
    runs: joined(
      all.map(({ runs }) => runs),
      delimiter,
    ),
    asked: all.reduce((sum, { asked }) => sum + asked, 0),
    given: all.reduce((sum, { given }) => sum + given, 0),
  }
}

/** What one element of a style says of a source. An element that is not known says nothing. */
const say = (node: StyleNode, context: Context): Said => {
  switch (node.name) {
    case 'text':
      return sayText(node, context)
    case 'number':
      return sayNumber(node, context)
    case 'label':
      return sayLabel(node, context)
    case 'date':
      return dressed(node, sayDate(node, context), context)
    case 'names':
      return dressed(node, sayNames(node, context, say), context)
    case 'group':
      return sayGroup(node, context)
    case 'choose': {
      const chosen = node.children.find((each) => each.name === 'else' || holds(each, context))
      return chosen ? sayAll(chosen.children, context, '') : silence
    }
    default:
      return silence
  }
}
