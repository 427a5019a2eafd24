import { resolve } from 'node:path'
import { dutyLine } from '../../../shared/constraints/demand.ts'
import type { ProjectState } from '../../../shared/project-state.ts'
import { flags, type Flag } from '../../../shared/questions/flags.ts'
import { leaves } from '../../../shared/questions/outline.ts'
import { runStatus } from '../../../shared/questions/progress.ts'
import { dutyVerdicts, type DutyVerdict } from '../../../shared/questions/verdicts.ts'
import type { SectionId } from '../../../shared/records.ts'
import { stateNow } from '../follow.ts'
import { totals } from './finish.ts'
import { exits, isFlawed } from './outcome.ts'
import { jsonLine, report } from './report.ts'
import { say, type Session } from './session.ts'
import type { Line, Style } from './spans.ts'

/** One thing that falls short. `section` is its title, null for the whole; `owes` the duty or the fault. */
export type Shortfall = {
  readonly section: string | null
  readonly verdict: 'broken' | 'unsure' | 'owed'
  readonly owes: string
  readonly quote?: string
  readonly advice?: string
}

/** The join of two sections that reads badly, and what would mend it. */
export type RoughSeam = { readonly left: string; readonly right: string; readonly advice: string }

const ofDuty = ({ duty, verdict, quote, advice }: DutyVerdict, title: string | null): readonly Shortfall[] =>
  verdict === 'kept'
    ? []
    : [
        {
          section: title,
          verdict,
          owes: dutyLine(duty.demand),
          ...(quote && { quote }),
          ...(advice && { advice }),
        },
      ]

const ofFlag = ({ section, verdict, sentence, quote, advice }: Flag): Shortfall => ({
  section: section?.title ?? null,
  verdict,
  owes: sentence,
  ...(quote && { quote }),
  ...(advice && { advice }),
})

/** All that falls short, in reading order, the whole document's last. */
export const shortfalls = (state: ProjectState): readonly Shortfall[] => {
  const duties = Map.groupBy(dutyVerdicts(state), ({ duty }) => duty.section)
  const ofDuties = (id: SectionId | null, title: string | null): readonly Shortfall[] =>
    (duties.get(id) ?? []).flatMap((each) => ofDuty(each, title))
  const flagged = Map.groupBy(flags(state), ({ section }) => section?.id ?? null)
  const ofFlags = (id: SectionId | null): readonly Shortfall[] => (flagged.get(id) ?? []).map(ofFlag)
  return [
    ...leaves(state).flatMap(({ id, title }) => [...ofFlags(id), ...ofDuties(id, title)]),
    ...ofFlags(null),
    ...ofDuties(null, null),
  ]
}

/** The seams that read badly, in reading order. */
export const roughSeams = (state: ProjectState): readonly RoughSeam[] => {
  const places = new Map(leaves(state).map(({ id }, i) => [id, i]))
  const title = (id: SectionId): string => state.section.get(id)?.title ?? id
  return [...state.seam.values()]
    .toSorted((a, b) => (places.get(a.left) ?? 0) - (places.get(b.left) ?? 0))
    .flatMap(({ left, right, advice }) =>
      advice === null ? [] : [{ left: title(left), right: title(right), advice }],
    )
}

const styles: Readonly<Record<Shortfall['verdict'], Style>> = { broken: 'bad', unsure: 'warn', owed: 'dim' }

const shortfallLines = ({ verdict, owes, quote, advice }: Shortfall): readonly Line[] => [
  ['  ', { text: verdict.padEnd(8), style: styles[verdict] }, owes],
  ...(quote ? [[`          "${quote}"`]] : []),
  ...(advice ? [[{ text: `          ${advice}`, style: 'dim' } as const]] : []),
]

const lines = (state: ProjectState): readonly Line[] => {
  const bySection = Map.groupBy(shortfalls(state), ({ section }) => section)
  const seams = roughSeams(state)
  return [
    ...[...bySection].flatMap(([title, all]): readonly Line[] => [
      [title ?? 'The whole'],
      ...all.flatMap(shortfallLines),
    ]),
    ...(seams.length > 0 ? [['Seams']] : []),
    ...seams.flatMap(({ left, right, advice }): readonly Line[] => [
      [`  ${left} / ${right}`],
      [{ text: `          ${advice}`, style: 'dim' }],
    ]),
    totals(state),
    ...(runStatus(state) === 'done' ? [] : [['The work is not finished.']]),
  ]
}

/** `longhand check`: what falls short in a project as it stands. */
export const check = async (session: Session, file: string): Promise<number> => {
  const { client, folder, json, print, started, now } = session
  const { project } = await client.projects.open({ path: resolve(folder, file) })
  const state = await stateNow(client, project)
  say(session, ...lines(state))
  const figures = report(state, { started, now: now(), project, exports: [] })
  if (json) print(jsonLine({ ...figures, findings: shortfalls(state), seams: roughSeams(state) }))
  return isFlawed(state) ? exits.flawed : exits.done
}
