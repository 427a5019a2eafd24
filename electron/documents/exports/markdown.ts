import type { Root, RootContent } from 'mdast'
import { stringify } from 'yaml'
import { printMarkdown } from '../../../shared/text/markdown.ts'
import { compose, type ComposedPart, type Composition } from './compose.ts'
import type { ExportFormat } from './export-format.ts'

const bullets = ['-', '*', '+'] as const

/** Prints blocks anew; a list keeps its own marks, so that it does not run into a neighbour with others. */
const print = (nodes: readonly RootContent[], source = ''): string => {
  const tree: Root = { type: 'root', children: [...nodes] }
  const bullet = bullets.find((mark) => source.trimStart().startsWith(mark)) ?? '-'
  const ordered = /^\s*\d+\)/.test(source) ? ')' : '.'
  return printMarkdown(tree, { bullet, ordered }).trimEnd()
}

const printPart = ({ heading, setOff, source, blocks }: ComposedPart): string => {
  let text = ''
  let at = 0
  let printed = false
  for (const { nodes, from, to, changed } of blocks) {
    const gap = source.slice(at, from)
    // What is printed anew may be of another kind than before, and must not run into its neighbours.
    text += at > 0 && (changed || printed) && !/\n\s*\n/.test(gap) ? '\n\n' : gap
    text += changed ? print(nodes, source.slice(from, to)) : source.slice(from, to)
    printed = changed
    at = to
  }
  const lead = [...(heading ? [heading] : []), ...(setOff ? [{ type: 'thematicBreak' } as const] : [])]
  return [print(lead), text + source.slice(at)].filter((piece) => piece.trim() !== '').join('\n\n')
}

/** What is cited, as the front matter in which pandoc and its like look for it; nothing where nothing is. */
const sourcesOf = (cited: Composition['cited']): string => {
  if (cited.size === 0) return ''
  const references = [...cited].map(([id, item]) => ({ id, ...item }))
  return `---\n${stringify({ references }, { lineWidth: 0 })}---`
}

/**
 * One Markdown document: the title as the only heading of depth 1, the sections below it. Blocks that the rules of
 * `compose` leave alone keep their bytes; the others are printed anew, and so are those that other readers of Markdown
 * would take for HTML, notes or definitions of links.
 */
export const markdown = {
  id: 'markdown',
  extension: 'md',
  name: 'Markdown',
  write: (manuscript) => {
    const { title, parts, cited } = compose(manuscript, null)
    const heading = print([{ type: 'heading', depth: 1, children: [{ type: 'text', value: title }] }])
    const text = [sourcesOf(cited), heading, ...parts.map(printPart)].filter(Boolean).join('\n\n')
    return new TextEncoder().encode(`${text}\n`)
  },
} as const satisfies ExportFormat
