import { expect, test } from 'vitest'
import { tryModel, type Trial } from '../../electron/app/try-model.ts'
import { openModel } from '../../electron/providers/open-model.ts'
import { startScriptedServer } from '../scripted-server/scripted-server.ts'
import { troubles } from '../scripted-server/trouble.ts'
import { fastPlatform } from './fast-clock.ts'
import { choiceOf, speakers } from './speakers.ts'
import type { Speaker } from './speakers.ts'

const platform = fastPlatform(60)
const prose = 'The boats came in late that morning, and there was ice on the ropes. '.repeat(6)
const object = '{"title": "A Winter Harbour", "words": 120}'
const lines = 'Title: A Winter Harbour\nWords: about 120'

const cases: readonly (readonly [string, string, boolean, Trial['json'], readonly boolean[]])[] = [
  ['follows a schema', object, true, 'schema', [false, true]],
  ['is asked without the schema that it refused', object, false, 'asked', [false, true, false]],
  ['answers in lines', lines, true, 'none', [false, true, false]],
]

test.each(
  speakers.flatMap((speaker) =>
    cases.map((each): readonly [string, string, Speaker, (typeof cases)[number]] => [
      speaker.name,
      each[0],
      speaker,
      each,
    ]),
  ),
)('%s: a model that %s', async (_, __, speaker, [, answer, takesSchemas, json, carried]) => {
  const server = await startScriptedServer(
    {
      reply: ({ messages }) =>
        messages.some(({ content }) => content.includes('Find a title')) ? answer : prose,
      trouble: (___, request) =>
        request.json && !takesSchemas ? troubles.badRequest('response_format is not supported') : null,
    },
    speaker.wire,
  )
  try {
    const { model } = openModel(choiceOf(speaker, server.url), platform)
    const trial = await tryModel({ model, now: Date.now, contextSize: async () => null })
    expect([trial.json, server.log.map(({ request }) => request.json !== undefined)]).toEqual([json, carried])
  } finally {
    await server.close()
  }
})
