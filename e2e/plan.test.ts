import { describe, expect, test } from 'vitest'
import { practiceModel } from '../electron/providers/practice.ts'
import type { OpenProject } from '../electron/project/project.ts'
import type { Model } from '../electron/providers/provider.ts'
import { leaves } from '../shared/questions/outline.ts'
import { manuscript } from '../shared/questions/manuscript.ts'
import { runStatus, spent, tally } from '../shared/questions/progress.ts'
import { inProject, runWith } from './in-project.ts'

const practice = practiceModel()

const days = (count: number): string => `---
units: { label: Day, count: ${count}, words: { min: 60, max: 80 } }
requirements:
  - { say: "low water", every: { n: 7, from: 3 } }
  - { say: "the long bridge", document: true }
---
A diary of ${count} days on a ferry.`

const text = ({ state }: OpenProject): string =>
  manuscript(state())
    .parts.map((part) => `${part.title}\n${part.text}`)
    .join('\n')

const steps = ({ state }: OpenProject): readonly string[] =>
  [...state().call.values()].map(({ step }) => step)

describe('a plan of more than one batch is drafted while it is made', () => {
  test('the first of 365 days is begun after one batch', async () => {
    await inProject(days(365), async (project) => {
      const halt = new AbortController()
      const asked: string[] = []
      const listening: Model = async function* (request, signal) {
        asked.push(request.verb)
        if (request.verb === 'draft') halt.abort()
        yield* practice(request, signal)
      }
      await runWith(project, listening, { lanes: 2, signal: halt.signal })
      expect([asked, leaves(project.state()).length]).toEqual([['understand', 'plan', 'plan', 'draft'], 30])
    })
  })

  test('it costs no more calls than any other, and what is asked of the whole has its place', async () => {
    await inProject(days(65), async (project) => {
      await runWith(project, practice)
      const { broken, unsure, owed } = tally(project.state())
      expect([runStatus(project.state()), broken, unsure + owed]).toEqual(['done', 0, 0])
      expect(steps(project).filter((step) => step.startsWith('step:plan/'))).toEqual([
        'step:plan/1',
        'step:plan/31',
        'step:plan/61',
      ])
      expect(spent(project.state()).calls).toBeLessThanOrEqual(65 * 4)
    })
  }, 60_000)

  test('with one lane, with eight, with a slow planner or slow writers, it writes the same manuscript', async () => {
    const slow = (isSlow: (verb: string) => boolean): Model =>
      async function* (request, signal) {
        if (isSlow(request.verb)) await new Promise((resolve) => setTimeout(resolve, 15))
        yield* practice(request, signal)
      }
    const texts = new Set<string>()
    for (const [model, lanes] of [
      [practice, 1],
      [practice, 8],
      [slow((verb) => verb === 'plan'), 8],
      [slow((verb) => verb !== 'plan'), 40],
    ] as const) {
      await inProject(days(35), async (project) => {
        await runWith(project, model, { lanes })
        texts.add(text(project))
      })
    }
    expect(texts.size).toBe(1)
  }, 60_000)

  test('stopped at any time and started again, it writes the same manuscript', async () => {
    const texts = new Set<string>()
    for (const stop of [Infinity, 2, 3, 5, 40]) {
      await inProject(days(35), async (project) => {
        const halt = new AbortController()
        let asked = 0
        const stopping: Model = async function* (request, signal) {
          if ((asked += 1) > stop) halt.abort()
          yield* practice(request, signal)
        }
        await runWith(project, stopping, { lanes: 3, signal: halt.signal })
        expect(runStatus(project.state())).toBe(stop === Infinity ? 'done' : 'stopped')
        await runWith(project, practice, { lanes: 8 })
        texts.add(text(project))
      })
    }
    expect(texts.size).toBe(1)
  }, 60_000)

  test('where the writer is asked, nothing is drafted before their yes', async () => {
    await inProject(days(35), async (project) => {
      await runWith(project, practice, { approve: 'ask' })
      const state = project.state()
      expect([runStatus(state), leaves(state).length, state.draft.size]).toEqual(['awaits-writer', 35, 0])
      expect([...state.call.values()].filter(({ verb }) => verb === 'draft')).toEqual([])
    })
  })
})

test('a free plan of a long work is made in two batches whose words add up', async () => {
  await inProject('---\nwords: 24000\nform: novel\n---\nA novel about a ferry.', async (project) => {
    await runWith(project, practice, { approve: 'ask' })
    const all = leaves(project.state())
    expect(steps(project).filter((step) => step.startsWith('step:plan/'))).toEqual([
      'step:plan/1',
      'step:plan/31',
    ])
    expect(all.length).toBeGreaterThan(30)
    expect(all.map(({ unit }) => unit)).toEqual(all.map((_, i) => i + 1))
    expect(all.reduce((sum, { words }) => sum + words, 0)).toBe(24_000)
  })
})

/** Answers of a planner and a reviewer, in the order in which they are asked for; then as the practice model does. */
const scripted = (plans: readonly unknown[]): Model => {
  let asked = 0
  return async function* (request, signal) {
    const said = request.verb === 'plan' ? plans[asked++] : undefined
    if (said === undefined) {
      yield* practice(request, signal)
      return
    }
    yield { type: 'text', text: typeof said === 'string' ? said : JSON.stringify(said) }
    yield { type: 'end', finish: 'stop', usage: { input: 1, cached: 0, output: 1 } }
  }
}

const entry = (n: number, more: object = {}) => ({
  n,
  title: `Day ${n}`,
  entry: `What day ${n} brings.`,
  words: 40,
  ...more,
})
const three = [entry(1), entry(2), entry(3)]

