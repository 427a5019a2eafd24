import type { JsonSchema } from '../../../shared/model.ts'
import { wholeNumbers } from './whole-numbers.ts'

/** Repetitions above this make the engine slow; beyond it a bound is left to whoever validates. */
const mostRepeated = 512

/** Rules by name, and those of `$ref` that are being made or are made. */
type Rules = { readonly all: Map<string, string>; readonly root: JsonSchema }

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const schemasIn = (value: unknown): readonly JsonSchema[] =>
  Array.isArray(value) ? value.filter(isSchema) : []

const numberIn = (schema: JsonSchema, key: string): number | undefined =>
  typeof schema[key] === 'number' ? schema[key] : undefined

/** A text that must stand there to the letter. */
const literal = (text: string): string =>
  `"${text.replace(/[\\"]/gu, '\\$&').replace(/\n/gu, '\\n').replace(/\r/gu, '\\r')}"`

const oneOf = (ways: readonly string[]): string =>
  ways.length === 1 ? `${ways[0]}` : `(${ways.join(' | ')})`

/** `min` to `max` times; open above where `max` is undefined or too large to be worth its rules. */
const times = (what: string, min: number, max: number | undefined): string => {
  const least = Math.min(min, mostRepeated)
  if (max === undefined || max > mostRepeated) return least === 0 ? `${what}*` : `${what}{${least},}`
  return `${what}{${least},${Math.max(least, max)}}`
}

/** What may stand in a string: no control characters, no halves of letters, and no more than ten ways to escape. */
const character = String.raw`([ !#-\[\]-~\u00A0-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF] | "\\" ["\\/bfnrt])`

const text = (schema: JsonSchema): string => {
  const [min, max] = [numberIn(schema, 'minLength') ?? 0, numberIn(schema, 'maxLength')]
  return `"\\"" ${times('character', min, max)} "\\""`
}

/** The least and the greatest whole number that a schema allows. */
const boundsOf = (schema: JsonSchema): readonly [number | undefined, number | undefined] => {
  const [above, below] = [numberIn(schema, 'exclusiveMinimum'), numberIn(schema, 'exclusiveMaximum')]
  const min = numberIn(schema, 'minimum') ?? (above === undefined ? undefined : Math.floor(above) + 1)
  const max = numberIn(schema, 'maximum') ?? (below === undefined ? undefined : Math.ceil(below) - 1)
  return [min === undefined ? min : Math.ceil(min), max === undefined ? max : Math.floor(max)]
}

const decimal = '"-"? ("0" | [1-9] [0-9]{0,14}) ("." [0-9]{1,6})?'

const list = (schema: JsonSchema, rules: Rules): string => {
  const first = schemasIn(schema['prefixItems']).map((each) => valueOf(each, rules))
  if (first.length > 0) return `"[" ${first.join(' comma ')} "]"`
  const item = valueOf(isSchema(schema['items']) ? schema['items'] : {}, rules)
  const [min, max] = [numberIn(schema, 'minItems') ?? 0, numberIn(schema, 'maxItems')]
  if (max === 0) return '"[]"'
  const items = `${item} ${times(`(comma ${item})`, Math.max(0, min - 1), max && max - 1)}`
  return min === 0 ? `"[" (${items})? "]"` : `"[" ${items} "]"`
}

type Member = { readonly rule: string; readonly isRequired: boolean }

/** Members in the order of the schema; those that may be left out may be, and commas stand between what is left. */
const members = ([first, ...rest]: readonly Member[]): string => {
  if (!first) return ''
  const others = rest.map(({ rule, isRequired }) => (isRequired ? `comma ${rule}` : `(comma ${rule})?`))
  const withFirst = [first.rule, ...others].join(' ')
  if (first.isRequired) return withFirst
  const without = members(rest)
  return without === '' ? `(${withFirst})?` : `(${withFirst} | ${without})`
}

