import { addressesOf } from '../../../shared/addresses-of.ts'
import type { Client } from '../../../shared/contract.ts'
import { commandLine, programOf } from './command-line.ts'
import { reachOf, type RunFlags } from './flags.ts'
import { exits } from './outcome.ts'
import { jsonLine } from './report.ts'
import { say, type Session } from './session.ts'
import type { Line, Style } from './spans.ts'

type Examination = Awaited<ReturnType<Client['models']['examine']>>
type Flags = Pick<RunFlags, 'baseUrl' | 'apiKeyEnv'>

const styles: Readonly<Record<'good' | 'note' | 'bad', readonly [string, Style]>> = {
  good: ['ok', 'good'],
  note: ['note', 'warn'],
  bad: ['no', 'bad'],
}

/** The flags that lead to a server; with the name of the key where it is one of those that were named with it. */
const reaching = (baseUrl: string | undefined, named: Flags): readonly string[] => {
  if (baseUrl === undefined) return []
  const own = new Set(addressesOf(named.baseUrl))
  const isNamed = addressesOf(baseUrl).every((each) => own.has(each))
  const key = isNamed && named.apiKeyEnv !== undefined ? ['--api-key-env', named.apiKeyEnv] : []
  return ['--base-url', baseUrl, ...key]
}

/** What to do next, with the command that does it last; `named` are the servers that were asked for and their key. */
export const nextFor = (
  { ready: [first], suggested }: Pick<Examination, 'ready' | 'suggested'>,
  env: Session['env'],
  named: Flags = {},
): string => {
  if (!first) {
    const others =
      'start Ollama and pull a model, or set the key of a vendor in an environment variable such as OPENAI_API_KEY'
    const none = `Nothing that writes for real is ready. The practice model works at once, with placeholder prose. For a real one ${others}`
    return suggested
      ? `${none}, or get one with: ${commandLine(env, 'models', 'get', suggested)}`
      : `${none}.`
  }
  const { model, baseUrl } = first
  const line = commandLine(env, 'write', 'brief.md', '--model', model, ...reaching(baseUrl, named))
  const names = model.endsWith('/NAME')
    ? `, with NAME one of those that “${programOf(env)} models” lists`
    : ''
  return `Ready to write${names}: ${line}`
}

/** `longhand doctor`: what is there, what is missing and what to do next. 0 where something that writes for real is ready. */
export const doctor = async (session: Session, flags: Flags): Promise<number> => {
  const { client, env } = session
  const reach = reachOf(flags, env)
  const examination = await client.models.examine(reach)
  const { checks, ready } = examination
  const next = nextFor(examination, env, { ...flags, ...reach })
  const isReady = ready.length > 0
  say(
    session,
    ...checks.flatMap(({ state, says, next: advice }): readonly Line[] => {
      const [word, style] = styles[state]
      return [
        [{ text: word.padEnd(6), style }, says],
        ...(advice ? [[{ text: `      ${advice}`, style: 'dim' } as const]] : []),
      ]
    }),
    [next],
  )
  if (session.json) session.print(jsonLine({ isReady, ready, next, checks }))
  return isReady ? exits.done : exits.flawed
}
