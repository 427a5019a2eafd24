import { describe, expect, test } from 'vitest'
import { redoSection, wishForCandidates } from '../electron/app/order-section.ts'
import type { Change } from '../electron/project/project.ts'
import { systemPlatform } from '../electron/providers/system-platform.ts'
import type { Model } from '../electron/providers/provider.ts'
import type { ModelRequest } from '../shared/model.ts'
import type { ProjectState } from '../shared/project-state.ts'
import { section } from '../shared/test-kit.ts'
import { runWith } from './in-project.ts'
import { carts, give, noon, orderIn, practice, standing } from './standing-work.ts'

/** What each request was for, `!` where the writer waits for it. */
const heard = (requests: readonly ModelRequest[]): readonly string[] =>
  requests.map(({ verb, priority }) => `${verb}${priority === 'writer' ? '!' : ''}`)

/** A model whose first calls hang until they are let go; the others are answered. */
const busy = (count: number) => {
  const requests: ModelRequest[] = []
  const held = new AbortController()
  const model: Model = async function* (request, signal) {
    requests.push(request)
    if (requests.length <= count) await systemPlatform.sleep(10_000, AbortSignal.any([signal, held.signal]))
    yield* practice(request, signal)
  }
  return { model, requests, letGo: () => held.abort() }
}

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2))
}

describe('what the writer waits for', () => {
  test('goes at once where all lanes of the run are busy, one piece at a time', async () => {
    const { project } = standing()
    const { model, requests, letGo } = busy(3)
    const run = runWith(project, model, { lanes: 2 })
    await until(() => requests.length === 2)
    const first = give(project, 'shorten', carts)
    give(project, 'shorten', noon, 11)
    await until(() => requests.length === 3)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(heard(requests)).toEqual(['review', 'review', 'revise!'])
    letGo()
    await run
    expect(orderIn(project, first).status).toBe('ended')
    expect(heard(requests).filter((each) => each.endsWith('!'))).toEqual(['revise!', 'revise!'])
  })

  test.each<readonly [string, (state: ProjectState) => Change]>([
    ['a further draft', (state) => wishForCandidates(state, 'section:2', 1)],
    ['a section to be written again', (state) => redoSection(state, 'section:2', '')],
  ])('%s goes first, and says so to the model', async (_, ask) => {
    const { project } = standing()
    const { model, requests } = busy(0)
    project.put(ask(project.state()))
    await runWith(project, model, { lanes: 1 })
    expect(heard(requests).filter((each) => each.startsWith('draft'))).toEqual(['draft!'])
    expect(heard(requests)[0]).toBe('draft!')
  })

  test('the run’s own drafts say nothing', async () => {
    const { project } = standing({}, section(4))
    const { model, requests } = busy(0)
    await runWith(project, model)
    expect(heard(requests).filter((each) => each.endsWith('!'))).toEqual([])
    expect(heard(requests)).toContain('draft')
  })
})
