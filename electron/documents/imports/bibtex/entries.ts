/** One entry as it stands: its type and its fields, both in lower case, values still in LaTeX. */
export type Entry = {
  readonly type: string
  readonly key: string
  readonly fields: ReadonlyMap<string, string>
}

/** Entries, and how many could not be made out. */
export type Entries = { readonly entries: readonly Entry[]; readonly lost: number }

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const knownNames: readonly (readonly [string, string])[] = months.map((name, i) => [name, String(i + 1)])

const space = /\s*/uy
const bareWord = /[^\s{}"#,=()@%]+/uy

/** Where a reader stands in a source. Every move is forward, so that the time grows with the source's length. */
const readerOf = (source: string) => {
  let at = 0
  const skip = (): void => {
    space.lastIndex = at
    at += space.exec(source)?.[0].length ?? 0
  }
  const take = (mark: string): boolean => {
    skip()
    if (source[at] !== mark) return false
    at += 1
    return true
  }
  const word = (): string => {
    skip()
    bareWord.lastIndex = at
    const found = bareWord.exec(source)?.[0] ?? ''
    at += found.length
    return found
  }
  /** What stands up to `end` outside of braces; null where it is missing. */
  const upTo = (end: string): string | null => {
    const from = at
    for (let depth = 0; at < source.length; at += 1) {
      const mark = source[at]
      if (mark === '\\') at += 1
      else if (mark === end && depth === 0) return source.slice(from, at++)
      else if (mark === '{') depth += 1
      else if (mark === '}') depth -= 1
    }
    return null
  }
  /** Goes behind the next `@` that may begin an entry; false at the end. */
  const nextEntry = (): boolean => {
    const found = source.indexOf('@', at)
    at = found < 0 ? source.length : found + 1
    return found >= 0
  }
  const place = (): number => at
  const back = (to: number): void => void (at = to)
  return { take, word, upTo, nextEntry, place, back }
}
type Reader = ReturnType<typeof readerOf>

const valueOf = (reader: Reader, names: ReadonlyMap<string, string>): string | null => {
  const parts: string[] = []
  do {
    const part = reader.take('{') ? reader.upTo('}') : reader.take('"') ? reader.upTo('"') : null
    const word = part ?? reader.word()
    if (part === null && word === '') return null
    parts.push(part ?? names.get(word.toLowerCase()) ?? word)
  } while (reader.take('#'))
  return parts.join('')
}

const fieldsOf = (
  reader: Reader,
  close: string,
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> | null => {
  const fields = new Map<string, string>()
  while (!reader.take(close)) {
    const name = reader.word().toLowerCase()
    if (name === '' || !reader.take('=')) return null
    const value = valueOf(reader, names)
    if (value === null) return null
    if (!fields.has(name)) fields.set(name, value)
    if (!reader.take(',')) return reader.take(close) ? fields : null
  }
  return fields
}

/** How often what follows an entry that breaks off is looked through again for the next, which bounds the time. */
const mostBack = 20

/** Goes past a comment, or past as much of it as there is. */
const passOver = (reader: Reader, close: string): void => {
  const inside = reader.place()
  if (reader.upTo(close) === null) reader.back(inside)
}

const entryOf = (
  reader: Reader,
  type: string,
  close: string,
  names: ReadonlyMap<string, string>,
): Entry | null => {
  const key = reader.word()
  const fields = reader.take(',') || key !== '' ? fieldsOf(reader, close, names) : null
  return fields && { type, key, fields }
}

/** The entries of a BibTeX source. What stands between entries is a comment; an entry that breaks off is counted. */
export const entriesOf = (source: string): Entries => {
  const reader = readerOf(source)
  const names = new Map(knownNames)
  const entries: Entry[] = []
  let lost = 0
  while (reader.nextEntry()) {
    const from = reader.place()
    const type = reader.word().toLowerCase()
    const close = reader.take('{') ? '}' : reader.take('(') ? ')' : null
    if (type === '' || close === null) continue
    if (type === 'comment' || type === 'preamble') passOver(reader, close)
    else if (type === 'string') {
      for (const [name, value] of fieldsOf(reader, close, names) ?? []) names.set(name, value)
    } else {
      const entry = entryOf(reader, type, close, names)
      if (entry) entries.push(entry)
      else if (++lost <= mostBack) reader.back(from)
    }
  }
  return { entries, lost }
}
