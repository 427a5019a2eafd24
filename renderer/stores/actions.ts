import type { ProjectState } from '../../shared/project-state.ts'
import { inverseConstraintChange, type ConstraintChange } from '../../shared/constraint-change.ts'
import { AppError } from '../../shared/errors.ts'
import type { ModelChoice } from '../../shared/model.ts'
import { agenda } from '../../shared/questions/agenda.ts'
import { desk } from '../../shared/questions/drafts.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { runStatus } from '../../shared/questions/progress.ts'
import type { SectionId } from '../../shared/records.ts'
import { inverseChange, type SectionChange } from '../../shared/section-change.ts'
import { client } from './connection.ts'
import { sentenceOf } from './failures.ts'
import { isSameModel, modelStore } from './model-store.ts'
import { notify } from './notices.ts'
import { openPath, openProject, projectStore } from './project-store.ts'
import { saveFile } from './save-file.ts'
import { settleAll } from './settle-first.ts'
import { clearUndo, keepDone } from './undo-stack.ts'
import { resetView, show } from './view-store.ts'

/** Carries something out; a failure becomes a notice, and null. */
export const perform = async <Result>(work: () => Promise<Result>): Promise<Result | null> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof AppError)) reportError(error)
    notify(sentenceOf(error), 'trouble')
    return null
  }
}

/** Opens a project file with a fresh view; `page` where it begins. */
export const enterProject = (path: string, page: 'brief' | 'manuscript'): void => {
  clearUndo()
  resetView(page)
  openProject(path)
}

/** Makes a project of a brief's source and opens it at its brief. */
export const makeProject = (source: string, folder: string, name?: string) =>
  perform(async () => {
    const { project } = await client.projects.create({ source, folder, ...(name && { name }) })
    enterProject(project, 'brief')
  })

/** Makes a project of a text and opens it. */
export const importText = (text: string, name: string, folder: string) =>
  perform(async () => {
    const { project, sections } = await client.projects.import({ text, name, folder })
    enterProject(project, 'manuscript')
    notify(`${sections === 1 ? 'One section was' : `${sections} sections were`} made of “${name}”.`)
  })

/** How the next run works: the model and those of single roles, and how far it may go. */
export const runSettings = () => {
  const { model, cap, money, minutes, lanes, casting } = modelStore.getState()
  const { planner, reviewer, fallback, embedding } = casting
  // The chosen model has its settings in whichever role it plays.
  const line = (own: ModelChoice | null): ModelChoice[] =>
    [own ?? model, ...fallback].map((each) => (isSameModel(each, model) ? model : each))
  const isOne = planner === null && reviewer === null && fallback.length === 0
  return {
    model,
    ...(!isOne && { roles: { planner: line(planner), writer: line(null), reviewer: line(reviewer) } }),
    ...(cap !== null && { maxTokens: cap }),
    ...(money !== null && { maxMoney: money }),
    ...(minutes !== null && { maxMinutes: minutes }),
    ...(lanes !== null && { lanes }),
    ...(embedding && { embedding }),
  }
}

/** Starts a run, or goes on with one that was stopped: the same thing. */
export const startRun = () =>
  perform(async () => {
    const project = openPath()
    const { state } = projectStore.getState()
    const isFirst = leaves(state).every(({ id }) => !desk(state, id).current)
    // Before the call, and only while nothing is written: a page never changes under somebody who types.
    if (isFirst && agenda(state).some(({ verb }) => verb === 'draft')) show({ page: 'wall' })
    await settleAll()
    await client.runs.start({ project, approve: 'ask', ...runSettings() })
  })

/** Stops the run; what was written stays. */
export const stopRun = () => perform(() => client.runs.stop({ project: openPath() }))

/** Says yes to the plan. */
export const approvePlan = () => perform(() => client.plans.approve({ project: openPath() }))

/** Stops what is being written for one section. */
export const holdSection = (section: SectionId) =>
  perform(() => client.sections.hold({ project: openPath(), section }))

/** Lets the loop take up a section again, and starts a run where none works. */
export const retrySection = (section: SectionId, working: boolean) =>
  perform(async () => {
    await client.sections.retry({ project: openPath(), section })
    if (!working) await startRun()
  })

/** Asks for a fresh draft of a section that mends what is broken in it, and starts a run where none works. */
export const mendSection = (section: SectionId, note: string) =>
  perform(async () => {
    await client.sections.redo({ project: openPath(), section, note })
    const status = runStatus(projectStore.getState().state)
    if (status !== 'working' && status !== 'awaits-time') await startRun()
  })

const applyConstraints = ({ put, remove }: ConstraintChange) =>
  client.constraints.change({ project: openPath(), put, remove })

/** Mends, confirms, mutes, adds or removes constraints, and keeps what takes that back. */
export const changeConstraints = (state: ProjectState, name: string, change: ConstraintChange) =>
  perform(async () => {
    const inverse = inverseConstraintChange(state, change)
    await applyConstraints(change)
    keepDone({
      name,
      at: Date.now(),
      undo: () => applyConstraints(inverse),
      redo: () => applyConstraints(change),
    })
    return change
  })

const applyOutline = ({ put, remove }: SectionChange) =>
  client.sections.change({ project: openPath(), put, remove })

/** Changes the outline, and keeps what takes the change back. */
export const changeOutline = (
  state: ProjectState,
  name: string,
  change: SectionChange | null,
  merge?: string,
) =>
  change === null
    ? Promise.resolve(null)
    : perform(async () => {
        const inverse = inverseChange(state, change)
        await applyOutline(change)
        keepDone({
          name,
          at: Date.now(),
          undo: () => applyOutline(inverse),
          redo: () => applyOutline(change),
          ...(merge !== undefined && { merge }),
        })
        return change
      })

/** Saves a brief in the place of `before`, and keeps what takes that back. Throws `brief-…` as an `AppError`. */
export const saveBrief = async (source: string, before: string): Promise<void> => {
  const put = (text: string) => client.briefs.save({ project: openPath(), source: text })
  await put(source)
  keepDone({
    name: 'Change of the brief',
    at: Date.now(),
    merge: 'brief',
    undo: () => put(before),
    redo: () => put(source),
  })
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (c) => c.codePointAt(0) ?? 0)

/** Makes an export and hands it to the browser as a download. */
export const downloadExport = (format: string) =>
  perform(async () => {
    const { name, type, base64 } = await client.exports.make({ project: openPath(), format })
    saveFile(name, type, bytesOf(base64))
    return name
  })

/** Saves a copy beside the project. */
export const copyProject = () =>
  perform(async () => {
    const { path } = await client.projects.copy({ project: openPath() })
    notify(`A copy was saved as ${path}.`)
  })
