import { readCsl, type CslName } from '../../../shared/csl.ts'
import { entriesOf, type Entry } from './bibtex/entries.ts'
import { plainLatex } from './bibtex/plain-latex.ts'
import { dateOf } from './date-of.ts'
import { decoded } from './decoded.ts'
import type { Described, ImportFormat } from './import-format.ts'
import { nameOf } from './name-of.ts'

const types: Readonly<Record<string, string>> = {
  article: 'article-journal',
  book: 'book',
  collection: 'book',
  conference: 'paper-conference',
  electronic: 'webpage',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  manual: 'book',
  mastersthesis: 'thesis',
  online: 'webpage',
  phdthesis: 'thesis',
  proceedings: 'book',
  report: 'report',
  techreport: 'report',
  thesis: 'thesis',
  unpublished: 'manuscript',
  www: 'webpage',
}

/** Names stand apart by ` and ` outside of braces. */
const namesOf = (written: string): readonly CslName[] => {
  const value = written.replace(/\s+/gu, ' ')
  const names: string[] = []
  let depth = 0
  let from = 0
  for (const { 0: found, index } of value.matchAll(/[{}]| and /giu)) {
    if (found === '{') depth += 1
    else if (found === '}') depth -= 1
    else if (depth === 0) {
      names.push(value.slice(from, index))
      from = index + found.length
    }
  }
  return [...names, value.slice(from)].flatMap((each): readonly CslName[] => {
    const text = plainLatex(each)
    if (text === '' || text === 'others') return []
    return [/^\{[^{}]*\}$/u.test(each.trim()) ? { literal: text } : nameOf(text)]
  })
}

const issuedOf = (field: (...names: readonly string[]) => string): string => {
  const [date, year, month] = [field('date'), field('year'), field('month')]
  return date || (year && /^\d{1,2}$/u.test(month) ? `${year}-${month}` : year)
}

const describe = ({ type, key, fields }: Entry): Described => {
  const field = (...names: readonly string[]): string =>
    plainLatex(names.map((name) => fields.get(name) ?? '').find((value) => value !== '') ?? '')
  const kind = types[type] ?? 'document'
  const isArticle = kind === 'article-journal'
  const [issued, accessed] = [dateOf(issuedOf(field)), dateOf(field('urldate'))]
  const csl = readCsl({
    type: kind,
    title: [field('title'), field('subtitle')].filter(Boolean).join(': '),
    author: namesOf(fields.get('author') ?? ''),
    editor: namesOf(fields.get('editor') ?? ''),
    translator: namesOf(fields.get('translator') ?? ''),
    'container-title': field('journaltitle', 'journal', 'booktitle'),
    'collection-title': field('series'),
    publisher: field('publisher', 'institution', 'school', 'organization', 'howpublished'),
    'publisher-place': field('address', 'location'),
    volume: field('volume'),
    [isArticle ? 'issue' : 'number']: field('number', 'issue'),
    page: field('pages').replace(/(?<=\d)\s*[-–—]+\s*(?=\d)/gu, '–'),
    edition: field('edition'),
    DOI: field('doi').replace(/^https?:\/\/(?:dx\.)?doi\.org\//u, ''),
    ISBN: field('isbn'),
    ISSN: field('issn'),
    URL: fields.get('url')?.trim() ?? '',
    ...(issued && { issued }),
    ...(accessed && { accessed }),
  })
  return { key, csl, abstract: field('abstract') }
}

/** Sources as BibTeX or BibLaTeX. An entry that breaks off is passed over, and said. */
export const bibtex = {
  id: 'bibtex',
  name: 'BibTeX',
  extensions: ['bib', 'bibtex'],
  largest: 6,
  read: (bytes, file) => {
    const { text, notices } = decoded(bytes, file)
    const { entries, lost } = entriesOf(text)
    const sources = entries.map(describe).filter(({ csl }) => csl.title !== undefined)
    return {
      kind: 'descriptions',
      sources,
      notices:
        lost === 0 ? notices : [...notices, { sentence: `Entries in it that could not be read: ${lost}.` }],
    }
  },
} as const satisfies ImportFormat
