import * as fc from 'fast-check'
import type { MarkJson, NodeJson } from './node-json.ts'

const words =
  'a b word 1 1. 1) 1984. - + * ** _ __ ~ ~~ ~~~ ` `` ``` # ## > | \\ \\\\ [ ] ( ) ! ^ : ; . = === --- *** & &amp; &#32; ' +
  '[^1] [@a] [x](y) ![x](y) <b> < http://x_y_ “ ” 我 的 。 「 」 か 한 é ש ل 🎉'
const odd = [
  '\u00a0',
  '\u3000',
  '\u2028',
  '\ufeff',
  '\ud800',
  '\0',
  '\u0007',
  '\v',
  '\uffff',
  '\r',
  '\n',
  '\t',
  ' ',
  '  ',
]

/** What may be typed or pasted: words, signs that mean something in Markdown, and what is no text at all. */
export const typedText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .array(fc.constantFrom(...words.split(' '), ...odd, ' ', ' '), { minLength: 1, maxLength: 5 })
      .map((found) => found.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }) },
)

const link = fc
  .record({
    href: fc.oneof(fc.constantFrom('', 'a b', 'http://a.b/(c'), typedText),
    title: fc.option(typedText),
  })
  .map((attrs): MarkJson => ({ type: 'link', attrs }))
const plainMark = fc
  .constantFrom('bold', 'italic', 'strike', 'code')
  .map((type: MarkJson['type']): MarkJson => ({ type }))
const marks = fc.uniqueArray(fc.oneof({ weight: 5, arbitrary: plainMark }, { weight: 1, arbitrary: link }), {
  maxLength: 3,
  selector: ({ type }) => type,
})

const attributes = (type: NodeJson['type'], attrs: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.record({ type: fc.constant(type), attrs: fc.record(attrs) })

const typed = typedText.map((text): NodeJson => ({ type: 'text', text }))
const image = attributes('image', { src: typedText, alt: typedText, title: fc.option(typedText) })
const call = attributes('footnoteReference', {
  label: fc.oneof(fc.constantFrom('1', 'a_b*', 'né', 'x y'), typedText),
})
const citation = attributes('citation', {
  value: fc.oneof(fc.constantFrom('@a', '@a, p. *3*', '@a; @b_c', '@d, <b> &amp;'), typedText),
})

const piece: fc.Arbitrary<NodeJson> = fc.oneof({ weight: 9, arbitrary: typed }, image, call, citation)
const marked = (arbitrary: fc.Arbitrary<NodeJson>): fc.Arbitrary<NodeJson> =>
  fc.tuple(arbitrary, marks).map(([node, found]) => ({ ...node, marks: found }))

const phrase = fc.array(marked(piece), { maxLength: 4 })
const lineBreak = fc.constant<NodeJson>({ type: 'hardBreak' })
const line = fc.array(
  marked(fc.oneof({ weight: 6, arbitrary: piece }, { weight: 1, arbitrary: lineBreak })),
  {
    maxLength: 5,
  },
)

const withContent = (
  type: NodeJson['type'],
  content: readonly NodeJson[],
  attrs?: NodeJson['attrs'],
): NodeJson => ({
  type,
  content,
  ...(attrs && { attrs }),
})

const paragraph = line.map((content) => withContent('paragraph', content))
const heading = fc
  .tuple(phrase, fc.integer({ min: 1, max: 6 }))
  .map(([content, level]) => withContent('heading', content, { level }))
const code = fc
  .tuple(fc.array(typedText, { maxLength: 3 }), fc.option(typedText))
  .map(([lines, language]) => [lines.join('\n'), language] as const)
  .map(([text, language]) => withContent('codeBlock', text ? [{ type: 'text', text }] : [], { language }))
const table = fc
  .tuple(
    fc.array(fc.array(phrase, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    fc.constantFrom(null, 'left', 'right', 'center'),
  )
  .map(([rows, align]) => {
    const cells = rows.map((row) => row.map((content) => withContent('tableCell', content, { align })))
    return withContent(
      'table',
      cells.map((row) => withContent('tableRow', row)),
    )
  })

/** Blocks of every kind the schema admits, also with contents that Markdown cannot hold as they are. */
export const blocks: fc.Arbitrary<NodeJson> = fc.letrec<{ block: NodeJson; body: readonly NodeJson[] }>(
  (tie) => ({
    block: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'block' },
      { weight: 3, arbitrary: paragraph },
      heading,
      code,
      table,
      fc.constant<NodeJson>({ type: 'horizontalRule' }),
      tie('body').map((content) => withContent('blockquote', content)),
      fc
        .tuple(
          fc.array(tie('body'), { minLength: 1, maxLength: 3 }),
          fc.option(fc.constantFrom(0, 1, 1984)),
          fc.boolean(),
        )
        .map(([items, start, spread]) => {
          const content = items.map((item) => withContent('listItem', item))
          return start === null
            ? withContent('bulletList', content, { spread })
            : withContent('orderedList', content, { start, spread })
        }),
      fc.tuple(tie('body'), fc.constantFrom('1', 'a_b', 'x]')).map(([body, label]) => {
        const content = body.map((node) =>
          node.type === 'footnoteDefinition' ? { type: 'horizontalRule' as const } : node,
        )
        return withContent('footnoteDefinition', content, { label })
      }),
    ),
    body: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
  }),
).block
