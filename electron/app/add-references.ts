import { AppError } from '../../shared/errors.ts'
import type { CslItem } from '../../shared/csl.ts'
import { passageId } from '../../shared/passages.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import type { Passage, Reference } from '../../shared/records.ts'
import { hashOf } from '../../shared/text/hash.ts'
import type { Described, ReadFile } from '../documents/imports/import-format.ts'
import { readFile } from '../documents/imports/read-file.ts'
import { cutPassages, type Piece } from '../documents/references/cut-passages.ts'
import { keyFor } from '../documents/references/key-for.ts'
import { ordersIn } from '../documents/references/orders-in.ts'
import type { Change } from '../project/project.ts'

/** A file to be added, as it comes through a port. */
export type FileToAdd = { readonly name: string; readonly bytes: Uint8Array; readonly at: number }

/** What adding a file changes, the references it is about, and what the writer should know. */
export type Added = {
  readonly change: Change
  readonly references: readonly Reference[]
  readonly notices: readonly string[]
}

type Notices = NonNullable<Reference['notices']>

const mostPassages = 20_000
const mostSources = 5_000
/** Sentences on other keys that are shown of one file. */
const mostMoved = 5
/** Sentences of one text that are shown as speaking to the model. */
const mostOrders = 5

const stem = (file: string): string => file.replace(/^.*[/\\]/u, '').replace(/\.[^.]{1,8}$/u, '') || file

const keysIn = (references: Iterable<Reference>): ReadonlySet<string> =>
  new Set([...references].map(({ key }) => key.toLowerCase()))

const ordersNotices = (title: string, pieces: readonly Piece[]): Notices => {
  const found = [{ heading: title, text: '' }, ...pieces].flatMap(({ heading, text }) =>
    ordersIn(`${heading}\n\n${text}`),
  )
  return [...new Set(found)].slice(0, mostOrders).map((quote) => ({
    sentence: 'It holds words that speak to the model. They are shown to it as a quotation, and no order.',
    quote,
  }))
}

type Source = {
  readonly csl: CslItem
  /** Of the text or the description that it is made of: the same makes the same reference. */
  readonly hash: string
  readonly key?: string
  readonly file: string
  readonly at: number
  readonly pieces: readonly Piece[]
  readonly notices: Notices
}

/** A reference with its passages. */
const made = (source: Source, taken: ReadonlySet<string>): readonly [Reference, readonly Passage[]] => {
  const { csl, hash, file, at, pieces } = source
  const id: Reference['id'] = `reference:${hash}`
  const title = csl.title ?? stem(file)
  const notices = [...source.notices, ...ordersNotices(title, pieces)]
  const reference: Reference = {
    id,
    key: keyFor(source, taken),
    title,
    source: file,
    csl: { ...csl, title },
    passages: pieces.length,
    hash,
    at,
    ...(notices.length > 0 && { notices }),
  }
  return [
    reference,
    pieces.map((piece, i) => ({ id: passageId(id, i + 1), reference: id, n: i + 1, ...piece })),
  ]
}

const addText = (
  state: ProjectState,
  { csl, blocks, notices }: Extract<ReadFile, { kind: 'text' }>,
  { name, at }: FileToAdd,
): Added => {
  const pieces = cutPassages(blocks)
  if (pieces.length === 0 || pieces.length > mostPassages) {
    const why = pieces.length === 0 ? 'holds no text' : 'is too long'
    throw new AppError('file-unreadable', `“${name}” ${why}. Nothing was added.`, 'Add another file.')
  }
  const source = { csl, hash: hashOf(blocks), file: name, at, pieces, notices: [...notices] }
  const [reference, passages] = made(source, keysIn(state.reference.values()))
  const known = state.reference.get(reference.id)
  if (known) {
    const sentence = `The text of “${name}” is kept already, as ${known.key}.`
    return { change: {}, references: [known], notices: [sentence] }
  }
  return {
    change: { put: [reference], shelve: passages },
    references: [reference],
    notices: [...(reference.notices ?? [])].map(({ sentence, quote }) =>
      quote === undefined ? sentence : `${sentence} “${quote}”`,
    ),
  }
}

