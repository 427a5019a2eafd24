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
import type { Body, Call, Fault } from '../../../../shared/records.ts'
import { stateNow } from '../../follow.ts'
import { joinApp } from '../../port-pair.ts'
import type { SavedCall } from './grading/grade-cost.ts'

/** How documents are written. */
export type Writing = { readonly model: ModelChoice; readonly lanes?: number; readonly signal: AbortSignal }

/** A document as it was exported, what it cost, and how its run ended. `seconds` are those of the run alone. */
export type WrittenDocument = {
  readonly markdown: string
  readonly saved: readonly SavedCall[]
  readonly calls: number
  readonly tokens: Usage
  readonly seconds: number
  readonly status: RunStatus | 'refused'
  readonly fault: Fault | null
}

type Asked = { readonly prompt: string; readonly name: string }

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

/** A prompt as it is sent: neighbouring parts from the same side with an empty line between them. */
const sent = ({ prompt }: Body): string =>
  prompt
    .filter(({ text }) => text !== '')
    .map(({ from, text }, i, all) => (from === all[i - 1]?.from ? `\n\n${text}` : `${from}\n${text}`))
    .join('')

const savedCalls = async (
  client: Client,
  project: string,
  calls: Iterable<Call>,
): Promise<readonly SavedCall[]> => {
  const saved: SavedCall[] = []
  for (const { id, verb, model, section, startedAt } of calls) {
    const body = await client.calls.body({ project, call: id })
    saved.push({ id, verb, model, section, startedAt, prompt: body && sent(body) })
  }
  return saved
}

const write = async (
  client: Client,
  folder: string,
  { prompt, name }: Asked,
  writing: Writing,
): Promise<WrittenDocument> => {
  const { project } = await client.projects.create({ source: prompt, name, folder, seed: 1 })
  const started = Date.now()
  const refusal = await runToEnd(client, project, writing)
  const seconds = (Date.now() - started) / 1_000
  const { base64 } = await client.exports.make({ project, format: 'markdown' })
  const markdown = Buffer.from(base64, 'base64').toString('utf8')
  const state = await stateNow(client, project)
  const saved = await savedCalls(client, project, state.call.values())
  return {
    markdown,
    saved,
    ...spent(state),
    seconds,
    status: refusal ? 'refused' : runStatus(state),
    fault: refusal ?? lastRun(state)?.reason ?? null,
  }
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

/** Writes a document from a prompt, just as it is, in a folder that is gone afterwards. */
export const writeDocument = (asked: Asked, writing: Writing): Promise<WrittenDocument> =>
  inApp((client, folder) => write(client, folder, asked, writing))
