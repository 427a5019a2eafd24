import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { applyEvent, stateOf, type ProjectState } from '../../shared/project-state.ts'
import { desk, mayReplace } from '../../shared/questions/drafts.ts'
import type { AnyRecord, Draft, DraftId, Review, Section } from '../../shared/records.ts'
import { saveDraft, type Base, type Save, type Saved, type Streak } from './save-draft.ts'

const section: Section = {
  id: 'section:1',
  parent: null,
  order: 1,
  title: 'Week 1',
  intent: 'It begins.',
  words: 100,
  unit: 1,
  owns: [],
  leaves: [],
  after: [],
  take: 1,
}

const draft = (id: DraftId, over: Partial<Draft> = {}): Draft => ({
  id,
  section: 'section:1',
  author: 'model',
  parent: null,
  root: id,
  round: 0,
  edition: 0,
  standing: 'current',
  text: `text of ${id}`,
  at: 1,
  ...over,
})

const model = draft('draft:m', { root: 'draft:r', round: 1 })
const own = draft('draft:w', { author: 'writer', edition: 3, parent: 'draft:m' })
const offered = draft('draft:p', { standing: 'proposal' })
const ownOffer = draft('draft:q', { standing: 'proposal', author: 'writer', edition: 2 })
const review: Review = {
  id: 'review:m',
  draft: 'draft:m',
  section: 'section:1',
  madeFrom: '',
  findings: [],
}

const base = (id: DraftId, edition: number): Base => ({ draft: id, edition })
const streak = (origin: string, from: Base, first: number): Streak => ({ origin, from, first })
const at = { fresh: 'draft:new', at: 9 } as const

const fresh = (over: Partial<Draft>): Draft =>
  draft('draft:new', { author: 'writer', edition: 1, text: 'typed', at: 9, ...over })
const edited = (before: Draft): Draft => ({ ...before, text: 'typed', at: 9, edition: before.edition + 1 })

type Case = readonly [
  name: string,
  there: readonly AnyRecord[],
  base: Base,
  streaks: Readonly<Record<string, Streak>>,
  put: readonly AnyRecord[],
  shelve: readonly AnyRecord[],
]

const onModel = fresh({ parent: 'draft:m', root: 'draft:r', round: 1 })
const superseded = { ...model, standing: 'superseded' } as const

const cases: readonly Case[] = [
  ['into an empty section', [], null, {}, [fresh({})], []],
  ['over the model draft it was made from', [model], base('draft:m', 0), {}, [onModel], [superseded]],
  [
    'over a reviewed one: its review goes with it',
    [model, review],
    base('draft:m', 0),
    {},
    [onModel],
    [superseded, review],
  ],
  ['over the writer’s own', [own], base('draft:w', 3), {}, [edited(own)], []],
  [
    'over an older edition of the writer’s own',
    [own],
    base('draft:w', 2),
    {},
    [fresh({ standing: 'proposal', parent: 'draft:w', root: 'draft:w' })],
    [],
  ],
  [
    'made from a draft that is gone',
    [model],
    base('draft:old', 0),
    {},
    [fresh({ standing: 'proposal', parent: 'draft:old' })],
    [],
  ],
  ['made from nothing, where something stands now', [model], null, {}, [fresh({ standing: 'proposal' })], []],
  [
    'made from a model’s proposal',
    [own, offered],
    base('draft:p', 0),
    {},
    [fresh({ standing: 'proposal', parent: 'draft:p', root: 'draft:p' })],
    [],
  ],
  ['over the writer’s own proposal', [own, ownOffer], base('draft:q', 2), {}, [edited(ownOffer)], []],
  [
    'again from the same base, by the editor that saved last',
    [own],
    base('draft:m', 0),
    { 'draft:w': streak('here', base('draft:m', 0), 1) },
    [edited(own)],
    [],
  ],
  [
    'again from nothing, by the editor that saved last',
    [own],
    null,
    { 'draft:w': streak('here', null, 1) },
    [edited(own)],
    [],
  ],
  [
    'from an older edition of the same streak',
    [own],
    base('draft:w', 2),
    { 'draft:w': streak('here', base('draft:w', 1), 2) },
    [edited(own)],
    [],
  ],
  [
    'from an edition before the streak',
    [own],
    base('draft:w', 1),
    { 'draft:w': streak('here', base('draft:w', 2), 3) },
    [fresh({ standing: 'proposal', parent: 'draft:w', root: 'draft:w' })],
    [],
  ],
  [
    'again from the same base, after another editor has saved',
    [own],
    base('draft:m', 0),
    { 'draft:w': streak('there', base('draft:m', 0), 1) },
    [fresh({ standing: 'proposal', parent: 'draft:m' })],
    [],
  ],
  ['the very text that stands', [{ ...own, text: 'typed' }], base('draft:w', 1), {}, [], []],
]

