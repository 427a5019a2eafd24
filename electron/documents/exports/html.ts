import { createHash } from 'node:crypto'
import { sanitize, type Schema } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import type { FootnoteReference, Heading, RootContent, Text } from 'mdast'
import { defaultHandlers, toHast } from 'mdast-util-to-hast'
import { toString } from 'mdast-util-to-string'
import type { Citation } from '../../../shared/text/markdown-notes.ts'
import { compose, contentOf, type Composition } from './compose.ts'
import type { ExportFormat } from './export-format.ts'
import { flowing } from './flowing.ts'
import { htmlStyle } from './html-style.ts'
import { wordingOf } from './language.ts'
import { pageSizeOf } from './layout.ts'
import { noteNumbers } from './note-numbers.ts'
import { printable } from './printable.ts'

const textTags = 'a br code del em strong sup'.split(' ')
const blockTags = 'blockquote h1 h2 h3 h4 h5 h6 hr li ol p pre section table tbody td th thead tr ul'.split(
  ' ',
)

/** All that a manuscript can become. What is not listed goes, whatever the grammar may learn. */
const schema: Schema = {
  tagNames: [...textTags, ...blockTags],
  attributes: {
    a: ['href', 'id', 'ariaLabel'],
    ol: ['start'],
    td: [['align', 'left', 'right', 'center']],
    th: [['align', 'left', 'right', 'center']],
    section: [['className', 'footnotes']],
    p: [['className', 'listed']],
    '*': ['id'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  required: {},
  strip: ['script', 'style'],
  clobber: [],
}

const anchor = (at: number): string => `part-${String(at + 1)}`

const anchored = (composition: Composition): readonly RootContent[] => {
  const ids = new Map<RootContent, string>()
  composition.parts.forEach(({ heading }, at) => heading && ids.set(heading, anchor(at)))
  return contentOf(composition).map((node) => {
    const id = ids.get(node)
    if (node.type === 'paragraph' && node.data?.listed)
      return { ...node, data: { hProperties: { className: ['listed'] } } }
    return id ? { ...(node as Heading), data: { hProperties: { id } } } : node
  })
}

const body = (composition: Composition): string => {
  const wording = wordingOf(composition.language)
  const numbers = noteNumbers(composition)
  // Anchors are made from identifiers, and a second call of note 1 would share one with a note called `1-2`.
  const numbered = <Note extends { readonly identifier: string }>(note: Note): Note => ({
    ...note,
    identifier: String(numbers.get(note.identifier) ?? note.identifier),
  })
  const notes = [...composition.notes.values()].map(numbered)
  const tree = toHast(
    { type: 'root', children: [...notes, ...anchored(composition)] },
    {
      clobberPrefix: 'note-',
      footnoteLabel: wording.notes,
      footnoteLabelProperties: {},
      footnoteBackLabel: wording.back,
      handlers: {
        text: (_, { value }: Text) => ({ type: 'text', value: flowing(value) }),
        footnoteReference: (state, note: FootnoteReference) =>
          defaultHandlers.footnoteReference(state, numbered(note)),
        citation: (_, { value }: Citation) => ({ type: 'text', value: `[${value}]` }),
      },
    },
  )
  return toHtml(sanitize(tree, schema))
}

const escaped = (value: string): string => toHtml({ type: 'text', value })

/** Links to the sections' headings, three levels deep; none for a work of fewer than two. */
const contents = ({ parts, language }: Composition): string => {
  const entries = parts.flatMap(({ heading, depth }, at) =>
    heading && depth <= 3
      ? [`<li class="depth-${String(depth)}"><a href="#${anchor(at)}">${escaped(toString(heading))}</a></li>`]
      : [],
  )
  if (entries.length < 2) return ''
  return `<nav aria-label="${wordingOf(language).contents}">\n<ol>\n${entries.join('\n')}\n</ol>\n</nav>\n`
}

/**
 * One file of HTML that needs nothing else: no script, no image, no address it fetches; a policy in its head forbids
 * them to anything that might be pasted in later. Styled for screen and paper.
 */
export const html = {
  id: 'html',
  extension: 'html',
  name: 'Web page',
  write: (manuscript, { page, citations }) => {
    const composition = compose(manuscript, citations)
    const { language, direction, layout } = composition
    const title = escaped(composition.title)
    const style = htmlStyle(layout, page ?? pageSizeOf(language))
    const hash = createHash('sha256').update(style).digest('base64')
    const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
    const file = `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Longhand">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${title}</h1>
</header>
${contents(composition)}<main>
${body(composition)}
</main>
</body>
</html>
`
    return new TextEncoder().encode(printable(file))
  },
} as const satisfies ExportFormat
