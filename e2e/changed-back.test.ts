import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeConstraints } from '../electron/app/change-constraints.ts'
import { changeSections } from '../electron/app/change-sections.ts'
import type { OpenProject } from '../electron/project/project.ts'
import type { Model } from '../electron/providers/provider.ts'
import { codeFindings } from '../shared/join/code-findings.ts'
import { foundOrder } from '../shared/orders/found-order.ts'
import type { ProjectState } from '../shared/project-state.ts'
import { agenda } from '../shared/questions/agenda.ts'
import { bounds, callsSpent } from '../shared/questions/bounds.ts'
import { desk } from '../shared/questions/drafts.ts'
import { seamId } from '../shared/questions/joins.ts'
import { openOrders } from '../shared/questions/orders.ts'
import { leaves } from '../shared/questions/outline.ts'
import { runStatus } from '../shared/questions/progress.ts'
import { staleReviews } from '../shared/questions/stale.ts'
import { textHash } from '../shared/questions/text-hash.ts'
import { reviewHash, verdictsOn } from '../shared/questions/verdicts.ts'
import { hashOf } from '../shared/text/hash.ts'
import { constraint } from '../shared/test-kit.ts'
import { runWith } from './in-project.ts'
import { after, end, practice, says, standing, texts, workOf } from './standing-work.ts'
import { atOnce } from '../shared/stepwise.ts'

const jokes = constraint(
  'jokes',
  { kind: 'rule', params: { text: 'Never explain a joke.' } },
  { where: 'each' },
)
const calm = constraint('calm', { kind: 'rule', params: { text: 'Keep a calm voice.' } }, { where: 'each' })

const rewrite = (project: OpenProject, text: string, n = 2): void => {
  const { current } = desk(project.state(), `section:${n}`)
  if (current) project.put({ put: [{ ...current, text, edition: current.edition + 1, at: Date.now() - 1 }] })
}

const mute = (project: OpenProject, muted: boolean): void =>
  project.put(changeConstraints(project.state(), { put: [{ ...calm, ...(muted && { muted }) }], remove: [] }))

const hashIn = (state: ProjectState, n: number): string => {
  const { current } = desk(state, `section:${n}`)
  return current ? textHash(current) : ''
}

/** What was made of section 2 as it stands, and what it has cost so far. */
const madeOf = (project: OpenProject) => {
  const state = project.state()
  const { current } = desk(state, 'section:2')
  return {
    memory: state.memory.get('memory:2/summary'),
    seams: ['seam:1~2', 'seam:2~3'].map((id) => state.seam.get(id)),
    verdicts: current && verdictsOn(state, current),
    stale: staleReviews(state).length,
    orders: openOrders(state).map(({ kind, status }) => `${kind} ${status}`),
    calls: state.call.size,
  }
}

const crane = 'A crane stands here now. It lifts the boxes, and nobody is there to see it.'

describe('a text that goes back to what it was', () => {
  test('is remembered, reviewed and joined as before; what was answered is not asked again', async () => {
    const { project } = standing({ author: 'writer' }, jokes)
    await runWith(project, practice)
    const before = madeOf(project)
    expect(before.memory?.madeFrom).toBe(hashIn(project.state(), 2))
    rewrite(project, crane)
    await runWith(project, practice)
    const { calls } = madeOf(project)
    rewrite(project, texts[1] ?? '')
    await runWith(project, practice)
    expect(madeOf(project)).toEqual({ ...before, calls })
    rewrite(project, crane)
    await runWith(project, practice)
    expect(madeOf(project).memory?.fact).toContain('crane')
    expect(madeOf(project).calls).toBe(calls)
  })

  test('has its duplicate found again, as often as it comes', async () => {
    const told =
      'The harbour master counted forty seven barrels of salted herring on the northern quay before the bell rang for the evening boat.'
    const twice = `Two. ${told} So it ended.`
    const { project } = workOf([`One. ${told}`, twice, 'Something else stands here.'], { author: 'writer' })
    const found: (readonly string[])[] = []
    for (const text of [twice, crane, twice, crane, twice]) {
      rewrite(project, text)
      await runWith(project, practice)
      found.push(madeOf(project).orders.filter((each) => each.startsWith('duplicate')))
    }
    expect(found).toEqual([['duplicate open'], [], ['duplicate open'], [], ['duplicate open']])
  })

  test('has what was suspected of it confirmed again, without a call', async () => {
    const built = 'The ferry was built in the yard behind the church in the spring of that year'
    const asked: string[] = []
    const model: Model = async function* (request, signal) {
      if (!request.messages.some(({ text }) => text.startsWith('# Pairs'))) {
        yield* practice(request, signal)
        return
      }
      asked.push(request.verb)
      yield { type: 'text', text: '[{"pair": 1, "repeats": true}]' }
      yield end
    }
    const twice = `Two. ${built}, they said.`
    const { project } = workOf([`One. ${built}.`, twice, 'Three.'], { author: 'writer' })
    for (const text of [twice, crane, twice]) {
      rewrite(project, text)
      await runWith(project, model)
    }
    expect([madeOf(project).orders, asked]).toEqual([['duplicate open'], ['join']])
  })

  test('is reviewed where it was changed, and back, while it was reviewed', async () => {
    const { project } = standing({ author: 'writer' }, jokes)
    const text = texts[1] ?? ''
    let typed = 0
    const typing = after(practice, () => {
      const { current } = desk(project.state(), 'section:2')
      if (current && typed++ === 0) project.put({ put: [{ ...current, text: crane, at: Date.now() + 9 }] })
    })
    await runWith(project, typing)
    rewrite(project, text)
    await runWith(project, practice)
    expect(madeOf(project)).toMatchObject({ stale: 0, verdicts: [{ duty: { constraint: jokes.id } }] })
    expect(project.state().review.has('review:2.1.0')).toBe(true)
  })
})

