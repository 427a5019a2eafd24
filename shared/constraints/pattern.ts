import { z } from 'zod'
import { quoting } from './evidence.ts'
import { defineKind, type Check } from './kind.ts'
import { findShape, shapes, type Shape } from './patterns.ts'

const params = z.object({
  has: z.enum(shapes),
  min: z.int().positive().optional(),
  not: z.literal(true).optional(),
})
type Params = z.infer<typeof params>

/** Each shape by its name for one, for several and for none. */
const names: Readonly<Record<Shape, readonly [one: string, several: string, none: string]>> = {
  list: ['a list', 'lists', 'list'],
  table: ['a table', 'tables', 'table'],
  dialogue: ['dialogue', 'lines of dialogue', 'dialogue'],
  question: ['a question', 'questions', 'question'],
  number: ['a number in figures', 'numbers in figures', 'number in figures'],
  heading: ['a heading', 'headings', 'heading'],
  quotation: ['a quotation', 'quotations', 'quotation'],
  link: ['a link', 'links', 'link'],
}

const shapeNamed = (name: string): Shape | undefined => {
  const plain = name.trim().toLowerCase()
  return shapes.find((shape) => {
    const [one, several, none] = names[shape]
    return [one, several, none, shape, `${shape}s`].includes(plain)
  })
}

const read = (text: string): Params | null => {
  const {
    not,
    min,
    name = '',
  } = /^(?:(?<not>no )|(?:at least )?(?<min>\d+) |(?:a |an )?)(?<name>\S.*)$/iu.exec(text.trim())?.groups ??
  {}
  const has = shapeNamed(name)
  if (!has) return null
  return {
    has,
    ...(min !== undefined && { min: Number(min) }),
    ...(not !== undefined && { not: true as const }),
  }
}

const write = ({ has, min, not }: Params): string => {
  const [one, several, none] = names[has]
  if (not) return `no ${none}`
  return min === undefined ? one : `at least ${min} ${min === 1 ? none : several}`
}

/** The text must hold so many lists, tables, questions …, one where no number is given; with `not`, none at all. */
export const pattern = defineKind({
  kind: 'pattern',
  params,
  wordings: [{ field: 'has', lead: 'Have', read, write }],
  documentMeans: ({ min = 1, not }) => (not ? 'every section' : min > 1 ? 'the whole' : 'one section'),
  check: (text, asked): Check => {
    const { count, quote } = findShape(text, asked.has)
    const { min = 1, not } = asked
    if (not) {
      if (count === 0) return { verdict: 'kept' }
      return { verdict: 'broken', ...quoting(quote), advice: `Write it with ${write(asked)}.` }
    }
    if (count >= min) return { verdict: 'kept', ...quoting(quote) }
    const [one, several] = names[asked.has]
    const advice = min === 1 ? `Put in ${one}.` : `There are ${count} ${several}; put in ${min - count} more.`
    return { verdict: 'broken', ...quoting(quote), advice }
  },
})
