import type { Nodes } from 'mdast'
import { plainOf } from '../text/markdown.ts'
import { quotedIn } from '../text/speech.ts'
import { countWords } from '../text/words.ts'
import type { CheckedText } from './checked-text.ts'
import { sentenceAt } from './evidence.ts'

/** What a text can hold beside plain sentences. */
export const shapes = [
  'list',
  'table',
  'dialogue',
  'question',
  'number',
  'heading',
  'quotation',
  'link',
] as const
export type Shape = (typeof shapes)[number]

/** How many there are in a text, and the place of the first, verbatim. */
export type Found = { readonly count: number; readonly quote: string }

/** Words from which a quoted stretch is a quotation, and not one word used with a wink. */
const fewestQuoted = 3

/** A question's mark, and none that stands in an address. */
const questionMark = /[?？؟]+(?![\p{L}\p{N}=&%/])|[？؟]+/gu

/** A number in figures, with its points and commas; no figure of a name such as `H2O` or a citation's key. */
const figure = /(?<![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}_])\p{Nd}+(?:[.,:'’]\p{Nd}+)*/gu

const address = /\bhttps?:\/\/[^\s<>"”»]+/gu
const citation = /\[@[^[\]\n]*\]/gu

const nodesOf = function* (node: Nodes, type: Nodes['type']): Generator<Nodes> {
  if (node.type === type) yield node
  if ('children' in node) for (const child of node.children) yield* nodesOf(child, type)
}

const firstBlock = (node: Nodes): string => plainOf(node).split('\n\n', 1)[0] ?? ''

const ofNodes = (text: CheckedText, type: Nodes['type']): Found => {
  const nodes = [...nodesOf(text.root(), type)]
  return { count: nodes.length, quote: nodes[0] ? firstBlock(nodes[0]) : '' }
}

const ofPlaces = (text: string, places: readonly number[]): Found => ({
  count: places.length,
  quote: places[0] === undefined ? '' : sentenceAt(text, places[0]),
})

const matches = (text: string, pattern: RegExp): readonly number[] =>
  Array.from(text.matchAll(pattern), ({ index }) => index)

/** The same text with what is no prose blotted out, every place where it was. */
const blotted = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (found) => ' '.repeat(found.length))

/** Text that runs outside links and code. */
const freeTexts = function* (node: Nodes): Generator<string> {
  if (node.type === 'text') yield node.value
  else if ('children' in node && node.type !== 'link')
    for (const child of node.children) yield* freeTexts(child)
}

const links = (text: CheckedText): Found => {
  const set = Array.from(nodesOf(text.root(), 'link'), (node) => (node.type === 'link' ? node.children : []))
  const bare = Array.from(freeTexts(text.root())).flatMap((each) => each.match(address) ?? [])
  const [first] = set
  const quote = first ? plainOf({ type: 'paragraph', children: first }) : (bare[0] ?? '')
  return { count: set.length + bare.length, quote }
}

const quotations = (text: CheckedText): Found => {
  const plain = text.plain()
  const set = ofNodes(text, 'blockquote')
  const said = quotedIn(plain).filter(({ from, to }) => countWords(plain.slice(from, to)) >= fewestQuoted)
  const inText = ofPlaces(
    plain,
    said.map(({ from }) => from),
  )
  return { count: set.count + inText.count, quote: inText.quote || set.quote }
}

/** Finds one shape in a text. Lists within lists count each. */
export const findShape = (text: CheckedText, shape: Shape): Found => {
  const plain = text.plain()
  switch (shape) {
    case 'list':
    case 'table':
    case 'heading':
      return ofNodes(text, shape)
    case 'link':
      return links(text)
    case 'quotation':
      return quotations(text)
    case 'dialogue':
      return ofPlaces(
        plain,
        quotedIn(plain)
          .filter(({ spoken }) => spoken)
          .map(({ from }) => from),
      )
    case 'question':
      return ofPlaces(plain, matches(blotted(plain, address), questionMark))
    case 'number':
      return ofPlaces(plain, matches(blotted(blotted(plain, address), citation), figure))
  }
}
