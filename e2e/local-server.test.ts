import { describe, expect, test } from 'vitest'
import type { OpenProject } from '../electron/project/project.ts'
import { openModel } from '../electron/providers/open-model.ts'
import type { ModelChoice } from '../shared/model.ts'
import { lastRun } from '../shared/questions/phase.ts'
import { runStatus, tally } from '../shared/questions/progress.ts'
import { practiceReply } from './accept/careless.ts'
import { fastPlatform } from './providers/fast-clock.ts'
import { inProject, runWith } from './in-project.ts'
import { fourChapters } from './played.ts'
import { openaiChat } from './scripted-server/wires/openai-chat.ts'
import { startScriptedServer, type ScriptedServer } from './scripted-server/scripted-server.ts'

const scenario = { reply: practiceReply, pace: { firstTokenMs: 2, tokenMs: 0 } }
const portOf = ({ url }: ScriptedServer): number => Number(new URL(url).port)

/** Every standing that the run came to, each once in a row. */
const standingsOf = (project: OpenProject): readonly string[] => {
  const seen: string[] = []
  project.subscribe(() => {
    const { status } = lastRun(project.state()) ?? {}
    if (status && seen.at(-1) !== status) seen.push(status)
  })
  return seen
}

/** Does something once so many replies have come. */
const afterReplies = (project: OpenProject, count: number, act: () => void): void => {
  let isDone = false
  project.subscribe(() => {
    const replies = [...project.state().call.values()].filter(({ status }) => status === 'ended').length
    if (isDone || replies < count) return
    isDone = true
    act()
  })
}

const writes = async (
  project: OpenProject,
  choice: ModelChoice,
  { lanes, times }: { readonly lanes: number; readonly times: number },
): Promise<void> => {
  const platform = fastPlatform(times)
  const { model } = openModel(choice, platform)
  await runWith(project, model, { lanes, now: platform.now, sleep: platform.sleep })
}

test('F14 a local server that dies and comes back at the same port is waited for, and the run goes on', async () => {
  const first = await startScriptedServer(scenario)
  let back: ScriptedServer | undefined
  await inProject(fourChapters, async (project) => {
    const standings = standingsOf(project)
    afterReplies(project, 4, () => void first.close())
    project.subscribe(() => {
      if (lastRun(project.state())?.status !== 'waiting' || back) return
      void startScriptedServer(scenario, openaiChat, portOf(first)).then((server) => (back = server))
    })
    await writes(project, { id: 'openai-compatible/m', baseUrl: first.url }, { lanes: 2, times: 30 })
    const run = lastRun(project.state())
    expect(standings.slice(0, 3)).toEqual(['working', 'waiting', 'working'])
    expect([standings.at(-1), runStatus(project.state()), tally(project.state()).broken]).toEqual([
      'ended',
      'done',
      0,
    ])
    expect([run?.setbacks, (back?.log.length ?? 0) > 0]).toEqual([1, true])
  })
  await back?.close()
})

describe('several base URLs', () => {
  test('F14 when one of the servers dies the others go on, nothing waits, and once it is back it works again', async () => {
    const slow = { ...scenario, pace: { firstTokenMs: 15, tokenMs: 0 } }
    const [one, two] = await Promise.all([startScriptedServer(slow), startScriptedServer(slow)])
    let back: ScriptedServer | undefined
    await inProject(fourChapters.replace('count: 4', 'count: 24'), async (project) => {
      const standings = standingsOf(project)
      afterReplies(project, 6, () => void one.close())
      afterReplies(project, 14, () => {
        void startScriptedServer(scenario, openaiChat, portOf(one)).then((server) => (back = server))
      })
      await writes(
        project,
        { id: 'openai-compatible/m', baseUrl: `${one.url}\n${two.url}` },
        { lanes: 4, times: 100 },
      )
      expect([standings, tally(project.state()).broken]).toEqual([['working', 'ended'], 0])
    })
    expect([one.log.length > 0, two.log.length > one.log.length, (back?.log.length ?? 0) > 0]).toEqual([
      true,
      true,
      true,
    ])
    await Promise.all([two.close(), back?.close()])
  })

  test.each<[string, string | undefined, readonly string[]]>([
    ['that came with the choice goes to all it names', 'sk-both', ['Bearer sk-both', 'Bearer sk-both']],
    ['is else the one of each address', undefined, ['Bearer sk-one', 'Bearer sk-two']],
  ])('a key %s', async (_, apiKey, expected) => {
    const servers = await Promise.all([startScriptedServer(scenario), startScriptedServer(scenario)])
    const keys = new Map(servers.map(({ url }, i) => [url, i === 0 ? 'sk-one' : 'sk-two']))
    const choice = { id: 'openai-compatible/m', baseUrl: servers.map(({ url }) => url).join(', ') }
    const complete = (each: ModelChoice): ModelChoice => ({
      apiKey: keys.get(each.baseUrl ?? '') ?? 'none',
      ...each,
    })
    const given = { ...choice, ...(apiKey && { apiKey }) }
    const { model, lanes } = openModel(given, fastPlatform(1), complete)
    await inProject(fourChapters, (project) => runWith(project, model, { lanes }))
    const seen = servers.map(({ log }) => [...new Set(log.map(({ headers }) => headers.authorization))])
    expect(seen).toEqual(expected.map((each) => [each]))
    await Promise.all(servers.map((server) => server.close()))
  })
})
