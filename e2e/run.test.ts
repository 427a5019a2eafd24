import { describe, expect, test } from 'vitest'
import type { OpenProject } from '../electron/project/project.ts'
import { practiceModel } from '../electron/providers/practice.ts'
import type { Model } from '../electron/providers/provider.ts'
import type { ModelEvent } from '../shared/model.ts'
import { desk } from '../shared/questions/drafts.ts'
import { manuscript } from '../shared/questions/manuscript.ts'
import { leaves } from '../shared/questions/outline.ts'
import { runStatus, spent, tally, tokensCommitted } from '../shared/questions/progress.ts'
import type { Draft } from '../shared/records.ts'
import { inProject, runWith } from './in-project.ts'

const brief = `---
units: { label: Chapter, count: 6, words: { min: 60, max: 80 } }
requirements:
  - { say: "low water", every: { n: 2, from: 1 } }
  - { avoid: "obviously", document: true }
---
Six chapters about a ferry.`

const practice = practiceModel()
const text = (project: OpenProject): string =>
  manuscript(project.state())
    .parts.map((part) => `${part.title}\n${part.text}`)
    .join('\n')

/** A model that calls `before` ahead of each answer of another. */
const interrupted = (model: Model, before: (verb: string, n: number) => void | Promise<void>): Model => {
  let n = 0
  return async function* (request, signal) {
    await before(request.verb, (n += 1))
    yield* model(request, signal)
  }
}

const failing = (first: number, event: ModelEvent): Model => {
  let asked = 0
  return async function* (request, signal) {
    asked += 1
    if (asked > 3 && asked <= 3 + first) yield event
    else yield* practice(request, signal)
  }
}

const writersOwn = (n: number, words: string): Draft => ({
  id: `draft:${n}.w`,
  section: `section:${n}`,
  author: 'writer',
  parent: null,
  root: `draft:${n}.w`,
  round: 0,
  edition: 1,
  standing: 'current',
  text: words,
  at: Date.now() + 60_000,
})

describe('a run', () => {
  test('writes every section, keeps every duty, and costs at most four calls a section', async () => {
    await inProject(brief, async (project) => {
      await runWith(project, practice)
      const state = project.state()
      const { total, kept } = tally(state)
      expect({ status: runStatus(state), total, kept, live: state.live.size }).toEqual({
        status: 'done',
        total: 15,
        kept: 15,
        live: 0,
      })
      expect(leaves(state).every(({ id }) => (desk(state, id).current?.text.length ?? 0) > 0)).toBe(true)
      expect(spent(state).calls).toBeLessThanOrEqual(6 * 4 + 3)
    })
  })

  test('writes the same manuscript with one lane and with eight, and another with another seed', async () => {
    const texts: string[] = []
    for (const [lanes, seed] of [
      [1, 1],
      [8, 1],
      [8, 2],
    ] as const) {
      await inProject(
        brief,
        async (project) => {
          await runWith(project, practice, { lanes })
          texts.push(text(project))
        },
        seed,
      )
    }
    expect(texts[0]).toBe(texts[1])
    expect(texts[1]).not.toBe(texts[2])
  })

  test('never has more calls under way than it has lanes', async () => {
    let [open, most] = [0, 0]
    const counting: Model = async function* (request, signal) {
      open += 1
      most = Math.max(most, open)
      yield* practice(request, signal)
      open -= 1
    }
    await inProject(brief, (project) => runWith(project, counting, { lanes: 3 }))
    expect(most).toBe(3)
  })

  test('stopped and started again, it writes what it would have written', async () => {
    const texts: string[] = []
    await inProject(brief, async (project) => {
      await runWith(project, practice)
      texts.push(text(project))
    })
    await inProject(brief, async (project) => {
      const stop = new AbortController()
      await runWith(
        project,
        interrupted(practice, (_, n) => {
          if (n === 8) stop.abort()
        }),
        { signal: stop.signal },
      )
      expect(runStatus(project.state())).toBe('stopped')
      await runWith(project, practice)
      expect(runStatus(project.state())).toBe('done')
      texts.push(text(project))
    })
    expect(texts[0]).toBe(texts[1])
  })

  test('waits for the writer to approve the plan where it is told to ask', async () => {
    await inProject(brief, async (project) => {
      await runWith(project, practice, { approve: 'ask' })
      const state = project.state()
      expect([runStatus(state), state.draft.size, leaves(state).length]).toEqual(['awaits-writer', 0, 6])
      const [plan] = state.plan.values()
      if (plan) project.put({ put: [{ ...plan, status: 'approved' }] })
      await runWith(project, practice, { approve: 'ask' })
      expect(runStatus(project.state())).toBe('done')
    })
  })
})

