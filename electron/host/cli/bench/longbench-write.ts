import { resolve } from 'node:path'
import { figure } from '../figures.ts'
import { jsonLine } from '../report.ts'
import { say, type Session } from '../session.ts'
import type { Line } from '../spans.ts'
import { exitAfter, writeEach, writingOf, type WritingFlags } from './each-document.ts'
import {
  gradeLength,
  isTooLow,
  leastScore,
  lengthMeans,
  requestLanguages,
  type LengthGrade,
  type LengthMeans,
} from './grading/grade-lengths.ts'
import type { WritingRequest } from './grading/writing-request.ts'
import { readRequests } from './read-tasks.ts'
import { writeDocument, type WrittenDocument, type Writing } from './write-document.ts'

/** The one object that `bench longbench-write --json` prints. */
export type LengthReport = {
  readonly benchmark: 'longbench-write'
  readonly requests: { readonly asked: number; readonly written: number }
  /** What each mean must come to. */
  readonly goal: number
  readonly score: LengthMeans
  readonly texts: readonly (LengthGrade & Pick<WritingRequest, 'type'>)[]
  readonly calls: number
  /** Requests whose run did not end well: `number: why`. */
  readonly unfinished: readonly string[]
  readonly seconds: number
}

type Numbered = WritingRequest & { readonly number: number }
type Written = Omit<WrittenDocument, 'markdown' | 'saved'> & {
  readonly request: Numbered
  readonly grade: LengthGrade
}

const write = async (request: Numbered, writing: Writing): Promise<Written> => {
  const asked = { prompt: request.prompt, name: `request ${request.number}` }
  const { markdown, saved: _, ...rest } = await writeDocument(asked, writing)
  return { ...rest, request, grade: gradeLength(request, markdown) }
}

const told = ({ request, grade, seconds }: Written): string =>
  `request ${request.number}, ${request.type}: ${figure(grade.written)} of ${figure(grade.required)} words, ${grade.score.toFixed(1)}, ${seconds.toFixed(1)} s`

const scoreLine = (name: string, mean: number | null, count: number): Line => [
  `${name.padEnd(10)}${mean === null ? '-' : mean.toFixed(2)} of at least ${leastScore}, ${figure(count)} texts`,
]

const lines = ({ score, texts, unfinished }: LengthReport): readonly Line[] => [
  ['Length score S_l of LongWriter, Han characters and Latin words counted, headings too:'],
  ...requestLanguages.map((language) =>
    scoreLine(language, score[language], texts.filter((each) => each.language === language).length),
  ),
  scoreLine('all', score.all, texts.length),
  ...unfinished.map((each): Line => [{ text: `unfinished ${each}`, style: 'bad' }]),
]

/**
 * `longhand bench longbench-write`: writes what each request of a file asks, just as it is, and grades how long it came
 * out. Ctrl-C ends it with what was done until then.
 */
export const longbenchWrite = async (
  session: Session,
  file: string,
  flags: WritingFlags,
): Promise<number> => {
  const { client, folder, json, print, now, started } = session
  const all = await readRequests(resolve(folder, file))
  const requests = all.slice(0, flags.limit).map((each, i): Numbered => ({ ...each, number: i + 1 }))
  const writing = writingOf(session, flags)
  await client.models.check(writing.model)
  const written = await writeEach(requests, session, (each) => write(each, writing), told)
  const report: LengthReport = {
    benchmark: 'longbench-write',
    requests: { asked: requests.length, written: written.length },
    goal: leastScore,
    score: lengthMeans(written.map(({ grade }) => grade)),
    texts: written.map(({ grade, request: { type } }) => ({ type, ...grade })),
    calls: written.reduce((sum, { calls }) => sum + calls, 0),
    unfinished: written.flatMap(({ request, status, fault }) =>
      status === 'done' ? [] : [`${request.number}: ${fault?.sentence ?? status}`],
    ),
    seconds: Math.round((now() - started) / 10) / 100,
  }
  say(session, ...lines(report))
  if (json) print(jsonLine(report))
  return exitAfter(session, written, isTooLow(report.score) || report.unfinished.length > 0)
}