const object = (schema: JsonSchema, rules: Rules): string => {
  const { properties, required, propertyNames, additionalProperties } = schema
  if (!isSchema(properties) || Object.keys(properties).length === 0) {
    if (additionalProperties === false) return '"{}"'
    const name = isSchema(propertyNames) ? valueOf(propertyNames, rules) : 'string'
    const value = valueOf(isSchema(additionalProperties) ? additionalProperties : {}, rules)
    return `"{" (${name} colon ${value} (comma ${name} colon ${value})*)? "}"`
  }
  const needed: readonly unknown[] = Array.isArray(required) ? required : []
  const all = Object.entries(properties).map(([name, each]): Member => ({
    rule: `${literal(JSON.stringify(name))} colon ${valueOf(isSchema(each) ? each : {}, rules)}`,
    isRequired: needed.includes(name),
  }))
  return `"{" ${members(all)} "}"`
}

/** The name of the rule for what a `$ref` within the schema points at. */
const reference = (ref: string, rules: Rules): string => {
  const path = ref.replace(/^#\/?/u, '').split('/').filter(Boolean)
  const name = `ref-${path.join('-').replace(/[^A-Za-z0-9-]/gu, '-')}`
  if (rules.all.has(name)) return name
  const target = path.reduce<unknown>((at, key) => (isSchema(at) ? at[key] : undefined), rules.root)
  // Set before it is made, for it may point at itself.
  rules.all.set(name, 'value')
  rules.all.set(name, isSchema(target) ? valueOf(target, rules) : 'value')
  return name
}

/** All of several schemas at once, as far as objects go: their members together. */
const together = (schemas: readonly JsonSchema[]): JsonSchema => {
  const membersOf = ({ properties }: JsonSchema) => (isSchema(properties) ? Object.entries(properties) : [])
  const needsOf = ({ required }: JsonSchema): readonly unknown[] => (Array.isArray(required) ? required : [])
  return Object.fromEntries([
    ...schemas.flatMap((each) => Object.entries(each)),
    ['properties', Object.fromEntries(schemas.flatMap(membersOf))],
    ['required', schemas.flatMap(needsOf)],
  ])
}

const typed = (type: unknown, schema: JsonSchema, rules: Rules): string => {
  switch (type) {
    case 'object':
      return object(schema, rules)
    case 'array':
      return list(schema, rules)
    case 'string':
      return text(schema)
    case 'integer':
      return wholeNumbers(...boundsOf(schema))
    case 'number':
      return decimal
    case 'boolean':
      return '("true" | "false")'
    case 'null':
      return '"null"'
    default:
      return isSchema(schema['properties']) ? object(schema, rules) : 'value'
  }
}

const valueOf = (schema: JsonSchema, rules: Rules): string => {
  const { $ref, enum: listed, type } = schema
  if (typeof $ref === 'string') return reference($ref, rules)
  if ('const' in schema) return literal(JSON.stringify(schema['const']))
  if (Array.isArray(listed)) return oneOf(listed.map((each) => literal(JSON.stringify(each))))
  const ways = [...schemasIn(schema['anyOf']), ...schemasIn(schema['oneOf'])]
  if (ways.length > 0) return oneOf(ways.map((each) => valueOf(each, rules)))
  const parts = schemasIn(schema['allOf'])
  if (parts.length > 0) return valueOf(together(parts), rules)
  return Array.isArray(type)
    ? oneOf(type.map((each) => typed(each, schema, rules)))
    : typed(type, schema, rules)
}

const always = [
  `character ::= ${character}`,
  'string ::= "\\"" character* "\\""',
  'comma ::= "," " "?',
  'colon ::= ":" " "?',
  `number ::= ${decimal}`,
  'list ::= "[" (value (comma value)*)? "]"',
  'object ::= "{" (string colon value (comma string colon value)*)? "}"',
  'value ::= object | list | string | number | "true" | "false" | "null"',
]

/**
 * A JSON schema as a grammar of llama.cpp (GBNF) whose every sentence is JSON of the schema's shape: members in the
 * schema's order, numbers that stay exact, no line breaks. Left to whoever validates: patterns and formats of strings, bounds of
 * fractions, and lengths of more than 512.
 */
export const grammarOf = (schema: JsonSchema): string => {
  const rules: Rules = { all: new Map(), root: schema }
  const root = valueOf(schema, rules)
  return [`root ::= ${root}`, ...[...rules.all].map(([name, rule]) => `${name} ::= ${rule}`), ...always].join(
    '\n',
  )
}