const plain = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const piecesOf = ({ abstract }: Described): readonly Piece[] =>
  cutPassages(abstract.split(/\n\s*\n/u).map((text) => ({ level: 0, text: text.trim() })))

/** Whether a description is of a text that was kept under the same key before it had a title of its own. */
const isUntitled = ({ passages, title, source }: Reference): boolean => passages > 0 && title === stem(source)

/** Whether two titles are of one work: one of them may go on behind the other. */
const isOneTitle = (a: string, b: string): boolean =>
  `${a} `.startsWith(`${b} `) || `${b} `.startsWith(`${a} `)

/**
 * The reference that a description is of: the one of its key where that is the same work, or has no title of its own;
 * else a text of the same title.
 */
const describedBy = (existing: readonly Reference[]): ((source: Described) => Reference | undefined) => {
  const byKey = new Map(existing.map((each) => [each.key, each]))
  const titled = existing.filter(({ passages, title }) => passages > 0 && plain(title) !== '')
  const byTitle = new Map(titled.map((each) => [plain(each.title), each]))
  return ({ key, csl }) => {
    const title = plain(csl.title ?? '')
    const named = byKey.get(key)
    return named && (isUntitled(named) || isOneTitle(plain(named.title), title)) ? named : byTitle.get(title)
  }
}

/** Sentences on descriptions that had to take another key, for theirs is another work's. */
const renamed = (moved: readonly (readonly [from: string, to: string])[]): readonly string[] =>
  moved
    .slice(0, mostMoved)
    .map(([from, to]) => `The key ${from} is that of another source here; this one is cited as ${to}.`)

const addDescriptions = (
  state: ProjectState,
  { sources, notices }: Extract<ReadFile, { kind: 'descriptions' }>,
  { name, at }: FileToAdd,
): Added => {
  if (sources.length === 0 || sources.length > mostSources) {
    const why = sources.length === 0 ? 'describes no source' : `describes more than ${mostSources} sources`
    throw new AppError('file-unreadable', `“${name}” ${why}. Nothing was added.`, 'Add another file.')
  }
  const existing = [...state.reference.values()]
  const knownAs = describedBy(existing)
  const moved: [string, string][] = []
  const taken = new Set(keysIn(existing))
  const put = new Map<string, Reference>()
  const shelve: Passage[] = []
  for (const source of sources) {
    const { csl, key, abstract } = source
    const known = knownAs(source)
    if (known) {
      const before = put.get(known.id) ?? known
      put.set(known.id, { ...before, title: csl.title ?? before.title, csl: { ...before.csl, ...csl } })
      continue
    }
    const pieces = piecesOf(source)
    const [fresh, passages] = made(
      { csl, key, hash: hashOf([csl, abstract]), file: name, at, pieces, notices: [] },
      taken,
    )
    if (state.reference.has(fresh.id) || put.has(fresh.id)) continue
    put.set(fresh.id, fresh)
    if (key !== '' && fresh.key !== key && taken.has(key.toLowerCase())) moved.push([key, fresh.key])
    taken.add(fresh.key.toLowerCase())
    shelve.push(...passages)
  }
  const described = [...put.keys()].filter((id) => state.reference.has(id)).length
  const references = [...put.values()]
  return {
    change: { put: references, shelve },
    references,
    notices: [
      ...notices.map(({ sentence }) => sentence),
      ...renamed(moved),
      ...(described > 0 ? [`References that “${name}” describes anew: ${described}.`] : []),
    ],
  }
}

/**
 * What comes of adding a file: a text becomes a reference with passages, in one commit; descriptions are put to the
 * references they are of. Throws `file-unreadable`, and then nothing is changed.
 */
export const addReferences = (state: ProjectState, file: FileToAdd): Added => {
  const read = readFile(file.bytes, file.name)
  return read.kind === 'text' ? addText(state, read, file) : addDescriptions(state, read, file)
}
