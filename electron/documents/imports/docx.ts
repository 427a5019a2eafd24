import { AppError } from '../../../shared/errors.ts'
import { readCsl, type CslItem } from '../../../shared/csl.ts'
import { dateOf } from './date-of.ts'
import { decoded } from './decoded.ts'
import { headingStyles } from './docx/heading-styles.ts'
import { openZip, type Zip } from './docx/open-zip.ts'
import { readStory } from './docx/read-story.ts'
import { readXml } from '../xml/read-xml.ts'
import { unreadable, type ImportFormat, type Notice } from './import-format.ts'
import { namesOf } from './name-of.ts'

/** Bytes that one part may unpack to: a document of half a million words has fewer. */
const longestPart = 24 * 2 ** 20

const openParts = (bytes: Uint8Array, file: string) => {
  const zip = openZip(bytes, file)
  const source = (name: string): string => {
    const part = zip.read(name, longestPart)
    return part ? decoded(part, file).text : ''
  }
  return { ...zip, source }
}
type Parts = Zip & { readonly source: (name: string) => string }

/** Where the package says its document is; a place outside of it is not looked at. */
const documentName = ({ source }: Parts): string => {
  let name = 'word/document.xml'
  const relations = source('_rels/.rels')
  if (relations === '') return name
  readXml(relations, {
    open: ({ attributes }) => {
      const isDocument = attributes.get('Type')?.endsWith('/officeDocument') ?? false
      if (isDocument && attributes.get('TargetMode') !== 'External')
        name = (attributes.get('Target') ?? name).replace(/^\//u, '')
    },
    close: () => {},
    text: () => {},
  })
  return name
}

const described = ({ source }: Parts, title: string): CslItem => {
  const found = new Map<string, string>()
  let open = ''
  const core = source('docProps/core.xml')
  if (core !== '') {
    readXml(core, {
      open: ({ name }) => void (open = name),
      close: () => void (open = ''),
      text: (text) => void found.set(open, (found.get(open) ?? '') + text),
    })
  }
  const field = (name: string): string => found.get(name)?.trim() ?? ''
  const issued = dateOf(field('created'))
  return readCsl({
    type: 'document',
    title: title || field('title'),
    author: namesOf(field('creator')),
    language: field('language'),
    ...(issued && { issued }),
  })
}

const noticesOf = (
  parts: Parts,
  hidden: readonly string[],
  passedOver: ReadonlySet<string>,
): readonly Notice[] => {
  const all = new Set(passedOver)
  if (parts.names.some((name) => /vbaProject|\.bin$/iu.test(name) && !/embeddings/u.test(name)))
    all.add('macros')
  if (parts.names.some((name) => name.startsWith('word/embeddings/'))) all.add('an embedded object')
  if (/attachedTemplate/u.test(parts.source('word/_rels/settings.xml.rels')))
    all.add('a template from elsewhere')
  return [
    ...(all.size > 0 ? [{ sentence: `Left out: ${[...all].toSorted().join(', ')}.` }] : []),
    ...(hidden.length > 0
      ? [{ sentence: 'It held hidden text, which was left out.', quote: hidden.join(' ').slice(0, 300) }]
      : []),
  ]
}

const read = (bytes: Uint8Array, file: string): ReturnType<ImportFormat['read']> => {
  const parts = openParts(bytes, file)
  const name = documentName(parts)
  const source = parts.source(name)
  if (source === '') throw unreadable(file, 'it is no Word document', 'Save it as .docx and add that.')
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  const styles = parts.source(`${folder}styles.xml`)
  const level = styles === '' ? () => 0 : headingStyles(styles)
  const bare = { level, notes: () => '' }
  const notes = new Map(
    ['footnote', 'endnote'].map((kind) => {
      const told = parts.source(`${folder}${kind}s.xml`)
      return [kind, told === '' ? new Map<string, string>() : readStory(told, bare).notes]
    }),
  )
  const story = readStory(source, { level, notes: (kind, id) => notes.get(kind)?.get(id) ?? '' })
  return {
    kind: 'text',
    csl: described(parts, story.title),
    blocks: story.blocks,
    notices: noticesOf(parts, story.hidden, story.passedOver),
  }
}

/**
 * Word documents: their text as it stands, with headings, tables and notes. Nothing that they point to is looked at;
 * what they carry beside text is left out and said.
 */
export const docx = {
  id: 'docx',
  name: 'Word',
  extensions: ['docx', 'docm'],
  largest: 20,
  read: (bytes, file) => {
    try {
      return read(bytes, file)
    } catch (error) {
      if (error instanceof AppError) throw error
      const why = error instanceof Error ? `it holds ${error.message}` : 'it is damaged'
      throw unreadable(file, why, 'Open it in Word, save it anew and add that.', error)
    }
  },
} as const satisfies ImportFormat
