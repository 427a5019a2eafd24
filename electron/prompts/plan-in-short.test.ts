import { describe, expect, test } from 'vitest'
import type { ProjectState } from '../../shared/project-state.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { planRoom } from '../../shared/questions/plan-room.ts'
import { brief, plan, run, section, state } from '../../shared/test-kit.ts'
import { guessTokens } from '../../shared/text/tokens.ts'
import { draftPrompt } from './draft.ts'
import { planAround, planInShort } from './plan-in-short.ts'

const intent =
  'Tells how the crew settles what was left open before, and what that costs the town in the end.'

/** A plan of so many chapters, in so many parts or in none. */
const planOf = (count: number, parts = 0): ProjectState =>
  state(
    brief(),
    plan(),
    ...Array.from({ length: parts }, (_, i) =>
      section(10_001 + i, { title: `Part ${i + 1}`, unit: null, order: i }),
    ),
    ...Array.from({ length: count }, (_, i) =>
      section(i + 1, {
        title: `Chapter ${i + 1}`,
        intent,
        unit: null,
        parent: parts > 0 ? `section:${10_001 + Math.floor((i * parts) / count)}` : null,
      }),
    ),
  )

const shown = (of: ProjectState, room?: number): string => planInShort(of, Infinity, room)?.text ?? ''
const lineOf = (of: ProjectState, at: number, room?: number): string => shown(of, room).split('\n')[at] ?? ''

describe('the plan keeps to its room', () => {
  test.each(
    [3, 52, 100, 300, 700, 3_000].flatMap((count) =>
      [undefined, 1_500, 700, 250].flatMap((room) => [0, 12].map((parts) => [count, parts, room] as const)),
    ),
  )('of %i sections in %i parts, in %s tokens', (count, parts, room) => {
    const of = planOf(count, Math.min(parts, count))
    const last = leaves(of).at(-1)
    const around = last ? (planAround(of, last, room)?.text ?? '') : ''
    expect(guessTokens(shown(of, room)) + guessTokens(around)).toBeLessThanOrEqual((room ?? 3_000) + 20)
    expect(shown(of, room)).not.toBe('')
  })

  test.each([
    [undefined, 3_000],
    [200_000, 3_000],
    [8_192, 3_000],
    [4_096, 1_536],
    [2_048, 768],
  ])('which for a model that takes %s tokens is %i', (context, room) => {
    expect(planRoom(state(run(2, context === undefined ? {} : { context })))).toBe(room)
  })
})

test('it says less, the longer it is', () => {
  expect({
    entries: lineOf(planOf(52), 2),
    cropped: lineOf(planOf(150), 2),
    titles: lineOf(planOf(300), 2),
    stretches: lineOf(planOf(1_000), 2),
    parts: lineOf(planOf(1_000, 40), 2, 500),
  }).toMatchInlineSnapshot(`
    {
      "cropped": "1. Chapter 1: Tells how the crew settles what was left …",
      "entries": "1. Chapter 1: Tells how the crew settles what was left open before, and what that costs the town in the end.",
      "parts": "1 to 25. Part 1",
      "stretches": "1 to 8. “Chapter 1” to “Chapter 8”",
      "titles": "1. Chapter 1",
    }
  `)
})

describe('where it has no entries', () => {
  const long = planOf(700)
  const all = leaves(long)
  const [first, middle, last] = [all[0], all[349], all.at(-1)]

  test('those around a section stand behind what is the same for all', () => {
    const text = middle ? planAround(long, middle)?.text : undefined
    expect(text?.split('\n').map((line) => line.slice(0, 20))).toMatchInlineSnapshot(`
      [
        "# The plan around it",
        "345. Chapter 345: Te",
        "346. Chapter 346: Te",
        "347. Chapter 347: Te",
        "348. Chapter 348: Te",
        "352. Chapter 352: Te",
        "353. Chapter 353: Te",
        "354. Chapter 354: Te",
        "355. Chapter 355: Te",
      ]
    `)
  })

  test('all sections have the same head', () => {
    const heads = [first, middle, last].map((each) => {
      const prompt = each ? draftPrompt(long, each) : []
      return prompt.slice(0, prompt.findIndex(({ cacheUpTo }) => cacheUpTo) + 1)
    })
    expect(heads[0]?.length).toBeGreaterThan(1)
    expect(heads[1]).toEqual(heads[0])
    expect(heads[2]).toEqual(heads[0])
  })

  test('where it has some nothing else is shown', () => {
    const short = planOf(52)
    const [of] = leaves(short)
    expect(of && planAround(short, of)).toBe(undefined)
  })
})
