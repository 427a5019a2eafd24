import { resolve } from 'node:path'
import { dutyLine } from '../../../shared/constraints/demand.ts'
import type { ProjectState } from '../../../shared/project-state.ts'
import { flags, type Flag } from '../../../shared/questions/flags.ts'
import { openOrders } from '../../../shared/questions/orders.ts'
import { leaves } from '../../../shared/questions/outline.ts'
import { runStatus } from '../../../shared/questions/progress.ts'
import { isSearchStep } from '../../../shared/questions/steps.ts'
import { dutyVerdicts, type DutyVerdict } from '../../../shared/questions/verdicts.ts'
import type { Order, SectionId } from '../../../shared/records.ts'
import { oneLine } from '../../../shared/text/one-line.ts'
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

/** Something found that is to be done to a section, and what would mend it. `section` is its title. */
export type OpenOrder = {
  readonly section: string
  readonly kind: Order['kind']
  readonly says: string
  readonly quote?: string
  readonly advice: string
}

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

const ofOrder = (state: ProjectState, { section, kind, sentence, places, advice }: Order): OpenOrder => {
  const quote = places.find((place) => place.section === section)?.quote
  return {
    section: state.section.get(section)?.title ?? '',
    kind,
    says: sentence,
    ...(quote !== undefined && { quote: oneLine(quote) }),
    advice,
  }
}

/** The work orders that wait for the writer, in reading order. */
export const workOrders = (state: ProjectState): readonly OpenOrder[] =>
  openOrders(state).map((order) => ofOrder(state, order))

/** What the last search of all texts had to leave out. */
const leftOut = (state: ProjectState): readonly Line[] => {
  const last = [...state.step.values()].findLast(({ id }) => isSearchStep(id))
  return last?.fault ? [[`  ${last.fault.sentence}`]] : []
}

const styles: Readonly<Record<Shortfall['verdict'], Style>> = { broken: 'bad', unsure: 'warn', owed: 'dim' }

const shortfallLines = ({ verdict, owes, quote, advice }: Shortfall): readonly Line[] => [
  ['  ', { text: verdict.padEnd(8), style: styles[verdict] }, owes],
  ...(quote ? [[`          "${quote}"`]] : []),
  ...(advice ? [[{ text: `          ${advice}`, style: 'dim' } as const]] : []),
]

const orderLines = ({ section, says, quote, advice }: OpenOrder): readonly Line[] => [
  [`  ${section}: ${says}`],
  ...(quote ? [[`          "${quote}"`]] : []),
  [{ text: `          ${advice}`, style: 'dim' }],
]

const lines = (state: ProjectState): readonly Line[] => {
  const bySection = Map.groupBy(shortfalls(state), ({ section }) => section)
  const orders = [...workOrders(state).flatMap(orderLines), ...leftOut(state)]
  return [
    ...[...bySection].flatMap(([title, all]): readonly Line[] => [
      [title ?? 'The whole'],
      ...all.flatMap(shortfallLines),
    ]),
    ...(orders.length > 0 ? [['Work orders']] : []),
    ...orders,
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
  if (json) print(jsonLine({ ...figures, findings: shortfalls(state), workOrders: workOrders(state) }))
  return isFlawed(state) ? exits.flawed : exits.done
}
