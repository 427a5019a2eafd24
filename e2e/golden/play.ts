import { AppError } from '../../shared/errors.ts'
import { commands } from '../../shared/commands/index.ts'
import { commandOrder } from '../../shared/orders/command-order.ts'
import { withLeadLast } from '../../shared/join/lead.ts'
import { desk } from '../../shared/questions/drafts.ts'
import { openOrders, needsNoModel } from '../../shared/questions/orders.ts'
import { leaves } from '../../shared/questions/outline.ts'
import type { Order, SectionId } from '../../shared/records.ts'
import { changeOrders } from '../../electron/app/change-orders.ts'
import { changeSections } from '../../electron/app/change-sections.ts'
import { holdSection, redoSection } from '../../electron/app/order-section.ts'
import { acceptProposal, dropProposal } from '../../electron/app/place-text.ts'
import { saveDraft } from '../../electron/app/save-draft.ts'
import type { OpenProject } from '../../electron/project/project.ts'
import { practiceModel } from '../../electron/providers/practice.ts'
import type { Model } from '../../electron/providers/provider.ts'
import { runWith } from '../in-project.ts'

/** What a scenario is played with: an open project, and a clock that moves by one at each look. */
export type Stage = { readonly project: OpenProject; readonly now: () => number }

/** A model that stops the run ahead of a call. */
const stopping = (model: Model, calls: number, stop: AbortController): Model => {
  let n = 0
  return async function* (request, signal) {
    n += 1
    if (n > calls) stop.abort()
    yield* model(request, signal)
  }
}

const run = (
  { project, now }: Stage,
  some: { readonly calls?: number; readonly ask?: true; readonly orders?: true },
) => {
  const stop = new AbortController()
  const practice = practiceModel()
  return runWith(project, some.calls === undefined ? practice : stopping(practice, some.calls, stop), {
    lanes: 1,
    approve: some.ask ? 'ask' : 'auto',
    signal: stop.signal,
    now,
    ...(some.orders && { scope: 'orders' }),
  })
}

const nth = (project: OpenProject, n: string | undefined): SectionId => {
  const section = leaves(project.state())[Number(n) - 1]
  if (!section) throw new Error(`no section ${n}`)
  return section.id
}

const give = ({ project, now }: Stage, id: string | undefined, section: SectionId): void => {
  const command = commands.find((each) => each.id === id)
  if (!command) throw new Error(`no command ${id}`)
  const text = desk(project.state(), section).current?.text ?? ''
  const quote = text.slice(0, Math.max(1, text.indexOf('.') + 1))
  const selection = { from: 0, to: quote.length, quote }
  const order = commandOrder(project.state(), command, { section, selection, note: 'Plainer.', at: now() })
  project.put(changeOrders(project, { put: [order], remove: [] }, now()))
}

const askForAll = ({ project, now }: Stage): void => {
  const ask = (put: readonly Order[]): void => {
    const asked = put.map((order): Order => ({ ...order, status: 'asked' }))
    project.put(changeOrders(project, { put: asked, remove: [] }, now()))
  }
  const orders = openOrders(project.state())
  ask(orders.filter((order) => !needsNoModel(order)))
  for (const order of orders.filter(needsNoModel)) {
    try {
      ask([order])
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      project.notice(error.message, error.next)
    }
  }
}

const accept = ({ project, now }: Stage, section: SectionId): void => {
  for (const { id } of desk(project.state(), section).proposals) {
    const at = now()
    const fresh = { fresh: `draft:${section.slice('section:'.length)}.writer-${at}`, at } as const
    try {
      project.put(acceptProposal(project.state(), id, undefined, fresh).change)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      project.notice(error.message, error.next)
    }
  }
}

const drop = ({ project }: Stage, section: SectionId): void => {
  for (const { id } of desk(project.state(), section).proposals)
    project.put(dropProposal(project.state(), id))
}

const type = ({ project, now }: Stage, section: SectionId, text: string): void => {
  const { current } = desk(project.state(), section)
  const base = current ? { draft: current.id, edition: current.edition } : null
  const at = now()
  const fresh = { fresh: `draft:${section.slice('section:'.length)}.writer-${at}`, at } as const
  project.put(saveDraft(project.state(), { section, text, base, origin: 'golden' }, new Map(), fresh).change)
}

const rename = ({ project }: Stage, id: SectionId, title: string): void => {
  const section = project.state().section.get(id)
  if (section) project.put(changeSections(project, { put: [{ ...section, title }], remove: [] }))
}

const last = ({ project }: Stage): void => {
  const form = [...project.state().brief.values()][0]?.form ?? ''
  project.put({ put: withLeadLast(leaves(project.state()), form) })
}

const approve = ({ project }: Stage): void => {
  const [plan] = project.state().plan.values()
  if (plan) project.put({ put: [{ ...plan, status: 'approved' }] })
}

type Act = (stage: Stage, ...given: readonly string[]) => void | Promise<void>

/** All that a scenario may say: a line each, with what it does. */
const acts: readonly (readonly [RegExp, Act])[] = [
  [/^run$/u, (stage) => run(stage, {})],
  [/^run asking$/u, (stage) => run(stage, { ask: true })],
  [/^run orders$/u, (stage) => run(stage, { orders: true })],
  [/^run for (\d+) calls?$/u, (stage, calls) => run(stage, { calls: Number(calls) })],
  [/^approve$/u, approve],
  [/^give (\S+) to section (\d+)$/u, (stage, command, n) => give(stage, command, nth(stage.project, n))],
  [/^ask for all$/u, askForAll],
  [/^accept section (\d+)$/u, (stage, n) => accept(stage, nth(stage.project, n))],
  [
    /^accept all$/u,
    (stage) => {
      for (const { id } of leaves(stage.project.state())) accept(stage, id)
    },
  ],
  [/^drop section (\d+)$/u, (stage, n) => drop(stage, nth(stage.project, n))],
  [/^type section (\d+): (.+)$/u, (stage, n, text = '') => type(stage, nth(stage.project, n), text)],
  [/^rename section (\d+): (.+)$/u, (stage, n, title = '') => rename(stage, nth(stage.project, n), title)],
  [/^lead last$/u, last],
  [/^hold section (\d+)$/u, ({ project }, n) => project.put(holdSection(project.state(), nth(project, n)))],
  [
    /^redo section (\d+): (.+)$/u,
    ({ project }, n, note = '') => project.put(redoSection(project.state(), nth(project, n), note)),
  ],
]

/** Plays one line of a scenario. Throws where the line says nothing that is known. */
export const play = async (stage: Stage, line: string): Promise<void> => {
  for (const [pattern, act] of acts) {
    const match = pattern.exec(line)
    if (match) return act(stage, ...match.slice(1))
  }
  throw new Error(`a scenario cannot say: ${line}`)
}
