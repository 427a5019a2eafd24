import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../../app/create-app.ts'
import { nodePlatform } from '../../../app/platform.ts'
import type { Client } from '../../../../shared/contract.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { ModelChoice, Usage } from '../../../../shared/model.ts'
import { lastRun } from '../../../../shared/questions/phase.ts'
import { runStatus, spent, type RunStatus } from '../../../../shared/questions/progress.ts'
import type { ProjectState } from '../../../../shared/project-state.ts'
import type { Fault } from '../../../../shared/records.ts'
import { stateNow } from '../../follow.ts'
import { joinApp } from '../../port-pair.ts'
import { gradeDocument, type DocumentGrade } from './grading/grade-document.ts'
import type { Task } from './grading/task.ts'

/** How documents are written. */
export type Writing = { readonly model: ModelChoice; readonly lanes?: number; readonly signal: AbortSignal }

/** One document: what it is worth, what it cost, and how its run ended. */
export type WrittenTask = {
  readonly task: Task
  readonly grade: DocumentGrade
  readonly calls: number
  readonly tokens: Usage
  readonly seconds: number
  readonly status: RunStatus | 'refused'
  readonly fault: Fault | null
}

type Ended = { readonly state: ProjectState; readonly markdown: string; readonly refusal: Fault | null }

const runToEnd = async (client: Client, project: string, writing: Writing): Promise<Fault | null> => {
  const { model, lanes, signal } = writing
  // A stop that fails shows in how the run ends.
  const stop = (): void => void client.runs.stop({ project }).catch(() => {})
  try {
    await client.runs.start({ project, model, approve: 'auto', ...(lanes !== undefined && { lanes }) })
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'brief-conflict')) throw error
    return { code: error.code, sentence: error.message }
  }
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  try {
    await client.runs.ended({ project })
    return null
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

const write = async (client: Client, folder: string, task: Task, writing: Writing): Promise<Ended> => {
  const { project } = await client.projects.create({ source: task.prompt, name: task.id, folder, seed: 1 })
  const refusal = await runToEnd(client, project, writing)
  const { base64 } = await client.exports.make({ project, format: 'markdown' })
  const markdown = Buffer.from(base64, 'base64').toString('utf8')
  return { state: await stateNow(client, project), markdown, refusal }
}

const inApp = async <Made>(act: (client: Client, folder: string) => Promise<Made>): Promise<Made> => {
  const folder = await mkdtemp(join(tmpdir(), 'longhand-bench-'))
  // Nothing of it is kept, also not in the list of projects opened lately.
  const settings = { read: () => Promise.resolve({}), write: () => Promise.resolve() }
  const app = createApp({ ...nodePlatform(() => {}), settings })
  const { client, close } = joinApp(app)
  try {
    return await act(client, folder)
  } finally {
    await app.close()
    close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Writes one task's document from its prompt, just as it is, in a folder that is gone afterwards, and grades it. */
export const writeTask = async (task: Task, writing: Writing): Promise<WrittenTask> => {
  const started = Date.now()
  const { state, markdown, refusal } = await inApp((client, folder) => write(client, folder, task, writing))
  return {
    task,
    grade: gradeDocument(task, markdown),
    ...spent(state),
    seconds: (Date.now() - started) / 1_000,
    status: refusal ? 'refused' : runStatus(state),
    fault: refusal ?? lastRun(state)?.reason ?? null,
  }
}
