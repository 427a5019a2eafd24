import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes, type TreeAdapter } from 'parse5'
import { readCsl, type CslItem } from '../../../shared/csl.ts'
import { dateOf } from './date-of.ts'
import { decoded } from './decoded.ts'
import { pageText, putBack } from './html/page-text.ts'
import { unreadable, type ImportFormat } from './import-format.ts'
import { namesOf } from './name-of.ts'

type Map5 = DefaultTreeAdapterTypes.DefaultTreeAdapterMap
type Element = DefaultTreeAdapterTypes.Element

/** Elements may stand this deep in each other; the time of a parser grows with the square of it. */
const deepest = 2_000

/** A tree that grows no deeper than that. */
const shallow = (file: string): TreeAdapter<Map5> => {
  let depth = 0
  return {
    ...defaultTreeAdapter,
    onItemPush: () => {
      depth += 1
      if (depth > deepest)
        throw unreadable(file, 'its elements stand too deep in each other', 'Copy its text and add that.')
    },
    onItemPop: () => {
      depth -= 1
    },
  }
}

const declaredIn = (bytes: Uint8Array): string => {
  const head = String.fromCharCode(...bytes.subarray(0, 2_048))
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/iu.exec(head)?.[1] ?? ''
}

/** Elements of these names in a document, in order, without any depth of calls. */
const elementsIn = (
  root: DefaultTreeAdapterTypes.Document,
  names: ReadonlySet<string>,
): readonly Element[] => {
  const found: Element[] = []
  const waiting: DefaultTreeAdapterTypes.Node[] = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('tagName' in node && names.has(node.tagName)) found.push(node)
    if ('childNodes' in node) putBack<DefaultTreeAdapterTypes.Node>(waiting, node.childNodes)
  }
  return found
}

const value = (element: Element | undefined, name: string): string =>
  element?.attrs.find((each) => each.name === name)?.value.trim() ?? ''

const described = (heads: readonly Element[]): CslItem => {
  const metas = heads.filter(({ tagName }) => tagName === 'meta')
  const all = (...names: readonly string[]): readonly string[] =>
    names.flatMap((name) =>
      metas
        .filter((meta) => (value(meta, 'name') || value(meta, 'property')).toLowerCase() === name)
        .map((meta) => value(meta, 'content'))
        .filter(Boolean),
    )
  const one = (...names: readonly string[]): string => all(...names)[0] ?? ''
  const title = heads.find(({ tagName }) => tagName === 'title')?.childNodes[0]
  const address = heads.find((each) => each.tagName === 'link' && value(each, 'rel') === 'canonical')
  const issued = dateOf(
    one('citation_publication_date', 'article:published_time', 'dc.date', 'date').replaceAll('/', '-'),
  )
  const authors = all('citation_author')
  const url = value(address, 'href') || one('og:url')
  return readCsl({
    type: one('citation_journal_title') ? 'article-journal' : 'webpage',
    title: one('citation_title', 'og:title') || (title && 'value' in title ? title.value.trim() : ''),
    author: namesOf(authors.length > 0 ? authors : one('author', 'dc.creator')),
    'container-title': one('citation_journal_title', 'og:site_name'),
    publisher: one('citation_publisher'),
    DOI: one('citation_doi'),
    URL: /^https?:\/\//u.test(url) ? url : '',
    language: value(
      heads.find(({ tagName }) => tagName === 'html'),
      'lang',
    ),
    ...(issued && { issued }),
  })
}

/** The one element that holds the page's own matter, where it says so. */
const matterOf = (found: readonly Element[]): Element | undefined => {
  const [mains, articles] = ['main', 'article'].map((name) => found.filter(({ tagName }) => tagName === name))
  const only = [articles, mains].find((each) => each?.length === 1)
  return only?.[0] ?? found.find(({ tagName }) => tagName === 'body' || tagName === 'frameset')
}

/** Web pages: the text that is seen, without what runs, navigates or is fetched; nothing they point to is looked at. */
export const html = {
  id: 'html',
  name: 'Web page',
  extensions: ['html', 'htm', 'xhtml'],
  largest: 6,
  read: (bytes, file) => {
    const { text, notices } = decoded(bytes, file, declaredIn(bytes))
    const root = parse(text, { treeAdapter: shallow(file) })
    const found = elementsIn(root, new Set(['html', 'title', 'meta', 'link', 'main', 'article', 'body']))
    const matter = matterOf(found)
    const { blocks, hidden } = matter ? pageText(matter) : { blocks: [], hidden: [] }
    return {
      kind: 'text',
      csl: described(found),
      blocks,
      notices: [
        ...notices,
        ...(hidden.length > 0
          ? [
              {
                sentence: 'It held text that the page hides, which was left out.',
                quote: hidden.join(' ').slice(0, 300),
              },
            ]
          : []),
      ],
    }
  },
} as const satisfies ImportFormat
