import { createApp, type App } from '../../app/create-app.ts'
import { nodePlatform } from '../../app/platform.ts'
import type { Client } from '../../../shared/contract.ts'
import { joinApp } from '../port-pair.ts'
import { programOf } from './command-line.ts'
import { createScreen, noScreen, type Screen } from './screen.ts'
import { harmless, type Line } from './spans.ts'

/** What every command works with. Paths are made absolute against `folder`, where the user stands. */
export type Session = {
  readonly client: Client
  /** Lets others than this command reach the app. */
  readonly serve: App['serve']
  readonly env: Readonly<Record<string, string | undefined>>
  readonly folder: string
  readonly json: boolean
  /** Progress, and what was made; silent under `--json` unless somebody looks on. */
  readonly screen: Screen
  /** Writes one sentence on stderr. */
  readonly complain: (sentence: string) => void
  /** Writes one line of JSON on stdout. */
  readonly print: (json: string) => void
  /** Aborts at the first Ctrl-C. */
  readonly stopping: AbortSignal
  readonly started: number
  readonly now: () => number
}

/** Whether bugs are shown with their stack. */
export const showsStacks = (env: Session['env']): boolean => Boolean(env['LONGHAND_DEBUG'])

const screenFor = (json: boolean, env: Session['env']): Screen => {
  if (!json) return createScreen(process.stdout, env)
  return process.stderr.isTTY ? createScreen(process.stderr, env) : noScreen
}

/** Whether a question can be put to somebody: input and the place where it would be shown are a terminal. */
export const canAsk = (json: boolean): boolean =>
  process.stdin.isTTY && (json ? process.stderr : process.stdout).isTTY

/** Opens the app for one command and closes it afterwards, whatever happens. */
export const withSession = async (
  { json, stopping }: Pick<Session, 'json' | 'stopping'>,
  command: (session: Session) => Promise<number>,
): Promise<number> => {
  const { env } = process
  const bug = (error: unknown): void => {
    if (showsStacks(env)) console.error(error)
  }
  const app = createApp({ ...nodePlatform(bug), program: programOf(env) })
  const { client, close } = joinApp(app)
  const screen = screenFor(json, env)
  try {
    return await command({
      client,
      serve: app.serve,
      env,
      folder: process.cwd(),
      json,
      screen,
      complain: (sentence) => process.stderr.write(`${harmless(sentence)}\n`),
      print: (line) => process.stdout.write(`${line}\n`),
      stopping,
      started: Date.now(),
      now: Date.now,
    })
  } finally {
    screen.draw([])
    await app.close()
    close()
  }
}

/** Says something that is part of the result: on stdout, and under `--json` not at all. */
export const say = ({ json, screen }: Session, ...lines: readonly Line[]): void => {
  if (!json) screen.tell(...lines)
}
