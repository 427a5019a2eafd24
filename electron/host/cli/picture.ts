import type { ProjectState } from '../../../shared/project-state.ts'
import { desk } from '../../../shared/questions/drafts.ts'
import { leaves } from '../../../shared/questions/outline.ts'
import { lastRun } from '../../../shared/questions/phase.ts'
import {
  progress,
  runStatus,
  spent,
  tally,
  wordsWritten,
  type SectionProgress,
  wordsWanted,
} from '../../../shared/questions/progress.ts'
import { countWords } from '../../../shared/text/words.ts'
import { titleWidth } from './news.ts'
import { figure, inWords, verdictSpans } from './figures.ts'
import { fitTo, type Line, type Span } from './spans.ts'

const dim = (text: string): Span => ({ text, style: 'dim' })

/** Where one section stands, in a few words. `sofar` are the words of a draft that still streams. */
const statusLine = (each: SectionProgress, sofar: number): Line => {
  const { section, phase, words, round } = each
  const verdicts = verdictSpans(each)
  const revised = round > 0 ? [dim(`, revised${round > 1 ? ' twice' : ''}`)] : []
  switch (phase) {
    case 'unwritten':
      return [dim(`planned, ${inWords(section.words)} wanted`)]
    case 'drafting':
      return [`drafting, ${inWords(sofar)} so far`]
    case 'review':
      return [`drafted, ${inWords(words)}`, dim(', under review')]
    case 'revise':
      return [`${inWords(words)}, `, ...verdicts, dim(', being revised')]
    case 'settled':
      return [`${inWords(words)}, `, ...verdicts, ...revised]
    case 'failed':
      return [{ text: 'failed', style: 'bad' }, ': nothing could be written']
  }
}

/** The words of the draft that streams into a section. */
const wordsSoFar = (state: ProjectState, { section }: SectionProgress): number => {
  const { streaming } = desk(state, section.id)
  return streaming ? countWords(state.live.get(streaming.id) ?? '') : 0
}

/** The line of one section: its title, and where it stands. */
export const sectionLine = (state: ProjectState, each: SectionProgress, width: number): Line => [
  `${fitTo(each.section.title, width)}  `,
  ...statusLine(each, wordsSoFar(state, each)),
]

const rank = ({ phase }: SectionProgress): number => {
  switch (phase) {
    case 'drafting':
    case 'review':
    case 'revise':
      return 0
    case 'failed':
      return 1
    case 'unwritten':
      return 2
    case 'settled':
      return 3
  }
}

/** So many sections, those first that are in work, then what comes next, then what was settled last; in order. */
const inView = (all: readonly SectionProgress[], room: number): readonly SectionProgress[] => {
  if (all.length <= room) return all
  const places = all.map((each, i) => ({ i, rank: rank(each) }))
  const urgent = places.toSorted((a, b) => a.rank - b.rank || (a.rank === 3 ? b.i - a.i : a.i - b.i))
  const chosen = new Set(urgent.slice(0, Math.max(0, room)).map(({ i }) => i))
  return all.filter((_, i) => chosen.has(i))
}

/** The whole in one line. */
const sumLine = (state: ProjectState): Line => {
  const sections = progress(state)
  const settled = sections.filter(({ phase }) => phase === 'settled').length
  const { kept, broken } = tally(state)
  return [
    { text: `${figure(settled)} of ${figure(sections.length)} sections settled, `, style: 'dim' },
    { text: `${figure(wordsWritten(state))} of ${figure(wordsWanted(state))} words, `, style: 'dim' },
    ...verdictSpans({ kept, broken, unsure: 0 }),
    { text: `, ${figure(spent(state).calls)} calls`, style: 'dim' },
  ]
}

const seconds = (ms: number): string => `${Math.max(0, Math.ceil(ms / 1000))} s`

const workLine = (state: ProjectState, now: number): readonly Line[] => {
  const run = lastRun(state)
  if (runStatus(state) === 'awaits-time' && run?.until !== undefined) {
    const why = run.reason ? `: ${run.reason.sentence}` : '.'
    return [[{ text: `Going on in ${seconds(run.until - now)}${why}`, style: 'warn' }]]
  }
  if (state.plan.size > 0) return []
  const planned = progress(state).length
  return [[planned > 0 ? `Planning, ${figure(planned)} sections so far...` : 'Planning...']]
}

/** The work as a terminal shows it, in no more lines than it has rows: sections, then the whole in one line. */
export const picture = (state: ProjectState, now: number, rows: number): readonly Line[] => {
  const sections = progress(state)
  const below: readonly Line[] = [...workLine(state, now), ...(sections.length > 0 ? [sumLine(state)] : [])]
  const shown = inView(sections, rows - 1 - below.length)
  const width = titleWidth(leaves(state))
  return [...shown.map((each) => sectionLine(state, each, width)), ...below]
}
