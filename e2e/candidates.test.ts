import { expect, test } from 'vitest'
import { redoSection, wishForCandidates } from '../electron/app/order-section.ts'
import type { OpenProject } from '../electron/project/project.ts'
import { practiceModel } from '../electron/providers/practice.ts'
import type { Model } from '../electron/providers/provider.ts'
import { callBound } from '../shared/questions/bounds.ts'
import { desk } from '../shared/questions/drafts.ts'
import { flags } from '../shared/questions/flags.ts'
import { runStatus, tally } from '../shared/questions/progress.ts'
import { inProject, runWith } from './in-project.ts'
import { fourChapters } from './played.ts'

const practice = practiceModel({ erring: 0 })

const wish = (project: OpenProject, count: number): void =>
  project.put(wishForCandidates(project.state(), 'section:2', count))

const textsOf = (project: OpenProject): readonly string[] =>
  desk(project.state(), 'section:2')
    .proposals.toSorted((a, b) => a.id.localeCompare(b.id))
    .map(({ text }) => text)

test('the next run writes as many candidates as were wished for; what stands stays; a further wish adds to them', async () => {
  await inProject(fourChapters, async (project) => {
    await runWith(project, practice)
    const before = desk(project.state(), 'section:2').current
    wish(project, 3)
    const bound = callBound(project.state(), 4)
    expect(runStatus(project.state())).toBe('stopped')
    await runWith(project, practice)
    const three = textsOf(project)
    expect([three.length, new Set([before?.text, ...three]).size]).toEqual([3, 4])
    expect(three.every((text) => text.includes('low water'))).toBe(true)
    wish(project, 2)
    await runWith(project, practice)
    expect(textsOf(project).slice(0, 3)).toEqual(three)
    const state = project.state()
    expect([textsOf(project).length, desk(state, 'section:2').current, runStatus(state)]).toEqual([
      5,
      before,
      'done',
    ])
    expect(state.call.size).toBeLessThan(bound)
    expect([tally(state).broken, flags(state)]).toEqual([0, []])
  })
})

test('the same wish is granted in the same words, and a fresh draft leaves it behind', async () => {
  const said: (readonly string[])[] = []
  for (const lanes of [1, 8]) {
    await inProject(fourChapters, async (project) => {
      await runWith(project, practice, { lanes })
      wish(project, 2)
      await runWith(project, practice, { lanes })
      said.push(textsOf(project))
      project.put(redoSection(project.state(), 'section:2', ''))
      await runWith(project, practice, { lanes })
      expect([textsOf(project).length, runStatus(project.state())]).toEqual([2, 'done'])
    })
  }
  expect(said[0]).toEqual(said[1])
})

test('a candidate that cannot be written is told of, and costs no more than its bounds', async () => {
  const refusing: Model = async function* (request, signal) {
    if (request.verb !== 'draft') yield* practice(request, signal)
    else {
      yield { type: 'text', text: 'I’m sorry, but I can’t help with that request.' }
      yield { type: 'end', finish: 'stop', usage: { input: 1, cached: 0, output: 1 } }
    }
  }
  await inProject(fourChapters, async (project) => {
    await runWith(project, practice)
    const calls = project.state().call.size
    wish(project, 2)
    await runWith(project, refusing)
    const state = project.state()
    expect([textsOf(project), state.call.size - calls, runStatus(state)]).toEqual([[], 4, 'done'])
    expect(flags(state).map(({ section, verdict }) => [section?.id, verdict])).toEqual([
      ['section:2', 'unsure'],
      ['section:2', 'unsure'],
    ])
  })
})
