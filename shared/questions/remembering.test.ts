import { describe, expect, test } from 'vitest'
import type { AnyRecord, Memory, Step } from '../records.ts'
import { brief, constraint, draft, plan, reviewOf, run, say, section, state } from '../test-kit.ts'
import { agenda } from './agenda.ts'
import { reviewStep, reviseStep, draftStep } from './steps.ts'
import { desk } from './drafts.ts'
import { reviewHash } from './verdicts.ts'
import { phaseOf } from './phase.ts'

const ended = (id: Step['id'], verb: Step['verb']): Step => ({
  id,
  verb,
  section: 'section:1',
  status: 'ended',
})

const fact: Memory = {
  id: 'memory:1/mine',
  section: 'section:1',
  by: 'writer',
  about: 'person',
  name: 'Maren',
  fact: 'is 23',
  madeFrom: '',
}

/** Sections 1 and 2 with texts that have been reviewed. */
const reviewed = (...records: readonly AnyRecord[]) => {
  const before = state(
    run(2, { startedAt: 9_000 }),
    plan(),
    section(1),
    section(2),
    draft(1),
    draft(2),
    ...records,
  )
  const steps = ['section:1', 'section:2'].flatMap((id): readonly AnyRecord[] => {
    const { current } = desk(before, id as `section:${string}`)
    const own = [...before.section.values()].find((each) => each.id === id)
    if (!current || !own) return []
    const madeFrom = reviewHash(before, current)
    return [
      ended(draftStep(own), 'draft'),
      ended(reviewStep(current, madeFrom), 'review'),
      reviewOf(current, madeFrom),
    ]
  })
  return state(
    ...before.run.values(),
    ...before.brief.values(),
    ...before.plan.values(),
    ...before.section.values(),
    ...before.draft.values(),
    ...before.memory.values(),
    ...steps,
  )
}

describe('what is remembered', () => {
  test.each<readonly [string, readonly AnyRecord[], readonly string[]]>([
    ['nothing of entries that nobody waits for', [], []],
    ['what another section waits for', [section(2, { after: ['section:1'] })], ['section:1']],
    ['chapters, though nobody waits for them', [section(2, { words: 500 })], ['section:2']],
    ['what the writer wrote, once it holds still', [draft(1, { author: 'writer', at: 1 })], ['section:1']],
    ['not what the writer is still at', [draft(1, { author: 'writer', at: 10_000 })], []],
    ['what a model remembered something of', [{ ...fact, by: 'model' }], ['section:1']],
    ['nothing because of what the writer noted', [fact], []],
    ['every section of a novel, however short', [brief({ form: 'Novella' })], ['section:1', 'section:2']],
  ])('%s', (_, records, expected) => {
    const found = agenda(reviewed(...records)).flatMap((work) =>
      work.verb === 'remember' ? [work.section.id] : [],
    )
    expect(found).toEqual(expected)
  })
})

describe('what code knows to be broken is mended before it is read', () => {
  const silt = say('silt', { where: 'once', at: 1 })
  const rule = constraint('rule', { kind: 'rule', params: { text: 'Be brief.' } }, { where: 'each' })
  const one = draft(1)

  test.each<readonly [string, readonly AnyRecord[], string]>([
    ['a text that keeps its duties is read', [draft(1, { text: 'Of silt.' })], 'review'],
    ['one that breaks a duty is mended first', [one], 'revise 1'],
    ['and read where that came to nothing', [one, ended(reviseStep(one, 1), 'revise')], 'review'],
    ['what only a reader can judge is read', [draft(1, { text: 'Of silt.' }), rule], 'review'],
    ['the writer’s own text is only read', [draft(1, { author: 'writer' })], 'review'],
  ])('%s', (_, records, expected) => {
    const here = state(
      run(2, { startedAt: 9 }),
      plan(),
      section(1),
      silt,
      ended(draftStep(section(1)), 'draft'),
      ...records,
    )
    const phase = phaseOf(here, section(1))
    expect([phase.at, ...('round' in phase ? [phase.round] : [])].join(' ')).toBe(expected)
  })
})
