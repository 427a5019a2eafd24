import { describe, expect, test } from 'vitest'
import { everyRole } from '../electron/agent/loop.ts'
import { promptTokens } from '../electron/prompts/rooms.ts'
import type { Model } from '../electron/providers/provider.ts'
import { desk } from '../shared/questions/drafts.ts'
import { flags } from '../shared/questions/flags.ts'
import { leaves } from '../shared/questions/outline.ts'
import { lastRun } from '../shared/questions/phase.ts'
import type { OpenProject } from '../electron/project/project.ts'
import type { ModelEvent, ModelRequest } from '../shared/model.ts'
import { inProject, runWith } from './in-project.ts'
import { practice } from './standing-work.ts'

const brief = (text: string): string => `---
units: { label: Chapter, count: 12, words: { min: 60, max: 90 } }
order: sequence
requirements:
  - { say: "low water", at: 2 }
---
Twelve chapters about a ferry. ${text}`

/** What a model is sent, and all that a run came to. */
const runOn = async (
  source: string,
  context: number | undefined,
  look: (project: OpenProject, sent: readonly ModelRequest[]) => void,
  says: (request: ModelRequest, event: ModelEvent) => ModelEvent = (_, event) => event,
): Promise<void> => {
  const sent: ModelRequest[] = []
  const model: Model = async function* (request, signal) {
    sent.push(request)
    for await (const event of practice(request, signal)) yield says(request, event)
  }
  await inProject(source, async (project) => {
    await runWith(project, model, {
      lanes: 1,
      models: everyRole({ name: 'double', model, ...(context !== undefined && { context }) }),
    })
    look(project, sent)
  })
}

describe('a model that reads and writes little', () => {
  test.each([2_560, 4_096, 8_192])(
    'of %i tokens is never sent more, and the work is written',
    async (context) => {
      await runOn(brief(''), context, (project, sent) => {
        const over = sent.filter(({ messages, maxOutput }) => promptTokens(messages) + maxOutput > context)
        const state = project.state()
        const written = leaves(state).filter(({ id }) => desk(state, id).current)
        expect([over, written.length, lastRun(state)?.status]).toEqual([[], 12, 'ended'])
      })
    },
  )

  test('is not asked at all where the brief alone is too long, and the writer is told what to do', async () => {
    await runOn(brief('It runs daily at noon from the old quay. '.repeat(500)), 2_048, (project, sent) => {
      const drafts = sent.filter(({ verb }) => verb === 'draft')
      const told = flags(project.state()).filter(({ section }) => section?.id === 'section:1')
      expect([drafts, lastRun(project.state())?.status]).toEqual([[], 'ended'])
      expect(told.map(({ sentence }) => sentence)).toEqual([
        expect.stringContaining(
          'Choose a model with a larger context, split the section or shorten the brief.',
        ),
      ])
    })
  })
})

test('a server that cuts a long prompt off in silence is found out: what it wrote of half a prompt does not stand', async () => {
  let cut = 0
  const cutsOff = (request: ModelRequest, event: ModelEvent): ModelEvent => {
    const tokens = promptTokens(request.messages)
    if (event.type !== 'end' || tokens < 3_500) return event
    cut += 1
    return { ...event, usage: { input: 1_024, cached: 0, output: 100 } }
  }
  await runOn(
    brief('It runs daily at noon from the old quay. '.repeat(270)),
    undefined,
    (project) => {
      const state = project.state()
      const failed = [...state.call.values()].filter(({ fault }) => fault?.code === 'reply-too-long')
      expect([cut > 0, failed.length]).toEqual([true, cut])
      expect(leaves(state).filter(({ id }) => desk(state, id).current)).toEqual([])
      expect(failed[0]?.fault?.sentence).toMatch(/^“double” read 1024 tokens of about \d+: its server cuts/u)
    },
    cutsOff,
  )
})
