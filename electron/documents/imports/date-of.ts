import type { CslDate } from '../../../shared/csl.ts'

/** A date as files give it, `2021`, `2021-03` or `2021-03-04T…`; in other words it stays as it is written. */
export const dateOf = (written: string): CslDate | undefined => {
  const text = written.trim()
  if (text === '') return undefined
  const [, year, month, day] = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:T.*|[-/]*)$/u.exec(text) ?? []
  if (year === undefined) return { literal: text.slice(0, 100) }
  return { 'date-parts': [[year, month, day].flatMap((part) => (part === undefined ? [] : Number(part)))] }
}
