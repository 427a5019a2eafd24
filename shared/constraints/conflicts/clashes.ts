import { holds } from '../../text/quotes.ts'
import type { Conflict } from './conflict.ts'
import { meeting, ofKind, pairsOf, quoteOf, type Side } from './sides.ts'

const clash = (sentence: string, a: Side, b: Side, ways: readonly string[]): Conflict => ({
  level: 'conflict',
  sentence,
  quotes: [quoteOf(a.constraint), quoteOf(b.constraint)],
  ways,
  constraints: [a.constraint.id, b.constraint.id],
})

const apart = ['Drop one of the two.', 'Give them places that do not meet.']

/** Whether two sides must be kept by one text: they share a unit, or one floats while the other holds everywhere. */
const meet = (a: Side, b: Side, count: number): number | null => {
  const unit = meeting(a, b)
  if (unit !== null) return unit
  const floats = a.units.size === 0 || b.units.size === 0
  return floats && Math.max(a.units.size, b.units.size) >= count ? 0 : null
}

/** What must be said where it, or a part of it, must not be. */
const wanted = (sides: readonly Side[], count: number): readonly Conflict[] => {
  const said = [
    ...ofKind(sides, 'mentions').map((side) => ({ side, text: side.params.text })),
    ...ofKind(sides, 'repeats').flatMap((side) =>
      side.params.min ? [{ side, text: side.params.text }] : [],
    ),
    ...ofKind(sides, 'opening').flatMap((side) =>
      side.params.text === undefined ? [] : [{ side, text: side.params.text }],
    ),
    ...ofKind(sides, 'closing').flatMap((side) =>
      side.params.text === undefined ? [] : [{ side, text: side.params.text }],
    ),
  ]
  return said.flatMap(({ side, text }) =>
    ofKind(sides, 'avoids')
      .filter((unwanted) => holds(text, unwanted.params.text) && meet(side, unwanted, count) !== null)
      .map((unwanted) =>
        clash(`“${unwanted.params.text}” is wanted and forbidden in the same place.`, side, unwanted, apart),
      ),
  )
}

const shapes = (sides: readonly Side[], count: number): readonly Conflict[] =>
  pairsOf(ofKind(sides, 'pattern'))
    .filter(([a, b]) => a.params.has === b.params.has && (a.params.not ?? false) !== (b.params.not ?? false))
    .filter(([a, b]) => meet(a, b, count) !== null)
    .map(([a, b]) => clash(`A ${a.params.has} is wanted and forbidden in the same place.`, a, b, apart))

const edges = (sides: readonly Side[], kind: 'opening' | 'closing'): readonly Conflict[] =>
  pairsOf(ofKind(sides, kind)).flatMap(([a, b]) => {
    const texts =
      a.params.text !== undefined && b.params.text !== undefined && a.params.text !== b.params.text
    const forms =
      a.params.form !== undefined && b.params.form !== undefined && a.params.form !== b.params.form
    if ((!texts && !forms) || meeting(a, b) === null) return []
    return [clash(`A text has one ${kind}, and two are asked of the same place.`, a, b, apart)]
  })

/** "en" holds for "en-GB" as well. */
const sameLanguage = (a: string, b: string): boolean =>
  a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`)

const languages = (sides: readonly Side[]): readonly Conflict[] =>
  pairsOf(ofKind(sides, 'language'))
    .filter(([a, b]) => !sameLanguage(a.params.code, b.params.code) && meeting(a, b) !== null)
    .map(([a, b]) => clash(`One text cannot be in both ${a.params.code} and ${b.params.code}.`, a, b, apart))

const voices = (sides: readonly Side[]): readonly Conflict[] =>
  pairsOf(ofKind(sides, 'voice')).flatMap(([a, b]) => {
    const fields = ['person', 'tense', 'of'] as const
    const differs = fields.find((field) => {
      const [one, other] = [a.params[field], b.params[field]]
      return one !== undefined && other !== undefined && one !== other
    })
    if (differs === undefined || meeting(a, b) === null) return []
    const [one, other] = [a.params[differs], b.params[differs]]
    const said =
      differs === 'of'
        ? `through the eyes of both ${one} and ${other}`
        : `in both the ${one} and the ${other} ${differs}`
    return [clash(`One text cannot be told ${said}.`, a, b, apart)]
  })

const often = (sides: readonly Side[]): readonly Conflict[] =>
  pairsOf(ofKind(sides, 'repeats'))
    .filter(([{ params: a }, { params: b }]) => a.text.toLowerCase() === b.text.toLowerCase())
    .filter(
      ([{ params: a }, { params: b }]) =>
        Math.max(a.min ?? 0, b.min ?? 0) > Math.min(a.max ?? Infinity, b.max ?? Infinity),
    )
    .filter(([a, b]) => meeting(a, b) !== null || (a.units.size === 0 && b.units.size === 0))
    .map(([a, b]) => clash(`“${a.params.text}” cannot be said as often as both ask.`, a, b, apart))

/** Two demands that no text can keep in one place. */
export const clashes = (sides: readonly Side[], count: number): readonly Conflict[] => [
  ...wanted(sides, count),
  ...shapes(sides, count),
  ...edges(sides, 'opening'),
  ...edges(sides, 'closing'),
  ...languages(sides),
  ...voices(sides),
  ...often(sides),
]
