import { reach } from '../constraints/placement.ts'
import type { Brief } from '../records.ts'
import { question } from './question.ts'

/** Words a section gets where the brief says nothing. */
const usualSection = 400
const usualWhole = 2_400

/** The outward shape the brief asks for: how many sections, of which label, with how many words. */
export type Shape = {
  readonly label: string
  /** Sections that must exist, or null where the planner chooses (then `least` to `most`). */
  readonly count: number | null
  readonly least: number
  readonly most: number
  /** Words of the whole, and of one section where every section is a unit like the others. */
  readonly words: number
  readonly each: number | null
  /** Whether the brief's numbers say how long the whole is; otherwise `words` is only a guess. */
  readonly stated: boolean
}

/** What the units are called where the brief does not say. */
const usualLabel = (form: string): string =>
  /^(?:novel|report)$/iu.test(form.trim()) ? 'Chapter' : 'Section'

const clamp = (value: number, min: number, max: number): number => Math.max(min, Math.min(max, value))

const unitWords = (brief: Brief): number => {
  const { min, max } = brief.units?.words ?? {}
  const count = brief.units?.count
  if (brief.words !== undefined && count !== undefined) {
    return clamp(Math.round(brief.words / count), min ?? 1, max ?? Infinity)
  }
  if (min !== undefined && max !== undefined) return Math.round((min + max) / 2)
  // Above a bare minimum, and below a bare maximum, there is room for a writer who counts badly.
  if (min !== undefined) return Math.ceil(min * 1.15)
  return max === undefined ? usualSection : Math.floor(max * 0.9)
}

/** What the brief's numbers ask of the plan. */
export const shape = question(['brief', 'constraint'], (state): Shape => {
  const [brief] = state.brief.values()
  const owed = [...state.constraint.values()].filter(({ muted }) => !muted)
  const furthest = Math.max(0, ...owed.map(({ placement }) => reach(placement)))
  if (!brief)
    return { label: 'Section', count: null, least: 1, most: 1, words: usualWhole, each: null, stated: false }
  const label = brief.units?.label ?? usualLabel(brief.form)
  const count = brief.units?.count
  if (count !== undefined) {
    const each = unitWords(brief)
    return { label, count, least: count, most: count, words: brief.words ?? each * count, each, stated: true }
  }
  const words = brief.words ?? usualWhole
  const each = brief.units?.words ? unitWords(brief) : null
  const likely = clamp(Math.round(words / (each ?? usualSection)), 3, 60)
  const least = Math.max(furthest, Math.ceil(likely * 0.7), 1)
  const most = Math.max(least, Math.ceil(likely * 1.5))
  return { label, count: null, least, most, words, each, stated: brief.words !== undefined }
})
