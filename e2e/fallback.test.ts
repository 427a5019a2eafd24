import { expect, test } from 'vitest'
import type { NamedModel } from '../electron/agent/loop.ts'
import { everyRole } from '../electron/agent/loop.ts'
import { practiceModel } from '../electron/providers/practice.ts'
import type { Model } from '../electron/providers/provider.ts'
import type { ModelFailure } from '../shared/model.ts'
import { runStatus } from '../shared/questions/progress.ts'
import { inProject, runWith } from './in-project.ts'
import { fourChapters } from './played.ts'

const practice = practiceModel({ erring: 0 })

/** Fails as often as there are failures, and then answers. */
const failing = (failures: () => ModelFailure | null): Model & { readonly asked: () => number } => {
  let asked = 0
  const model: Model = async function* (request, signal) {
    asked += 1
    const failure = failures()
    if (failure) yield { type: 'failed', failure }
    else yield* practice(request, signal)
  }
  return Object.assign(model, { asked: () => asked })
}

const down = { code: 'model-unreachable', sentence: 'The server is gone.', scope: 'endpoint' } as const

/** From how many answers of the other model on it is well again, and how many answers it says that will take. */
type Illness = { readonly failure: ModelFailure; readonly wellAfter: number; readonly says?: number }

test.each<[string, Illness, readonly string[]]>([
  ['a server that never comes back', { failure: down, wellAfter: Infinity, says: 1e6 }, ['second']],
  [
    'a key that is refused',
    { failure: { ...down, code: 'model-key-refused' }, wellAfter: Infinity },
    ['second'],
  ],
  ['a server that comes back', { failure: down, wellAfter: 2, says: 3 }, ['second', 'first']],
])(
  '%s: the other model writes, the writer is told so once, and each call says who wrote',
  async (_, { failure, wellAfter, says }, wrote) => {
    await inProject(fourChapters, async (project) => {
      let answers = 0
      const second: Model = (request, signal) => {
        answers += 1
        return practice(request, signal)
      }
      const first = failing(() => {
        if (answers >= wellAfter) return null
        return says === undefined ? failure : { ...failure, retryAt: answers + says }
      })
      const told: unknown[] = []
      project.subscribe((event) => {
        if (event.type === 'notice') told.push([event.sentence, event.next])
      })
      const writer: readonly NamedModel[] = [
        { name: 'first', model: first },
        { name: 'second', model: second },
      ]
      const models = { ...everyRole({ name: 'plans', model: practice }), writer }
      await runWith(project, practice, { models, lanes: 1, now: () => answers })
      const state = project.state()
      const written = [...state.call.values()].filter(
        ({ role, status }) => role === 'writer' && status === 'ended',
      )
      expect([runStatus(state), [...new Set(written.map(({ model }) => model))]]).toEqual(['done', wrote])
      expect(told).toEqual([[failure.sentence, 'Going on with second.']])
      expect(first.asked() > 1).toBe(wrote.length === 2)
    })
  },
)
