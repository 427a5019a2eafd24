import { expect, onTestFinished, test } from 'vitest'
import { practiceReply } from './accept/careless.ts'
import { folders, longhand } from './run-longhand.ts'
import { startScriptedServer } from './scripted-server/scripted-server.ts'
import { troubles, type Trouble } from './scripted-server/trouble.ts'

const newFolder = folders()

const brief = `---
title: The Ferry
form: report
units: { label: Part, count: 2, words: { min: 60, max: 80 } }
---
Two parts about a ferry.
`

const env = { OWN: 'sk-of-the-first' }

const start = async (trouble?: Trouble) => {
  const server = await startScriptedServer({ reply: practiceReply, trouble: () => trouble ?? null })
  onTestFinished(server.close)
  return server
}

test('a fallback on another server goes on there, without the key of the first', async () => {
  const [first, second] = [await start(troubles.keyRefused()), await start()]
  const flags = ['--model', 'openai-compatible/a', '--base-url', first.url, '--api-key-env', 'OWN']
  const fallback = ['--fallback', `openai-compatible/b@${second.url}`]
  const { code } = await longhand(newFolder({ 'b.md': brief }), ['write', 'b.md', ...flags, ...fallback], {
    env,
  })
  const asked = (log: typeof first.log) => [
    ...new Set(log.map(({ headers, request }) => `${request.model} ${headers.authorization}`)),
  ]
  expect([code === 0 || code === 1, asked(first.log), asked(second.log)]).toEqual([
    true,
    ['a Bearer sk-of-the-first'],
    ['b undefined'],
  ])
})

test('where no server goes on it is said how to, with the places and the settings', async () => {
  const [first, second] = [await start(troubles.keyRefused()), await start(troubles.keyRefused())]
  const models = [
    '--model',
    `openai-compatible/a@${first.url}`,
    '--fallback',
    `openai-compatible/b@${second.url}`,
  ]
  const flags = models.concat('--api-key-env', 'OWN', '--set', 'reasoningEffort=low')
  const folder = newFolder({ 'b.md': brief })
  const { code, err } = await longhand(folder, ['write', 'b.md', ...flags, '-o', 'b.longhand'], { env })
  expect([code, err.trimEnd().split(' Go on with: ')[1]]).toEqual([
    3,
    `longhand resume b.longhand ${flags.join(' ')}`,
  ])
})
