import { describe, expect, test } from 'vitest'
import type { OpenProject } from '../../electron/project/project.ts'
import { promptTokens } from '../../electron/prompts/rooms.ts'
import { desk } from '../../shared/questions/drafts.ts'
import { flags } from '../../shared/questions/flags.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { runStatus } from '../../shared/questions/progress.ts'
import { played } from '../played.ts'
import { troubles } from '../scripted-server/trouble.ts'
import { expectSound, onFirstDraft, onSection2, source } from './scene.ts'

/** Tokens of the prompts that were sent for the first step of section 2, one after the other. */
const promptsSent = (project: OpenProject): readonly number[] =>
  [...project.state().call.values()]
    .filter(({ step }) => step === 'step:draft/2/1')
    .flatMap(({ id }) => {
      const body = project.shelf(`body:${id.slice('call:'.length)}`)
      return body && 'prompt' in body ? [promptTokens(body.prompt)] : []
    })

describe('F12: a prompt that the server finds too long', () => {
  test('is sent once more, shorter, and says what it leaves out', async () => {
    await played(
      onFirstDraft(troubles.overflow()),
      (project) => {
        expectSound(project)
        const [first = 0, second = 0, ...more] = promptsSent(project)
        expect([second > 0, second < first, more]).toEqual([true, true, []])
        const last = [...project.state().call.values()].findLast(({ step }) => step === 'step:draft/2/1')
        const body = project.shelf(`body:${last?.id.slice('call:'.length)}`)
        const parts = body && 'prompt' in body ? body.prompt : []
        expect(parts.flatMap(({ leftOut }) => leftOut ?? [])).toEqual([
          'It is left out: the server of “double” found a prompt too long.',
        ])
        expect(parts.some(({ name }) => name === 'Last answer')).toBe(false)
        expect([runStatus(project.state()), flags(project.state())]).toEqual(['done', []])
      },
      { source },
    )
  })

  test('and once more after that is put to the writer', async () => {
    await played(
      onSection2(troubles.overflow()),
      (project) => {
        expectSound(project)
        const state = project.state()
        const [first = 0, second = 0, ...more] = promptsSent(project)
        expect([second > 0, second < first, more]).toEqual([true, true, []])
        expect(flags(state).map(({ section, sentence }) => [section?.id, sentence])).toEqual([
          ['section:2', expect.stringContaining('Choose a model with a larger context')],
        ])
        const written = leaves(state).filter(({ id }) => desk(state, id).current)
        expect([runStatus(state), written.map(({ id }) => id)]).toEqual(['done', ['section:1', 'section:3']])
      },
      { source },
    )
  })
})
