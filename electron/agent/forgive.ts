import { propertyOf, type Shape } from './json-of.ts'

type Bag = Readonly<Record<string, unknown>>

const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** How far into wrappers around what was asked is looked. */
const deepest = 3

const words =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )

/** A number as it is written in words, with words around it, or as text; else what it was. */
const asNumber = (value: unknown): unknown => {
  if (typeof value !== 'string') return value
  const word = words.indexOf(value.trim().toLowerCase())
  if (word >= 0) return word
  const found = /-?\d+(?:[.,]\d+)*/u.exec(value)?.[0] ?? ''
  const plain = found.replaceAll(/[.,](?=\d{3}(?!\d))/gu, '').replace(',', '.')
  return plain === '' ? value : Number(plain)
}

const asBoolean = (value: unknown): unknown => {
  const said = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  if (/^(?:true|yes|y|1)\b/iu.test(said)) return true
  return /^(?:false|no|n|0|none)\b/iu.test(said) ? false : value
}

const asText = ({ enum: allowed }: Shape, value: unknown): unknown => {
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(' ')
  const only = isBag(value) && Object.keys(value).length === 1 ? Object.values(value)[0] : value
  const text = typeof only === 'number' || typeof only === 'boolean' ? String(only) : only
  if (!allowed || typeof text !== 'string') return text
  const bare = text.toLowerCase()
  // What has several of them says nothing; "broken" is not meant by "unbroken".
  const meant = allowed.filter(
    (each) => typeof each === 'string' && new RegExp(`(?<!\\p{L})${each}(?!\\p{L})`, 'iu').test(bare),
  )
  return meant.length === 1 ? meant[0] : text
}

const parsed = (text: string): unknown => {
  if (!/^\s*[[{]/u.test(text)) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const knows = (shape: Shape, value: unknown): boolean =>
  isBag(value) && Object.keys(value).some((key) => propertyOf(shape, key) !== undefined)

const numbered = (shape: Shape, key: string, value: unknown): unknown => {
  const number = asNumber(key)
  const [first, second] = shape.required ?? []
  if (typeof number !== 'number' || first === undefined) return value
  if (isBag(value)) return Object.hasOwn(value, first) ? value : { ...value, [first]: number }
  return second === undefined ? value : { [first]: number, [second]: value }
}

/** The list that an object holds, which stands where a list was asked: a wrapper, one entry, or entries by their names. */
const listIn = (items: Shape, bag: Bag, depth: number): unknown => {
  if (knows(items, bag) && !Object.values(bag).some((each) => Array.isArray(each) && each.some(isBag))) {
    return [bag]
  }
  const inner = Object.values(bag)
  const list = inner.find((each) => Array.isArray(each) && (items.type !== 'object' || each.some(isBag)))
  if (list !== undefined) return list
  if (inner.length === 1 && isBag(inner[0]) && !knows(items, inner[0]) && depth < deepest) {
    return listIn(items, inner[0], depth + 1)
  }
  const isNamed = Object.keys(bag).every((key) => typeof asNumber(key) === 'number')
  return isNamed || (inner.length > 0 && inner.every((each) => knows(items, each)))
    ? Object.entries(bag).map(([key, value]) => numbered(items, key, value))
    : bag
}

const asList = (items: Shape, value: unknown): unknown => {
  const list = isBag(value) ? listIn(items, value, 0) : value
  if (Array.isArray(list)) {
    return list.filter((each) => each !== null).map((each) => forgive(items, each))
  }
  if (items.type === 'object' || isBag(list)) return list
  if (typeof list !== 'string') return list === undefined || list === null ? list : [forgive(items, list)]
  if (/^\s*(?:none|nothing|n\/a|-|–|—)?\s*$/iu.test(list)) return []
  const apart = items.type === 'string' ? /\s*[;\n]\s*/u : /[,;\s]+(?:and\s+)?/u
  return list.split(apart).map((each) => forgive(items, each))
}

/** The object that stands in another, or in a list of its own, or whose values stand without their names. */
const bagIn = (shape: Shape, value: unknown, depth = 0): unknown => {
  if (Array.isArray(value)) {
    const only: unknown = value.length === 1 ? value[0] : null
    if (isBag(only)) return bagIn(shape, only, depth)
    const names = shape.required ?? []
    const isRow = value.length === names.length && names.length > 1 && !value.some(isBag)
    return isRow ? Object.fromEntries(names.map((name, i) => [name, value[i]])) : value
  }
  if (!isBag(value) || knows(shape, value) || depth >= deepest) return value
  const inner = Object.values(value)
  return inner.length === 1 && (isBag(inner[0]) || Array.isArray(inner[0]))
    ? bagIn(shape, inner[0], depth + 1)
    : value
}

const asBag = (shape: Shape, value: unknown): unknown => {
  const bag = bagIn(shape, value)
  if (!isBag(bag)) return bag
  const entries = Object.entries(bag).flatMap(([key, each]): readonly (readonly [string, unknown])[] => {
    const name = propertyOf(shape, key)
    const own = name === undefined ? undefined : shape.properties?.[name]
    if (name === undefined || !own || each === null) return []
    return [[name, forgive(own, each)]]
  })
  // A name as it was asked goes before one that is only like it: it comes last.
  return Object.fromEntries(entries.toSorted(([a], [b]) => Number(a in bag) - Number(b in bag)))
}

/**
 * A value brought nearer to what was asked, where what is meant is plain: wrappers taken off, entries by name or line made
 * a list, numbers and answers read from words, names whatever their spelling. What is as asked stays as it is; whether it
 * is good is for the schema to say.
 */
export const forgive = (shape: Shape, given: unknown): unknown => {
  const isText = shape.type === 'string' || shape.enum !== undefined
  const value = typeof given === 'string' && !isText ? parsed(given) : given
  switch (shape.type) {
    case 'array':
      return asList(shape.items ?? {}, value)
    case 'object':
      return asBag(shape, value)
    case 'integer':
    case 'number':
      return asNumber(value)
    case 'boolean':
      return asBoolean(value)
    case 'string':
      return asText(shape, value)
    default:
      return value
  }
}
