import type { DefaultTreeAdapterTypes } from 'parse5'
import type { ReadBlock } from '../import-format.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const list = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Elements whose content is no text of the page. */
const unread = list(
  'script style noscript template head nav svg math iframe object embed applet canvas video audio select button input textarea form dialog frameset noframes',
)
/** Elements that stand in a line with the text around them; all others begin a block. */
const inline = list(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr img',
)

const attribute = ({ attrs }: Element, name: string): string =>
  attrs.find((each) => each.name === name)?.value ?? ''

const isUnseen = (element: Element): boolean =>
  element.attrs.some(({ name }) => name === 'hidden') ||
  /display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:[;\s]|$)|font-size\s*:\s*0/iu.test(
    attribute(element, 'style'),
  )

const isElement = (node: Node): node is Element => 'tagName' in node

/** Puts things onto a stack, the first of them to be taken next; there may be more than a call can have arguments. */
export const putBack = <Thing>(stack: Thing[], things: readonly Thing[]): void => {
  for (let i = things.length - 1; i >= 0; i -= 1) {
    const thing = things[i]
    if (thing !== undefined) stack.push(thing)
  }
}

/** A step of the walk: a node to read, or what is to be done behind the children of an element. */
type Task = Node | (() => void)

/** All text below an element, for what is left out. */
const textBelow = (top: Element): string => {
  const parts: string[] = []
  const waiting: Node[] = [top]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('value' in node) parts.push(node.value)
    else if (isElement(node) && !unread.has(node.tagName)) putBack(waiting, node.childNodes)
  }
  return parts.join(' ').replace(/\s+/gu, ' ').trim()
}

/** The text of a page as it is read, below `top`, and the texts that the page itself hides. */
export const pageText = (
  top: Element,
): { readonly blocks: readonly ReadBlock[]; readonly hidden: readonly string[] } => {
  const [blocks, hidden]: [ReadBlock[], string[]] = [[], []]
  let [line, level, kept] = ['', 0, 0]
  const end = (): void => {
    const text = kept > 0 ? line.replace(/^\n+/u, '').trimEnd() : line.replace(/[^\S\n]+/gu, ' ').trim()
    if (text !== '') blocks.push({ level, text })
    line = ''
  }
  const waiting: Task[] = [top]
  const enter = (element: Element): void => {
    const { tagName } = element
    const behind: Task[] = []
    if (tagName === 'br') line += '\n'
    else if (tagName === 'td' || tagName === 'th') line += line.trim() === '' ? '' : ' | '
    else if (!inline.has(tagName)) {
      end()
      behind.push(end)
    }
    const [, depth] = /^h([1-6])$/u.exec(tagName) ?? []
    if (depth !== undefined) {
      level = Number(depth)
      behind.push(() => void (level = 0))
    }
    if (tagName === 'pre') {
      kept += 1
      behind.push(() => void (kept -= 1))
    }
    putBack(waiting, behind)
    putBack<Task>(waiting, element.childNodes)
  }
  for (let task = waiting.pop(); task; task = waiting.pop()) {
    if (typeof task === 'function') task()
    else if ('value' in task) line += kept > 0 ? task.value : task.value.replace(/\s+/gu, ' ')
    else if (isElement(task) && !unread.has(task.tagName)) {
      if (isUnseen(task)) hidden.push(textBelow(task))
      else enter(task)
    }
  }
  end()
  return { blocks, hidden: hidden.filter((text) => text !== '') }
}