test('a section that is put back is remembered, though it left as the answer came', async () => {
  const { project } = standing({ author: 'writer' })
  const change = (put: readonly string[], remove: readonly string[]): void => {
    const own = put
      .flatMap((id) => project.shelf(id) ?? [])
      .flatMap((each) => ('intent' in each ? [each] : []))
    project.put(changeSections(project, { put: own, remove: remove.map((id) => `section:${id}` as const) }))
  }
  let last = ''
  const listening: Model = async function* (request, signal) {
    const isIts =
      request.verb === 'remember' && request.messages.some(({ text }) => text.includes('low water'))
    last = isIts ? 'it' : 'another'
    yield* practice(request, signal)
  }
  const sleep = (): Promise<void> => {
    if (last === 'it' && project.state().section.has('section:2')) change([], ['2'])
    return Promise.resolve()
  }
  await runWith(project, listening, { lanes: 1, sleep })
  expect(project.state().section.has('section:2')).toBe(false)
  change(['section:2'], [])
  await runWith(project, practice)
  expect(madeOf(project).memory?.madeFrom).toBe(hashIn(project.state(), 2))
})

test('a duty that is muted and owed again is judged as before, at no cost', async () => {
  const { project } = standing({}, jokes, calm)
  await runWith(project, practice)
  const before = madeOf(project)
  mute(project, true)
  await runWith(project, practice)
  const { calls, verdicts } = madeOf(project)
  expect([verdicts?.length, before.verdicts?.length]).toEqual([1, 2])
  for (const muted of [false, true, false, true, false]) {
    mute(project, muted)
    await runWith(project, practice)
    expect([madeOf(project).stale, runStatus(project.state())]).toEqual([0, 'done'])
  }
  expect(madeOf(project)).toEqual({ ...before, calls })
})

/** What is not of the texts and duties that stand, of all that no failed step accounts for. */
const stale = (state: ProjectState): readonly string[] => {
  const all = leaves(state)
  const failed = [...state.step.values()].filter(({ status }) => status === 'failed').map(({ id }) => id)
  const hasFailed = (start: string): boolean => failed.some((id) => id.startsWith(start))
  const memories = all.flatMap(({ order }) => {
    const hash = hashIn(state, order)
    const isOfText = state.memory.get(`memory:${order}/summary`)?.madeFrom === hash
    return isOfText || hasFailed(`step:remember/${order}.1.0/${hash}`) ? [] : [`memory of ${order}`]
  })
  const seams = all.slice(1).flatMap((right, i) => {
    const left = all[i]
    const hash = hashOf([hashIn(state, right.order - 1), hashIn(state, right.order)])
    const isOfTexts = left && state.seam.get(seamId(left, right))?.madeFrom === hash
    return isOfTexts || hasFailed('step:join/') ? [] : [`seam before ${right.order}`]
  })
  const orders = atOnce(codeFindings(state)).sure.flatMap(({ found, about }) =>
    state.order.has(foundOrder(found, about, 0).id) ? [] : [found.kind],
  )
  const reviews = staleReviews(state).flatMap(({ id, order }) => {
    const { current } = desk(state, id)
    const hash = current && reviewHash(state, current)
    return hasFailed(`step:review/${order}.1.0/${hash}`) ? [] : [`review of ${order}`]
  })
  return [...memories, ...reviews, ...seams, ...orders]
}

test('whatever changes and changes back, a run leaves nothing to do and nothing stale but what failed', async () => {
  const told =
    'Nobody had come for the early boat, and the rain went on for as long as anybody could remember it.'
  const variants = [
    [`${told} Ines counted the ropes.`, texts[0] ?? ''],
    [`So it was. ${told}`, crane],
    [texts[2] ?? '', 'Ines slept.'],
  ] as const
  type Flip = 0 | 1 | 2 | 'duty'
  const turn = fc.record({
    flips: fc.constantFrom<Flip>(0, 1, 2, 'duty'),
    next: fc.constantFrom('run', 'run', 'run', 'run in vain', 'nothing'),
  })
  const flip = (project: OpenProject, flips: Flip): void => {
    if (flips === 'duty') mute(project, project.state().constraint.get(calm.id)?.muted !== true)
    else {
      const [one, other] = variants[flips]
      const { current } = desk(project.state(), `section:${flips + 1}`)
      rewrite(project, current?.text === one ? other : one, flips + 1)
    }
  }
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 2, maxLength: 5 }), async (turns) => {
      const { project } = workOf(
        variants.map(([one]) => one),
        { author: 'writer' },
        [jokes, calm],
      )
      await runWith(project, practice)
      for (const { flips, next } of [...turns, { flips: 1, next: 'run' } as const]) {
        flip(project, flips)
        if (next === 'nothing') continue
        await runWith(project, next === 'run' ? practice : says('No.'))
        const state = project.state()
        expect([agenda(state), runStatus(state), stale(state)]).toEqual([[], 'done', []])
        const most = Math.max(...leaves(state).map(({ id }) => callsSpent(state, id, 1)))
        expect(most).toBeLessThanOrEqual(bounds.sectionCalls)
      }
    }),
    { numRuns: 12 },
  )
}, 60_000)