describe('whatever a planner answers, the plan is whole, and what code had to do is told', () => {
  const filledIn = expect.stringContaining('Part of the plan was filled in by code') as string
  test.each<readonly [string, readonly unknown[], readonly string[], readonly (string | undefined)[]]>([
    ['a good plan', [three], [], ['What day 1 brings.']],
    ['no sections', [[], []], [filledIn], ['As the brief asks.']],
    [
      'one section too few, twice',
      [three.slice(1), three.slice(1)],
      [filledIn],
      ['As the brief asks.', 'What day 2 brings.'],
    ],
    [
      '10,000 sections',
      Array.from({ length: 2 }, () => Array.from({ length: 10_000 }, (_, i) => entry(i + 1))),
      [filledIn],
      ['As the brief asks.'],
    ],
    ['one number for all', [three.map((each) => ({ ...each, n: 1 })), three], [], ['What day 1 brings.']],
    [
      'numbers that begin elsewhere',
      [three.map((each) => ({ ...each, n: each.n + 7 }))],
      [],
      ['What day 1 brings.'],
    ],
    ['lengths below nothing', [three.map((each) => ({ ...each, words: -40 }))], [], ['What day 1 brings.']],
    ['absurd lengths', [three.map((each) => ({ ...each, words: 1e18 }))], [], ['What day 1 brings.']],
    [
      'sections that wait for each other',
      [[entry(1, { after: [2] }), entry(2, { after: [3] }), entry(3, { after: [1, 9] })]],
      [],
      ['What day 1 brings.'],
    ],
    [
      'lists that are none',
      [three.map((each) => ({ ...each, owns: 'the quay', leaves: 7, after: ['one'] }))],
      [],
      ['What day 1 brings.'],
    ],
    [
      'an entry of a page',
      [[entry(1, { entry: `It rains. ${'And it pours and pours. '.repeat(40)}` }), ...three.slice(1)]],
      [],
      [
        'It rains. And it pours and pours. And it pours and pours. And it pours and pours. And it pours and pours.',
      ],
    ],
    [
      'an entry left open, patched',
      [[entry(1, { entry: 'It rains ...' }), ...three.slice(1)], [entry(1, { entry: 'It rains.' })]],
      [],
      ['It rains.'],
    ],
    [
      'an entry left open, not patched',
      [[entry(1, { entry: 'It rains ...' }), ...three.slice(1)], [], []],
      ['Section 1 leaves something open instead of saying it.'],
      ['It rains ...'],
    ],
    [
      'two owners, patched badly',
      [[entry(1, { owns: ['rain'] }), entry(2, { owns: ['Rain'] }), entry(3)], 'no', 'no'],
      [],
      ['What day 1 brings.'],
    ],
  ])('%s', async (_, plans, notes, entries) => {
    const brief = `---\nunits: { label: Day, count: 3, words: { min: 30, max: 50 } }\n---\nThree days.`
    await inProject(brief, async (project) => {
      await runWith(project, scripted(plans), { approve: 'ask' })
      const state = project.state()
      const all = leaves(state)
      const owned = all.flatMap(({ owns }) => owns.map((matter) => matter.toLowerCase()))
      expect({
        notes: [...state.plan.values()].flatMap((each) => each.notes),
        entries: all.map(({ intent }) => intent).slice(0, entries.length),
        numbers: all.map(({ unit }) => unit),
        words: all.map(({ words }) => words),
        owned: new Set(owned).size,
      }).toEqual({ notes, entries, numbers: [1, 2, 3], words: [40, 40, 40], owned: owned.length })
      await runWith(project, practice, { approve: 'auto' })
      expect(runStatus(project.state())).toBe('awaits-writer')
    })
  })
})

describe('a reader is asked where the plan treats what the brief names', () => {
  const listed = `---\nunits: { label: Day, count: 3, words: { min: 30, max: 50 } }\n---\nThree days.\n\n- The flood\n- A lost cat`
  const planned = async (plans: readonly unknown[]) => {
    let made: readonly (readonly [string, string])[] = []
    let asked: readonly string[] = []
    await inProject(listed, async (project) => {
      await runWith(project, scripted(plans), { approve: 'ask' })
      made = leaves(project.state()).map(({ intent }, i) => [`${i + 1}`, intent])
      asked = steps(project)
        .filter((step) => step.startsWith('step:plan/'))
        .map((step) => step.replace(/\/[0-9a-f]{16}$/u, ''))
    })
    return { made: made.map(([, intent]) => intent), asked }
  }
  const flood = entry(2, { entry: 'The flood comes, and a cat is lost.' })
  const both = [entry(1), flood, entry(3)]
  const said = (first: readonly number[], second: readonly number[]) => [
    { question: 1, sections: first, answer: '' },
    { question: 2, sections: second, answer: '' },
  ]
  test.each<readonly [string, readonly unknown[], readonly string[], readonly string[]]>([
    [
      'not where code finds it',
      [both],
      ['step:plan/1'],
      ['What day 1 brings.', flood.entry, 'What day 3 brings.'],
    ],
    [
      'what no section treats is patched in',
      [three, said([], []), [flood]],
      ['step:plan/1', 'step:plan/critique', 'step:plan/check/1'],
      ['What day 1 brings.', flood.entry, 'What day 3 brings.'],
    ],
    [
      'what a section does not say, it is to say',
      [three, said([2], [2]), [flood]],
      ['step:plan/1', 'step:plan/critique', 'step:plan/check/1'],
      ['What day 1 brings.', flood.entry, 'What day 3 brings.'],
    ],
    [
      'no usable answer leaves the plan as it is',
      [three, 'no', []],
      ['step:plan/1', 'step:plan/critique', 'step:plan/critique'],
      three.map((each) => each.entry),
    ],
  ])('%s', async (_, plans, asked, made) => {
    expect(await planned(plans)).toEqual({ made, asked })
  })
})