describe('saving a draft', () => {
  test.each(cases)('%s', (...[, there, from, streaks, put, shelve]) => {
    const save: Save = { section: 'section:1', text: 'typed', base: from, origin: 'here' }
    const { change } = saveDraft(stateOf([section, ...there]), save, new Map(Object.entries(streaks)), at)
    expect(change).toEqual({ put, shelve })
  })

  test('a section that is gone is refused', () => {
    const save: Save = { section: 'section:2', text: 'typed', base: null, origin: 'here' }
    expect(() => saveDraft(stateOf([section]), save, new Map(), at)).toThrow(AppError)
  })
})

/** Editors that save, hear answers late, and reload, beside a model that rewrites: a world to try the law in. */
const world = () => {
  let state: ProjectState = stateOf([section])
  let drafts = 0
  const shelf: Draft[] = []
  const streaks = new Map<string, Streak>()
  const put = (records: readonly AnyRecord[], shelve: readonly AnyRecord[]): void => {
    for (const record of shelve) if ('standing' in record) shelf.push(record)
    const remove = shelve.map(({ id }) => id)
    state = applyEvent(state, { type: 'change', seq: state.seq + 1, put: records, remove })
  }
  const next = (): DraftId => `draft:${(drafts += 1)}`
  const save = (origin: string, from: Base, text: string): Saved => {
    const asked: Save = { section: 'section:1', text, base: from, origin }
    const { change, saved, streak: now } = saveDraft(state, asked, streaks, { fresh: next(), at: 1 })
    put(change.put, change.shelve)
    streaks.set(saved.draft, now)
    return saved
  }
  const rewrite = (text: string): void => {
    const { current } = desk(state, 'section:1')
    const free = mayReplace(state, 'section:1', current?.id ?? null)
    const made = draft(next(), { text, standing: free ? 'current' : 'proposal' })
    put([made], free && current ? [{ ...current, standing: 'superseded' }] : [])
  }
  const texts = (): readonly string[] => {
    const { current, proposals } = desk(state, 'section:1')
    return [...(current ? [current] : []), ...proposals, ...shelf].map(({ text }) => text)
  }
  return { save, rewrite, texts, current: () => desk(state, 'section:1').current }
}

const move = fc.tuple(
  fc.constantFrom('save', 'save', 'hear', 'reload', 'model'),
  fc.constantFrom('a', 'b', 'c'),
)

type Editor = { base: Base; written: readonly string[]; answer: Saved | null }

/** Plays moves of editors and a model; gives the texts that were lost although nobody wrote on from them. */
const lost = (moves: readonly (readonly [what: string, who: string])[]): readonly string[] => {
  const { save, rewrite, texts, current } = world()
  const editors = new Map<string, Editor>()
  const owed = new Set<string>()
  for (const [i, [what, who]] of moves.entries()) {
    const editor = editors.get(who) ?? { base: null, written: [], answer: null }
    const text = `${what} ${i}`
    const now = current()
    if (what === 'save') {
      for (const older of editor.written) owed.delete(older)
      const answer = save(who, editor.base, text)
      editors.set(who, { ...editor, answer, written: [...editor.written, text] })
    } else if (what === 'hear' && editor.answer) {
      const { draft: id, edition } = editor.answer
      editors.set(who, { ...editor, base: { draft: id, edition } })
    } else if (what === 'reload') {
      const from = now ? { draft: now.id, edition: now.edition } : null
      editors.set(who, { base: from, answer: null, written: now ? [now.text] : [] })
    } else if (what === 'model') rewrite(text)
    if (what === 'save' || what === 'model') owed.add(text)
    const there = new Set(texts())
    const gone = [...owed].filter((each) => !there.has(each))
    if (gone.length > 0) return gone
  }
  return []
}

test('law: no saved text is lost, unless its own editor wrote on, or another from exactly that text', () => {
  const holds = fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
    expect(lost(moves)).toEqual([])
  })
  fc.assert(holds, { numRuns: 300 })
})
