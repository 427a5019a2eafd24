import type { Piece } from './layout.ts'
import type { Order } from './order.ts'
import type { Pen } from './pen.ts'

const several = <T>(most: number, find: () => T | undefined): readonly T[] =>
  Array.from({ length: most }, find).filter((each) => each !== undefined)

/** Three sentences for a list, or as many as could be found. */
export const listItems = (pen: Pen, { register }: Order): readonly string[] =>
  several(3, () => {
    const item = pen.find(register) ?? pen.find('bare')
    return item && pen.take(item)
  })

/** A list below the words that lead to it. */
export const list = (pen: Pen, order: Order): string | undefined => {
  const { register } = order
  const lead = pen.find('lead')
  const items = listItems(pen, order)
  if (!lead || items.length < 3) return undefined
  const mark = (i: number): string => (register === 'manual' ? `${i + 1}.` : '-')
  return `${lead}\n\n${items.map((item, i) => `${mark(i)} ${item}`).join('\n')}`
}

const bare = (text: string): string => text.replace(/[.。|]/gu, '')

const line = (text: string): string => `| ${text.split(' / ').map(bare).join(' | ')} |`

/** A table of two columns. */
export const table = (pen: Pen): string | undefined => {
  const head = pen.find('columns')
  const rows = several(4, () => {
    const row = pen.find('row')
    return row && pen.take(row)
  })
  if (!head || rows.length < 4) return undefined
  return [line(head), '| --- | --- |', ...rows.map(line)].join('\n')
}

const isBarred = ({ others }: Order, shape: 'list' | 'table' | 'heading'): boolean =>
  others.some((each) => each.kind === 'pattern' && each.params.not && each.params.has === shape)

/** Blocks that a report or manual of some length may have: a list, a table, a heading within. */
export const figures = (pen: Pen, order: Order): readonly Piece[] => {
  const { register, target } = order
  const { random } = pen
  if (register !== 'report' && register !== 'manual') return []
  const listed = random.chance(register === 'manual' ? 0.5 : 0.3) && target >= 150 && list(pen, order)
  const tabled = random.chance(0.2) && register === 'report' && target >= 250 && table(pen)
  const headed = random.chance(0.7) && target >= 450 && pen.find('heading')
  const made = { heading: headed && `### ${headed}`, list: listed, table: tabled } as const
  return (['heading', 'list', 'table'] as const)
    .map((shape) => !isBarred(order, shape) && made[shape])
    .filter((text) => typeof text === 'string')
    .map((text) => ({ kind: 'block', text }))
}
