import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeOrders } from '../electron/app/change-orders.ts'
import { practiceModel } from '../electron/providers/practice.ts'
import type { Model } from '../electron/providers/provider.ts'
import type { ModelEvent } from '../shared/model.ts'
import { bounds, callBound } from '../shared/questions/bounds.ts'
import { desk } from '../shared/questions/drafts.ts'
import { shortfalls } from '../electron/host/cli/check.ts'
import { exitOfRun } from '../electron/host/cli/outcome.ts'
import { leaves } from '../shared/questions/outline.ts'
import { commandOrder } from '../shared/orders/command-order.ts'
import { inProject, runWith } from './in-project.ts'
import { forOrders, orderIn, practice, standing } from './standing-work.ts'

const usage = { input: 10, cached: 0, output: 10 }
const end: ModelEvent = { type: 'end', finish: 'stop', usage }

/** All that a model may do instead of answering. */
const misdeeds = {
  nothing: [end],
  blank: [{ type: 'text', text: ' \n ' }, end],
  silence: [],
  empty: [{ type: 'text', text: '{}' }, end],
  list: [{ type: 'text', text: '[]' }, end],
  broken: [{ type: 'text', text: '[{"n": 1, "title": "One", "point": ' }, end],
  prototype: [{ type: 'text', text: '[{"__proto__": {"x": 1}, "n": -4, "point": 1e99}]' }, end],
  deep: [{ type: 'text', text: '['.repeat(10_000) }, end],
  refusal: [{ type: 'text', text: "I'm sorry, but I can't help with that request." }, end],
  short: [{ type: 'text', text: 'It was so.' }, end],
  cut: [{ type: 'text', text: 'It was a long day, and then the' }],
  limit: [
    { type: 'text', text: 'One. Two. And' },
    { type: 'end', finish: 'length', usage },
  ],
  filter: [{ type: 'end', finish: 'filter', usage }],
  repeats: [{ type: 'text', text: 'The tide came in again. '.repeat(400) }, end],
  runaway: [
    { type: 'text', text: Array.from({ length: 3_000 }, (_, i) => `Line ${i} goes on.`).join(' ') },
    end,
  ],
  chinese: [{ type: 'text', text: '这一年的春天来得很早。'.repeat(60) }, end],
  failed: [{ type: 'failed', failure: { code: 'reply-cut', sentence: 'It broke off.', scope: 'attempt' } }],
  busy: [
    { type: 'failed', failure: { code: 'model-busy', sentence: 'Too busy.', scope: 'endpoint', retryAt: 1 } },
  ],
} as const satisfies Record<string, readonly ModelEvent[]>

type Deed = keyof typeof misdeeds | 'answers'

const honest = practiceModel({ erring: 0.5 })

const misbehaving = (deeds: readonly Deed[]): Model => {
  let asked = 0
  return async function* (request, signal) {
    const deed = deeds[asked++ % deeds.length] ?? 'answers'
    if (deed === 'answers') yield* honest(request, signal)
    else yield* misdeeds[deed]
  }
}

const brief = `---
units: { label: Chapter, count: 5, words: { min: 60, max: 80 } }
requirements:
  - { say: "low water", every: { n: 2, from: 1 } }
  - { avoid: "obviously", document: true }
  - { rule: "Never explain a joke.", each: true }
---
Five chapters about a ferry.`

const free = 'Write a short history of a ferry in about four parts.'

const anyDeeds = fc.array(fc.constantFrom<Deed>('answers', ...(Object.keys(misdeeds) as Deed[])), {
  minLength: 1,
  maxLength: 12,
})

test.each([
  ['a brief with units', brief],
  ['a free brief', free],
])(
  'whatever a model does, a run ends within the bound of calls computed before: %s',
  { timeout: 120_000 },
  async (_, source) => {
    await fc.assert(
      fc.asyncProperty(anyDeeds, fc.integer({ min: 1, max: 8 }), (deeds, lanes) =>
        inProject(source, async (project) => {
          const before = callBound(project.state(), lanes)
          await runWith(project, misbehaving(deeds), { lanes })
          const state = project.state()
          expect(state.call.size).toBeLessThanOrEqual(before)
          const perSection = Map.groupBy(
            [...state.call.values()].filter(({ scope }) => scope !== 'endpoint'),
            ({ section }) => section,
          )
          for (const { id } of leaves(state)) {
            expect(perSection.get(id)?.length ?? 0).toBeLessThanOrEqual(bounds.sectionCalls)
          }
        }),
      ),
      { numRuns: 60 },
    )
  },
)

test.each(Object.keys(misdeeds) as Deed[])(
  'nothing is passed over in silence when a model always does this: %s',
  async (deed) => {
    await inProject(brief, async (project) => {
      await runWith(project, misbehaving([deed]))
      const state = project.state()
      const [last] = [...state.run.values()]
      const unwritten = leaves(state).filter(({ id }) => !desk(state, id).current)
      const told = shortfalls(state).map(({ section }) => section)
      expect(last?.status).not.toBe('working')
      // What the terminal says must not be better than what happened.
      expect(exitOfRun(state)).not.toBe(0)
      if (last?.status === 'ended')
        expect(told).toEqual(expect.arrayContaining(unwritten.map(({ title }) => title)))
    })
  },
)

test('an order for more words than can be counted ends as any other', async () => {
  const { project } = standing()
  const length = { by: 'words', min: 1, max: 4e15 } as const
  const command = { id: 'own:long', name: 'Longer', about: '', needs: 'section', where: 'whole' } as const
  const order = commandOrder(
    project.state(),
    { ...command, instruction: 'Make it longer.', length },
    { section: 'section:2', at: 6 },
  )
  project.put(changeOrders(project, { put: [order], remove: [] }, 6))
  await runWith(project, practice, forOrders)
  expect(['ended', 'failed']).toContain(orderIn(project, order.id).status)
  for (const { reserved } of project.state().call.values()) expect(reserved).toBeLessThan(200_000)
})
