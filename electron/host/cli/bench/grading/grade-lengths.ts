import { lengthCount, lengthOf, lengthScore } from './length-score.ts'
import type { WritingRequest } from './writing-request.ts'

/** The two languages of the benchmark. A request is Chinese where it has more Han characters than words in Latin letters. */
export const requestLanguages = ['english', 'chinese'] as const
export type RequestLanguage = (typeof requestLanguages)[number]

/** One request beside what was written for it. */
export type LengthGrade = {
  readonly language: RequestLanguage
  readonly required: number
  readonly written: number
  readonly score: number
}

/** The mean score of what was written in each language and in all; null where nothing was. */
export type LengthMeans = Readonly<Record<RequestLanguage | 'all', number | null>>

/** What each of these means must come to. */
export const leastScore = 95

const languageOf = (prompt: string): RequestLanguage => {
  const { han, latin } = lengthCount(prompt)
  return han > latin ? 'chinese' : 'english'
}

/** Grades the length of one text, headings and all. */
export const gradeLength = ({ prompt, length }: WritingRequest, text: string): LengthGrade => {
  const written = lengthOf(text)
  return { language: languageOf(prompt), required: length, written, score: lengthScore(length, written) }
}

const mean = (grades: readonly LengthGrade[]): number | null =>
  grades.length === 0 ? null : grades.reduce((sum, { score }) => sum + score, 0) / grades.length

/** The means of many grades. */
export const lengthMeans = (grades: readonly LengthGrade[]): LengthMeans => {
  const of = (wanted: RequestLanguage) => mean(grades.filter(({ language }) => language === wanted))
  return { all: mean(grades), english: of('english'), chinese: of('chinese') }
}

/** Whether any of the means there are is less than it must be. */
export const isTooLow = (means: LengthMeans): boolean =>
  Object.values(means).some((each) => each !== null && each < leastScore)
