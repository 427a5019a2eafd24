import { readCsl } from '../../../shared/csl.ts'
import { decoded } from './decoded.ts'
import { unreadable, type Described, type ImportFormat } from './import-format.ts'

const parsed = (source: string, file: string): readonly unknown[] => {
  try {
    const value: unknown = JSON.parse(source)
    if (Array.isArray(value)) return value
    const items = typeof value === 'object' && value !== null && 'items' in value ? value.items : [value]
    return Array.isArray(items) ? items : []
  } catch (error) {
    throw unreadable(
      file,
      'it is not JSON',
      'Export the sources as CSL JSON, BibTeX or RIS and add that.',
      error,
    )
  }
}

const words = (value: object, field: string): string => {
  const found: unknown = new Map(Object.entries(value)).get(field)
  return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
}

/** Sources as CSL JSON, which Zotero, pandoc and most others write: a list, one of them, or `items`. */
export const cslJson = {
  id: 'csl-json',
  name: 'CSL JSON',
  extensions: ['json', 'csljson'],
  largest: 6,
  read: (bytes, file) => {
    const { text, notices } = decoded(bytes, file)
    const sources = parsed(text, file).flatMap((item): readonly Described[] => {
      const csl = readCsl(item)
      if (typeof item !== 'object' || item === null || csl.title === undefined) return []
      return [
        { key: words(item, 'citation-key') || words(item, 'id'), csl, abstract: words(item, 'abstract') },
      ]
    })
    return { kind: 'descriptions', sources, notices }
  },
} as const satisfies ImportFormat
