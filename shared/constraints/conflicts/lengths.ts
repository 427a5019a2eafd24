import type { Brief } from '../../records.ts'
import type { Conflict } from './conflict.ts'
import { amountText } from '../amount.ts'
import { isOfWhole, meeting, ofKind, pairsOf, quoteOf, type Side } from './sides.ts'

type Words = { readonly min?: number | undefined; readonly max?: number | undefined }
type Measured = Side & { readonly params: Words & { readonly within?: number | undefined } }

const exclude = (a: Words, b: Words): boolean =>
  Math.max(a.min ?? 0, b.min ?? 0) > Math.min(a.max ?? Infinity, b.max ?? Infinity)

const inWords = (words: Words): string => `${amountText(words)} words`

const isBounded = ({ params }: Measured): boolean => (params.min ?? params.max) !== undefined

/** Two lengths of one place that no text can keep. */
const apart = (lengths: readonly Measured[], label: string): readonly Conflict[] =>
  pairsOf(lengths).flatMap(([a, b]): readonly Conflict[] => {
    if (!exclude(a.params, b.params)) return []
    const both = isOfWhole(a.constraint) && isOfWhole(b.constraint)
    const unit = both ? null : meeting(a, b)
    if (!both && unit === null) return []
    const place = both ? 'The whole work' : `${label} ${unit}`
    return [
      {
        level: 'conflict',
        sentence: `${place} cannot have both ${inWords(a.params)} and ${inWords(b.params)}.`,
        quotes: [quoteOf(a.constraint), quoteOf(b.constraint)],
        ways: ['Drop one of the two lengths.', 'Give them places that do not meet.'],
        constraints: [a.constraint.id, b.constraint.id],
      },
    ]
  })

/** A length whose least is above its most. */
const inverted = (lengths: readonly Measured[]): readonly Conflict[] =>
  lengths.flatMap(({ params, constraint }): readonly Conflict[] =>
    exclude(params, {})
      ? [
          {
            level: 'conflict',
            sentence: `No text has at least ${params.min} and at most ${params.max} words.`,
            quotes: [quoteOf(constraint)],
            ways: ['Put the smaller number first.'],
            constraints: [constraint.id],
          },
        ]
      : [],
  )

/** What the record says of each unit, where a constraint for some of them says otherwise. */
const against = ({ units }: Brief, lengths: readonly Measured[]): readonly Conflict[] => {
  const words = units?.words
  if (!words || (words.min ?? words.max) === undefined || exclude(words, {})) return []
  const general = lengths.some(
    ({ constraint, params }) => constraint.placement.where === 'each' && !exclude(params, words),
  )
  if (general) return []
  return lengths.flatMap(({ params, constraint, units: owing }): readonly Conflict[] =>
    owing.size > 0 && exclude(words, params)
      ? [
          {
            level: 'conflict',
            sentence: `Each ${units.label.toLowerCase()} is to have ${inWords(words)}, and here ${inWords(params)} are asked.`,
            quotes: [`${inWords(words)} each`, quoteOf(constraint)],
            ways: ['Change the words of each.', 'Drop this length.'],
            constraints: [constraint.id],
          },
        ]
      : [],
  )
}

type Sum = { readonly least: number; readonly most: number; readonly bound: Measured | undefined }

/** What all units together have at least and at most, and the constraint that says so of most of them. */
const sumOf = (brief: Brief, lengths: readonly Measured[], count: number): Sum => {
  const { min = 0, max = Infinity } = brief.units?.words ?? {}
  const least = new Float64Array(count).fill(min)
  const most = new Float64Array(count).fill(max)
  for (const { params, units } of lengths) {
    for (const unit of units) {
      least[unit - 1] = Math.max(least[unit - 1] ?? 0, params.min ?? 0)
      most[unit - 1] = Math.min(most[unit - 1] ?? Infinity, params.max ?? Infinity)
    }
  }
  const bound = lengths.toSorted((a, b) => b.units.size - a.units.size).find(({ units }) => units.size > 0)
  const sum = (all: Float64Array): number => all.reduce((total, each) => total + each, 0)
  return { least: sum(least), most: sum(most), bound }
}

/** The whole against the sum of its units: budgets that cannot add up. */
const sums = (brief: Brief, lengths: readonly Measured[], count: number): readonly Conflict[] => {
  if (brief.units?.count === undefined) return []
  const stated = lengths.filter(({ constraint }) => isOfWhole(constraint))
  const { words } = brief
  const recorded: readonly {
    readonly params: Words
    readonly quote: string
    readonly ids: Conflict['constraints']
  }[] =
    stated.length > 0
      ? stated.map(({ params, constraint }) => ({ params, quote: quoteOf(constraint), ids: [constraint.id] }))
      : words === undefined
        ? []
        : [{ params: { min: words * 0.9, max: words * 1.1 }, quote: `${words} words`, ids: [] }]
  const { least, most, bound } = sumOf(brief, lengths, count)
  const unit = brief.units.label.toLowerCase()
  return recorded.flatMap(({ params, quote, ids }): readonly Conflict[] => {
    const over = params.max !== undefined && least > params.max
    const under = params.min !== undefined && most < params.min
    if (!over && !under) return []
    const said = over ? `at least ${least}` : `at most ${most}`
    return [
      {
        level: 'conflict',
        sentence: `The ${unit}s have ${said} words together, which does not fit the whole.`,
        quotes: [bound ? quoteOf(bound.constraint) : `${count} ${unit}s`, quote],
        ways: [
          `Change the words of each ${unit}.`,
          'Change the words of the whole.',
          `Change how many ${unit}s there are.`,
        ],
        constraints: [...(bound ? [bound.constraint.id] : []), ...ids],
      },
    ]
  })
}

/** Lengths that exclude each other, and budgets that cannot add up. */
export const lengthConflicts = (brief: Brief, sides: readonly Side[], count: number): readonly Conflict[] => {
  const lengths = ofKind(sides, 'length').filter(isBounded)
  const sound = lengths.filter(({ params }) => !exclude(params, {}))
  const label = brief.units?.label ?? 'Section'
  return [
    ...inverted(lengths),
    ...apart(sound, label),
    ...against(brief, sound),
    ...sums(brief, sound, count),
  ]
}
