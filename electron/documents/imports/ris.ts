import { readCsl } from '../../../shared/csl.ts'
import { dateOf } from './date-of.ts'
import { decoded } from './decoded.ts'
import type { Described, ImportFormat } from './import-format.ts'
import { nameOf } from './name-of.ts'

/** The types of RIS that have one of their own in CSL. */
const types: Readonly<Record<string, string>> = {
  BOOK: 'book',
  CHAP: 'chapter',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  ELEC: 'webpage',
  JOUR: 'article-journal',
  MGZN: 'article-magazine',
  NEWS: 'article-newspaper',
  RPRT: 'report',
  THES: 'thesis',
}

type Entry = ReadonlyMap<string, readonly string[]>

const entriesOf = (source: string): readonly Entry[] => {
  const entries: Map<string, string[]>[] = []
  let last: string[] | undefined
  for (const line of source.split(/\r\n|\r|\n/u)) {
    const [, tag, value = ''] = /^([A-Z][A-Z0-9])  ?-(?: (.*))?$/u.exec(line) ?? []
    if (tag === undefined) {
      // Long values go on in lines without a tag.
      if (last !== undefined && line.trim() !== '') last.push(`${last.pop() ?? ''} ${line.trim()}`)
      continue
    }
    if (tag === 'TY') entries.push(new Map())
    const entry = entries.at(-1)
    last = entry?.get(tag) ?? []
    last.push(value.trim())
    entry?.set(tag, last)
  }
  return entries
}

const describe = (entry: Entry): Described => {
  const all = (...tags: readonly string[]): readonly string[] => tags.flatMap((tag) => entry.get(tag) ?? [])
  const one = (...tags: readonly string[]): string => all(...tags).find((value) => value !== '') ?? ''
  const names = (...tags: readonly string[]) =>
    all(...tags).flatMap((value) => (value ? [nameOf(value)] : []))
  const pages = [one('SP'), one('EP')].filter((page) => page !== '').join('–')
  const [issued, accessed] = [dateOf(one('DA', 'PY', 'Y1')), dateOf(one('Y2'))]
  const type = types[one('TY')] ?? 'document'
  const isWhole = type === 'book' || type === 'report' || type === 'thesis'
  const csl = readCsl({
    type,
    title: one('TI', 'T1', 'CT', ...(isWhole ? ['BT', 'T2'] : [])),
    author: names('AU', 'A1'),
    editor: names('ED', 'A2'),
    'container-title': isWhole ? '' : one('T2', 'JO', 'JF', 'BT'),
    'collection-title': one('T3'),
    publisher: one('PB'),
    'publisher-place': one('CY', 'PP'),
    volume: one('VL'),
    issue: one('IS'),
    edition: one('ET'),
    page: pages,
    DOI: one('DO'),
    URL: one('UR', 'L1'),
    [type === 'book' || type === 'chapter' ? 'ISBN' : 'ISSN']: one('SN'),
    ...(issued && { issued }),
    ...(accessed && { accessed }),
  })
  return { key: one('ID'), csl, abstract: one('AB', 'N2') }
}

/** Sources as RIS, which libraries and publishers write. */
export const ris = {
  id: 'ris',
  name: 'RIS',
  extensions: ['ris'],
  largest: 6,
  read: (bytes, file) => {
    const { text, notices } = decoded(bytes, file)
    const sources = entriesOf(text)
      .map(describe)
      .filter(({ csl }) => csl.title !== undefined)
    return { kind: 'descriptions', sources, notices }
  },
} as const satisfies ImportFormat
