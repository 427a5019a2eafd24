import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { applyEvent, stateOf, type ProjectState } from '../../shared/project-state.ts'
import { desk } from '../../shared/questions/drafts.ts'
import type { AnyRecord, Draft, DraftId, Review } from '../../shared/records.ts'
import { draft, section } from '../../shared/test-kit.ts'
import { draftHistory } from './draft-history.ts'
import { acceptProposal, dropProposal, proposeAgain, restoreDraft } from './place-text.ts'

const model = draft(1)
const offered = draft(1, {
  id: 'draft:p',
  standing: 'proposal',
  text: 'Offered.',
  parent: model.id,
  root: model.id,
})
const old = draft(1, { id: 'draft:o', standing: 'dropped', text: 'Old.' })
const review: Review = {
  id: 'review:1.1.0',
  draft: model.id,
  section: 'section:1',
  madeFrom: '',
  findings: [],
}
const fresh = { fresh: 'draft:new', at: 9 } as const
const there = stateOf([section(1), model, offered, review])
const own = (from: Draft, text: string): Draft => ({
  ...from,
  id: 'draft:new',
  author: 'writer',
  parent: from.id,
  edition: 1,
  standing: 'current',
  text,
  at: 9,
})
const superseded = { ...model, standing: 'superseded' } as const

describe('what the writer decides about a text', () => {
  test('a proposal is accepted whole', () => {
    expect(acceptProposal(there, 'draft:p', undefined, fresh)).toEqual({
      change: { put: [{ ...offered, standing: 'current' }], shelve: [superseded, review] },
      saved: { draft: 'draft:p', edition: 0, standing: 'current' },
    })
  })

  test('or as a text made of both, which is the writer’s own', () => {
    expect(acceptProposal(there, 'draft:p', 'Of both.', fresh)).toEqual({
      change: {
        put: [own(offered, 'Of both.')],
        shelve: [superseded, review, { ...offered, standing: 'superseded' }],
      },
      saved: { draft: 'draft:new', edition: 1, standing: 'current' },
    })
  })

  test('or dropped', () => {
    expect(dropProposal(there, 'draft:p')).toEqual({ shelve: [{ ...offered, standing: 'dropped' }] })
  })

  test('what was dropped waits again, what stands does not', () => {
    const without = stateOf([section(1), model, review])
    expect(proposeAgain(without, { ...offered, standing: 'dropped' }, undefined)).toEqual({ put: [offered] })
    expect(proposeAgain(there, offered, undefined)).toEqual({})
    expect(() => proposeAgain(there, model, review)).toThrow('This text stands now.')
    const gone = stateOf([])
    expect(() => proposeAgain(gone, old, undefined)).toThrow('no longer in the plan')
  })

  test('an old text comes back as a new one of the writer’s; what stands already stays', () => {
    expect(restoreDraft(there, old, fresh)).toEqual({
      change: { put: [own(old, 'Old.')], shelve: [superseded, review] },
      saved: { draft: 'draft:new', edition: 1, standing: 'current' },
    })
    expect(restoreDraft(there, { ...old, text: model.text }, fresh).change).toEqual({})
  })

  test.each<readonly [string, () => unknown]>([
    ['what is no proposal cannot be accepted', () => acceptProposal(there, model.id, undefined, fresh)],
    ['what is gone cannot be dropped', () => dropProposal(there, 'draft:o')],
    ['nothing is restored into a section that is gone', () => restoreDraft(stateOf([]), old, fresh)],
  ])('%s', (_, decide) => {
    expect(decide).toThrow(AppError)
  })
})

/** A section with a shelf behind it, as the project keeps them. */
const world = () => {
  let state: ProjectState = stateOf([section(1)])
  const shelf = new Map<string, AnyRecord>()
  let number = 0
  const put = ({
    put: records = [],
    shelve = [],
  }: {
    put?: readonly AnyRecord[]
    shelve?: readonly AnyRecord[]
  }) => {
    for (const record of shelve) shelf.set(record.id, record)
    const remove = shelve.map(({ id }) => id)
    state = applyEvent(state, { type: 'change', seq: state.seq + 1, put: records, remove })
  }
  const shelved = () => [...shelf.values()].filter((record): record is Draft => 'standing' in record)
  const history = () => draftHistory({ state: () => state, shelved }, 'section:1')
  const next = () => ({ fresh: `draft:${(number += 1)}` as DraftId, at: number })
  return { put, history, next, state: () => state, current: () => desk(state, 'section:1').current }
}

const move = fc.tuple(fc.constantFrom('offer', 'accept', 'merge', 'drop', 'restore'), fc.nat())

test('law: no text that was saved is ever lost, and every restoring can be undone', () => {
  const holds = fc.property(fc.array(move, { maxLength: 25 }), (moves) => {
    const { put, history, next, state, current } = world()
    const said = new Set<string>()
    for (const [what, which] of moves) {
      const proposals = desk(state(), 'section:1').proposals
      const proposal = proposals[which % Math.max(1, proposals.length)]
      const all = history()
      const chosen = all[which % Math.max(1, all.length)]
      const at = next()
      const text = `Text ${at.at}.`
      if (what === 'offer') {
        said.add(text)
        put({ put: [draft(1, { id: at.fresh, text, standing: 'proposal', at: at.at })] })
      } else if (what === 'accept' && proposal)
        put(acceptProposal(state(), proposal.id, undefined, at).change)
      else if (what === 'merge' && proposal) {
        said.add(text)
        put(acceptProposal(state(), proposal.id, text, at).change)
      } else if (what === 'drop' && proposal) put(dropProposal(state(), proposal.id))
      else if (what === 'restore' && chosen) {
        const before = current()
        put(restoreDraft(state(), chosen, at).change)
        expect(current()?.text).toBe(chosen.text)
        const back = history().find(({ id }) => id === before?.id)
        if (back) put(restoreDraft(state(), back, next()).change)
        if (before) expect(current()?.text).toBe(before.text)
      }
      const kept = new Set(history().map((each) => each.text))
      expect([...said].filter((each) => !kept.has(each))).toEqual([])
    }
  })
  fc.assert(holds, { numRuns: 200 })
})
