import type { Brief, SectionId } from '../../shared/records.ts'
import { perform } from './actions.ts'
import { client } from './connection.ts'
import { notify } from './notices.ts'
import { beginOrders } from './order-actions.ts'
import { openPath, projectStore } from './project-store.ts'
import { settleAll } from './settle-first.ts'
import { keepDone } from './undo-stack.ts'

type Pattern = Brief['pattern'] | null

/** Has two to four more drafts of a section written, to choose from: each waits beside the text that stands. */
export const wishCandidates = (section: SectionId, count: number) =>
  perform(async () => {
    await settleAll()
    await client.sections.candidates({ project: openPath(), section, count })
    await beginOrders()
  })

/** Has a part of the outline (all of it for null) planned anew. Throws `AppError`. */
export const planAnew = async (section: SectionId | null, note: string, drafted: boolean): Promise<void> => {
  await settleAll()
  await client.plans.replan({ project: openPath(), section, note, drafted })
  await beginOrders()
}

const patternNow = (): Pattern => [...projectStore.getState().state.brief.values()][0]?.pattern ?? null

const setPattern = (project: string, pattern: Pattern) =>
  client.plans.setPattern({ project, pattern: pattern ?? null })

/** Takes a text, or without one the texts of this project, for the pattern of the plan. Throws `AppError`. */
export const learnPlan = async (text?: string): Promise<void> => {
  await settleAll()
  const project = openPath()
  const before = patternNow()
  const learn = () => client.plans.learn({ project, ...(text !== undefined && { text }) })
  const { parts } = await learn()
  keepDone({
    name: 'Learning of a plan',
    at: Date.now(),
    undo: () => setPattern(project, before),
    redo: learn,
  })
  notify(
    `The plan has a pattern of ${parts === 1 ? 'one part' : `${parts} parts`}: what is planned from now on follows it.`,
  )
}

/** Leaves the pattern out of the brief; undo brings it back. */
export const forgetPlan = () =>
  perform(async () => {
    const project = openPath()
    const before = patternNow()
    await setPattern(project, null)
    keepDone({
      name: 'Leaving out of the pattern',
      at: Date.now(),
      undo: () => setPattern(project, before),
      redo: () => setPattern(project, null),
    })
  })
