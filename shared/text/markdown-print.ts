import type { Code, Heading, Html, InlineCode, Nodes, PhrasingContent, Root, Text } from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { defaultHandlers, toMarkdown } from 'mdast-util-to-markdown'
import type { Handle, Join, Unsafe } from 'mdast-util-to-markdown'
import { isWide } from './markdown-emphasis.ts'
import type { Citation } from './markdown-notes.ts'
import { onOneLine } from './soft-breaks.ts'

/** Whether a line right below a block may go on with it: a table, a footnote's text, or what ends in one. */
const goesOn = (node: Nodes | undefined): boolean =>
  node?.type === 'table' ||
  node?.type === 'footnoteDefinition' ||
  (node !== undefined && 'children' in node && goesOn(node.children.at(-1)))

/** A list whose first item begins with another: right below a paragraph its second marker may be read as text. */
const isNested = (node: Nodes): boolean =>
  node.type === 'list' && node.children[0]?.children[0]?.type === 'list'

const blankLineBetween: Join = (left, right) =>
  goesOn(left) || isNested(right) || ['table', 'footnoteDefinition', 'blockquote'].includes(right.type)
    ? 1
    : undefined

/** How lists are marked; two lists that follow each other need different marks. */
export type ListMarks = { readonly bullet?: '-' | '*' | '+'; readonly ordered?: '.' | ')' }

/** Stands for `&#` in code while a text is printed; no text holds a NUL. */
const heldReference = '\0#'

const held = (text: string): string => text.replaceAll('&#', heldReference)

/** Rules of the printer that escape more than this grammar needs; `rules` below take their place. */
const isTooStrict = ({ character, inConstruct, atBreak, after }: Unsafe): boolean => {
  const phrasing = inConstruct === 'phrasing' || (inConstruct?.includes('phrasing') ?? false)
  if (character === '[') return phrasing || atBreak === true
  if (character === '~') return phrasing
  if (character === '!' || character === '=') return true
  return character === '#' && atBreak === true && after === undefined
}

/** What keeps `[1]`, `#tag`, `~5` and the `!` of `Stop![^1]` as they were typed, and escapes what must be. */
const rules: readonly Unsafe[] = [
  { character: '[', after: '[@^]', inConstruct: 'phrasing' },
  { atBreak: true, character: '[', after: '[^\\]\\r\\n]*\\]:' },
  { character: '!', afterNode: 'link', inConstruct: 'phrasing' },
  { atBreak: true, character: '#', after: '#*(?:[ \t\r\n]|$)' },
  { atBreak: true, character: '=', after: '=*[ \t]*(?:[\r\n]|$)' },
  { character: '~', after: '(?=~)', inConstruct: 'phrasing' },
  { character: '~', before: '(?<=~)', inConstruct: 'phrasing' },
  { character: ':', beforeNode: 'footnoteReference', inConstruct: 'phrasing' },
  ...[' ', '\t'].flatMap((character): readonly Unsafe[] => [
    { character, before: '(?<=^\\|)', inConstruct: 'tableCell' },
    { character, after: '(?=\\|$)', inConstruct: 'tableCell' },
  ]),
  { character: '^', before: '(?<=\\[)', inConstruct: 'label' },
]

const oneLine = (children: readonly PhrasingContent[]): PhrasingContent[] =>
  children.map((child) => {
    if (child.type === 'break') return { type: 'text', value: ' ' }
    if (child.type === 'text') return { ...child, value: onOneLine(child.value) }
    // In code a line break is a space, also between Chinese characters (CommonMark §6.1).
    if (child.type === 'inlineCode') return { ...child, value: child.value.replaceAll(/\r\n|\r|\n/gu, ' ') }
    return 'children' in child ? { ...child, children: oneLine(child.children) as never[] } : child
  })

const table = gfmTableToMarkdown({ tablePipeAlign: false })
const strikethrough = gfmStrikethroughToMarkdown()

const deletion: Handle = (node, parent, state, info) =>
  strikethrough.handlers?.delete?.(node, parent, state, info) ?? ''

const escaped = (run: string): string => run.replaceAll('_', '\\_')

/** Beside struck-out text a letter may be encoded, and then an underscore behind it is no longer inside a word. */
const writing: Handle = (node: Text, parent, state, info) => {
  const safe = defaultHandlers.text(node, parent, state, info)
  const head = info.before.endsWith('~') ? safe.replace(/(?<=^[^\\_])_+/u, escaped) : safe
  return info.after.startsWith('~') ? head.replace(/(?<![\\_])_+(?=[^_]$)/u, escaped) : head
}

const handlers: Record<string, Handle> = {
  text: writing,
  root(node: Root, parent, state, info) {
    state.unsafe = [...state.unsafe.filter((rule) => !isTooStrict(rule)), ...rules]
    return defaultHandlers.root(node, parent, state, info)
  },
  /** One line behind number signs, never a line above dashes. */
  heading: (node: Heading, parent, state, info) =>
    defaultHandlers.heading({ ...node, children: oneLine(node.children) }, parent, state, info),
  /** HTML is text here. */
  html(node: Html, _parent, state, info) {
    const leave = state.enter('phrasing')
    const text = state.safe(onOneLine(node.value), info)
    leave()
    return text
  },
  delete: Object.assign(deletion, {
    peek: () => '~',
    attention: () => ({ construct: 'strikethrough', markers: ['~'], sizes: [2] }),
  }),
  code: (node: Code, parent, state, info) => held(defaultHandlers.code(node, parent, state, info)),
  inlineCode: Object.assign(
    ((node: InlineCode, parent, state, info) =>
      held(table.handlers?.inlineCode?.(node, parent, state, info) ?? '')) satisfies Handle,
    { peek: () => '`' },
  ),
  citation: Object.assign((({ value }: Citation) => held(`[${value}]`)) satisfies Handle, {
    peek: () => '[',
  }),
  footnoteReference: Object.assign(
    (({ label, identifier }: { label?: string; identifier: string }) =>
      `[^${label ?? identifier}]`) satisfies Handle,
    { peek: () => '[' },
  ),
}

/** The printer encodes letters that would keep emphasis from forming; beside wide letters it forms all the same. */
const besideAsterisk = /((?<!\\)\*)&#x([0-9A-F]{4});(?![_~])|(?<![_~])&#x([0-9A-F]{4});(?=\*)/gu

const withWideLetters = (text: string): string =>
  text.replace(besideAsterisk, (whole, mark: string | undefined, after?: string, before?: string) => {
    const character = String.fromCharCode(Number.parseInt(after ?? before ?? '', 16))
    return isWide(character) ? `${mark ?? ''}${character}` : whole
  })

/**
 * A tree as Markdown, in one style: `-` bullets, `*` emphasis, `**` strong, fenced code, `***` rules, `#` headings.
 * What would read as markup is escaped; HTML is printed as the text it is. Ends with a line feed unless it is empty.
 */
export const printMarkdown = (tree: Root, { bullet = '-', ordered = '.' }: ListMarks = {}): string => {
  const printed = toMarkdown(tree, {
    bullet,
    bulletOther: bullet === '+' ? '-' : '+',
    bulletOrdered: ordered,
    emphasis: '*',
    strong: '*',
    fences: true,
    rule: '*',
    listItemIndent: 'one',
    extensions: [table, gfmFootnoteToMarkdown(), strikethrough],
    handlers,
    join: [blankLineBetween],
  })
  // At the beginning of a text it would be taken for a byte order mark.
  return withWideLetters(printed)
    .replaceAll(heldReference, '&#')
    .replace(/^\ufeff/u, '&#xFEFF;')
}
