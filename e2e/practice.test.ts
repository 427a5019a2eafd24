import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { critiquePrompt, critiqueReply } from '../electron/prompts/critique.ts'
import { draftPrompt } from '../electron/prompts/draft.ts'
import { joinPrompt, joinReply } from '../electron/prompts/join.ts'
import { learnPrompt, learnReply } from '../electron/prompts/learn.ts'
import { patchPrompt, planReply } from '../electron/prompts/plan.ts'
import { rememberPrompt, rememberReply, sumPrompt, sumReply } from '../electron/prompts/remember.ts'
import { entryPoint, reviewPrompt, reviewReply } from '../electron/prompts/review.ts'
import { replanPrompt } from '../electron/prompts/replan.ts'
import { understandPrompt, understandReply } from '../electron/prompts/understand.ts'
import { verbs, type Verb } from '../shared/model.ts'
import { planViolations } from '../shared/plan-check.ts'
import { leaves } from '../shared/questions/outline.ts'
import { shape } from '../shared/questions/shape.ts'
import { plainText } from '../shared/text/markdown.ts'
import { findQuote } from '../shared/text/quotes.ts'
import { answer, briefs, planned, structure, unplanned } from './practice-kit.ts'

describe.each(briefs)('%s', (_, source) => {
  test('the plan has the sections asked for, with nothing for code to mend', async () => {
    const state = unplanned(source)
    const { count, least, most, words } = shape(state)
    const plan = await planned(source)
    const entries = leaves(plan)
    expect(planViolations(entries)).toEqual([])
    expect(entries.length).toBeGreaterThanOrEqual(count ?? least)
    expect(entries.length).toBeLessThanOrEqual(count ?? most)
    expect(entries.reduce((sum, section) => sum + section.words, 0)).toBe(words)
  })

  test('a patch mends what is named', async () => {
    const state = await planned(source)
    const patch = await structure(planReply, 'plan', patchPrompt(state, ['Section 2 leaves something open.']))
    expect(patch.map(({ n }) => n)).toEqual([2])
  })

  test('a patch gives what no section treats to one of them, and says it where it is to be said', async () => {
    const state = await planned(source)
    const wrong = [
      'No section treats "the old fair".',
      'Section 1 is to treat "a lost cat" but does not say so.',
    ]
    const patch = await structure(planReply, 'plan', patchPrompt(state, wrong, 2))
    const said = (n: number): string => patch.find((entry) => entry.n === n)?.entry ?? ''
    expect(patch.length).toBe(2)
    expect(said(1)).toContain('a lost cat')
    expect(said(patch.find(({ n }) => n > 1)?.n ?? 0)).toContain('the old fair')
  })

  test('it says where a plan treats a topic, by its words', async () => {
    const state = await planned(source)
    const [first] = leaves(state)
    const topics = [first?.title ?? '', 'xylophone']
    const said = await structure(critiqueReply, 'plan', critiquePrompt(state, topics))
    expect(said.map(({ question }) => question)).toEqual([1, 2])
    expect([said[0]?.sections.includes(1), said[1]?.sections]).toEqual([true, []])
  })

  test('it plans anew what it is asked for, and no more', async () => {
    const state = await planned(source)
    const [first, , third] = leaves(state)
    const chosen = first && third ? [first, third] : []
    const entries = await structure(planReply, 'plan', replanPrompt(state, chosen, 'Less rain.'))
    expect(entries.map(({ n }) => n)).toEqual([1, 3])
    expect(entries.map(({ entry }) => entry)).not.toEqual(chosen.map(({ intent }) => intent))
  })

  test('it proposes nothing that code has not read', async () => {
    expect(await structure(understandReply, 'understand', understandPrompt(unplanned(source)))).toEqual([])
  })

  test('a review judges every point, and quotes what stands in the text', async () => {
    const state = await planned(source)
    for (const section of leaves(state)) {
      const points = [entryPoint(section), 'Keep to: Keep the sea in every chapter.']
      const text = await answer('draft', draftPrompt(state, section))
      const said = await structure(reviewReply, 'review', reviewPrompt(section, text, points))
      expect(said.map(({ point }) => point)).toEqual([1, 2])
      expect(said[0]?.verdict).toBe('kept')
      const lost = said.filter(
        ({ verdict, quote }) => verdict === 'kept' && !findQuote(plainText(text), quote),
      )
      expect(lost).toEqual([])
    }
  })

  test('memory and joins', async () => {
    const state = await planned(source)
    const sections = leaves(state)
    const texts = await Promise.all(sections.map((section) => answer('draft', draftPrompt(state, section))))
    for (const [i, section] of sections.entries()) {
      const { summary, facts } = await structure(
        rememberReply,
        'remember',
        rememberPrompt(section, texts[i] ?? ''),
      )
      expect(summary.length).toBeGreaterThan(10)
      expect(facts.length).toBeLessThanOrEqual(8)
      const memory = { id: 'memory:1/a', section: section.id, about: 'term', madeFrom: '' } as const
      const known = facts.map((fact) => ({ ...memory, ...fact }))
      const again = rememberPrompt(section, texts[i] ?? '', known)
      const said = await structure(rememberReply, 'remember', again)
      expect(said.facts.filter(({ fact }) => facts.some((each) => each.fact === fact))).toEqual([])
      const below = [{ ...memory, name: section.title, fact: summary }]
      const sum = await structure(sumReply, 'remember', sumPrompt('the part', below))
      expect(sum.summary.length).toBeGreaterThan(10)
    }
    const joins = sections.slice(1).map((section, i) => ({
      left: sections[i]?.title ?? '',
      right: section.title,
      ending: texts[i] ?? '',
      beginning: texts[i + 1] ?? '',
    }))
    const said = await structure(joinReply, 'join', joinPrompt(joins))
    expect(said.map(({ join }) => join)).toEqual(joins.map((__, i) => i + 1))
  })
})

test('it says of each part of a text what its first sentence says', async () => {
  const parts = [
    { title: 'One', text: 'The ferry sails at dawn. It rains.', section: null },
    { title: '', text: '洪水来了。码头被淹。', section: null },
  ]
  expect(await structure(learnReply, 'plan', learnPrompt(parts))).toEqual([
    { n: 1, entry: 'The ferry sails at dawn.' },
    { n: 2, entry: '洪水来了。' },
  ])
})

test('whatever stands in a prompt, the practice model answers and does not throw', async () => {
  const verb = fc.constantFrom<Verb>(...verbs)
  const line = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(
      '# What it owes',
      '# Your task',
      '# Its text now',
      '"""',
      '""""',
      '- Say: "',
      '- Length: 9 to 3 words',
      '# Joins',
      '# Summaries',
      '# Known before it',
      '# The section "x"',
      '# Points to judge',
      '1. Say: "x"',
      'Plan 3 to 2 sections, add up to 0',
      'Plan A 5 to A 1 of 0. Words each: 0.',
      'The whole has 9 to 2 sections. Plan sections 5 to 3, which add up to 0.',
      'Plan sections 1, 9 anew, and no others.',
      '# Questions',
      '# Its parts',
      '# Pattern',
      '# What is wrong with it',
      '# The plan',
    ),
  )
  await fc.assert(
    fc.asyncProperty(verb, fc.array(line, { maxLength: 12 }), fc.nat(), async (asked, lines, seed) => {
      const text = await answer(asked, [{ from: 'user', text: lines.join('\n') }], { seed, erring: 0.5 })
      if (asked !== 'draft' && asked !== 'revise') JSON.parse(text)
      expect(text).not.toBe('')
    }),
    { numRuns: 150 },
  )
})