describe('the writer wins', () => {
  test('what is typed while a model drafts stands, and the draft becomes a proposal', async () => {
    await inProject(brief, async (project) => {
      let typed = false
      await runWith(
        project,
        interrupted(practice, (verb) => {
          if (verb !== 'draft' || typed) return
          typed = true
          project.put({ put: [writersOwn(1, 'My own words.')] })
        }),
        { lanes: 1 },
      )
      const { current, proposals } = desk(project.state(), 'section:1')
      expect([current?.text, proposals.length, proposals[0]?.author, runStatus(project.state())]).toEqual([
        'My own words.',
        1,
        'model',
        'done',
      ])
    })
  })

  test('a section deleted while it is drafted stays deleted, and its draft is on the shelf', async () => {
    await inProject(brief, async (project) => {
      let deleted = false
      const deleting: Model = async function* (request, signal) {
        yield* practice(request, signal)
        if (request.verb !== 'draft' || deleted) return
        deleted = true
        project.put({ remove: ['section:1'] })
      }
      await runWith(project, deleting, { lanes: 1 })
      const state = project.state()
      const kept = project.shelf('draft:1.1.0')
      expect([
        state.section.has('section:1'),
        state.draft.has('draft:1.1.0'),
        kept && 'standing' in kept && kept.standing,
        runStatus(state),
      ]).toEqual([false, false, 'dropped', 'done'])
    })
  })

  test('a revision that comes after the writer took the section over becomes a proposal', async () => {
    await inProject(brief, async (project) => {
      let took: string | null = null
      await runWith(
        project,
        interrupted(practiceModel({ erring: 1 }), (verb) => {
          const asked = [...project.state().call.values()].findLast(({ status }) => status === 'started')
          if (verb !== 'revise' || took !== null || !asked?.section) return
          const number = Number(asked.section.slice('section:'.length))
          const current = desk(project.state(), asked.section).current
          took = asked.section
          project.put({
            put: [writersOwn(number, 'My own words.')],
            shelve: current ? [{ ...current, standing: 'superseded' }] : [],
          })
        }),
        { lanes: 1 },
      )
      const state = project.state()
      expect(took).not.toBeNull()
      const { current, candidate, proposals } = desk(state, took ?? 'section:1')
      expect([current?.text, candidate, proposals.length, runStatus(state)]).toEqual([
        'My own words.',
        undefined,
        1,
        'done',
      ])
    })
  })
})

describe('limits and trouble', () => {
  test('a cap on tokens is never passed; with a higher one the run goes on', async () => {
    await inProject(brief, async (project) => {
      await runWith(project, practice, { caps: { tokens: 6_000 } })
      const state = project.state()
      const [run] = state.run.values()
      expect([runStatus(state), run?.reason?.code]).toEqual(['blocked', 'cap-reached'])
      expect(tokensCommitted(state)).toBeLessThanOrEqual(6_000)
      await runWith(project, practice, { caps: { tokens: 1_000_000 } })
      expect(runStatus(project.state())).toBe('done')
    })
  })

  test.each([
    [
      'a refused key',
      { code: 'model-key-refused', sentence: 'The key was refused.', scope: 'endpoint' },
      1,
      'blocked',
      0,
    ],
    [
      'a server that asks for time',
      { code: 'model-busy', sentence: 'Busy.', scope: 'endpoint', retryAt: 5 },
      2,
      'done',
      1,
    ],
    [
      'a server that was there and went away',
      { code: 'model-unreachable', sentence: 'Gone.', scope: 'endpoint' },
      1,
      'done',
      1,
    ],
    [
      'a server that never comes back',
      { code: 'model-unreachable', sentence: 'Gone.', scope: 'endpoint' },
      1_000,
      'blocked',
      8,
    ],
  ] as const)('%s', async (_, failure, times, status, setbacks) => {
    await inProject(brief, async (project) => {
      await runWith(project, failing(times, { type: 'failed', failure }), { lanes: 1 })
      const state = project.state()
      const [run] = state.run.values()
      expect([runStatus(state), Math.min(run?.setbacks ?? 0, 8) >= setbacks]).toEqual([status, true])
      if (status === 'blocked') {
        expect(run?.reason?.code).toBe(failure.code)
        await runWith(project, practice)
      }
      expect([runStatus(project.state()), tally(project.state()).broken]).toEqual(['done', 0])
    })
  })

  test('a revision that keeps less than what it revises is not accepted', async () => {
    const spoiling: Model = async function* (request, signal) {
      if (request.verb !== 'revise') yield* practiceModel({ erring: 1 })(request, signal)
      else {
        yield { type: 'text', text: `${'Obviously it was obviously so. '.repeat(2)}The end came.` }
        yield { type: 'end', finish: 'stop', usage: { input: 1, cached: 0, output: 1 } }
      }
    }
    await inProject(brief, async (project) => {
      await runWith(project, spoiling)
      const state = project.state()
      expect(runStatus(state)).toBe('done')
      expect(
        manuscript(state)
          .parts.map((part) => part.text)
          .join(' '),
      ).not.toContain('Obviously it was')
      expect(tally(state).broken).toBeGreaterThan(0)
    })
  })
})
