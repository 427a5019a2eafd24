import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Draft, DraftId } from '../../shared/records.ts'
import { createSaveEdits } from './save-edits.ts'
import type { Base, Saved, SaveStatus, Sent } from './save-slot.ts'

const section = 'section:1'

const draft = (id: string, text: string, more: Partial<Draft> = {}): Draft => ({
  id: `draft:${id}`,
  section,
  author: 'model',
  parent: null,
  root: `draft:${id}`,
  round: 0,
  edition: 0,
  standing: 'current',
  text,
  at: 0,
  ...more,
})

/** A host that keeps the law of `drafts.save`: the writer's own goes on, a stale base makes a proposal. */
const createHost = (current: Draft | undefined) => {
  let stands = current
  let proposals: readonly Draft[] = []
  const shelf: string[] = []
  const streaks = new Map<DraftId, { from: Base; first: number }>()
  let made = 0
  const same = (a: Base, b: Base): boolean => a?.draft === b?.draft && a?.edition === b?.edition
  const put = (next: Draft): void => {
    if (next.standing === 'proposal') proposals = [...proposals.filter(({ id }) => id !== next.id), next]
    else stands = next
  }
  return {
    current: () => stands,
    proposals: () => proposals,
    texts: () => [...shelf, ...(stands ? [stands.text] : []), ...proposals.map(({ text }) => text)],
    /** Another hand puts a text in place. */
    replace(text: string): void {
      if (stands) shelf.push(stands.text)
      made += 1
      stands = draft(`other-${made}`, text)
    },
    restart: () => streaks.clear(),
    /** The writer drops all that waits. */
    drop(): void {
      shelf.push(...proposals.map(({ text }) => text))
      proposals = []
    },
    save({ text, base }: Sent): Saved {
      const standing = [...(stands ? [stands] : []), ...proposals]
      const own = standing.find((each) => {
        const streak = streaks.get(each.id)
        if (!streak) return false
        return same(streak.from, base) || (base?.draft === each.id && base.edition >= streak.first)
      })
      const target = own ?? standing.find((each) => same(base, { draft: each.id, edition: each.edition }))
      const answer = (each: Draft): Saved => ({
        draft: each.id,
        edition: each.edition,
        standing: each.standing === 'proposal' ? 'proposal' : 'current',
      })
      if (target?.author === 'writer') {
        const next = { ...target, text, edition: target.edition + 1 }
        if (!streaks.has(next.id)) streaks.set(next.id, { from: base, first: next.edition })
        put(next)
        return answer(next)
      }
      if (stands && target !== stands && stands.text === text) return answer(stands)
      made += 1
      const isCurrent = !stands || target === stands
      const next = draft(`writer-${made}`, text, {
        author: 'writer',
        edition: 1,
        standing: isCurrent ? 'current' : 'proposal',
      })
      if (isCurrent && stands) shelf.push(stands.text)
      streaks.set(next.id, { from: base, first: 1 })
      put(next)
      return answer(next)
    },
  }
}

const setUp = (current?: Draft) => {
  const host = createHost(current)
  const statuses: SaveStatus[] = []
  const sent: Sent[] = []
  const answer = { how: 'now' as 'now' | 'lost-before' | 'lost-after' | 'refused' }
  let shown = current?.text ?? ''
  const edits = createSaveEdits({
    send: (save) => {
      sent.push(save)
      const { how } = answer
      if (how === 'lost-before') return Promise.reject(new Error('lost'))
      if (how === 'refused') return Promise.reject(new Error('refused'))
      const saved = host.save(save)
      return how === 'lost-after' ? Promise.reject(new Error('lost')) : Promise.resolve(saved)
    },
    onFailure: (error) => ({
      sentence: error instanceof Error ? error.message : '',
      again: !(error instanceof Error && error.message === 'refused'),
    }),
    onStatus: (status) => statuses.push(status),
  })
  edits.open(section, current)
  const meet = (): void => {
    if (edits.meet(section, host.current(), host.proposals()) === 'show') shown = host.current()?.text ?? ''
  }
  const type = (letters: string): void => {
    shown += letters
    edits.typed(section, () => shown)
  }
  return { host, edits, statuses, sent, answer, type, meet, shown: () => shown }
}

const wait = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('sends after 300 ms without a key', async () => {
  const { sent, type, statuses } = setUp(draft('a', 'One'))
  type('!')
  await wait(299)
  expect(sent).toEqual([])
  await wait(1)
  expect(sent).toEqual([{ section, text: 'One!', base: { draft: 'draft:a', edition: 0 } }])
  expect(statuses).toEqual([{ kind: 'saving' }, { kind: 'saved' }])
})

test('sends after one second of typing without a pause', async () => {
  const { sent, type } = setUp(draft('a', ''))
  for (let i = 0; i < 25; i += 1) {
    type('x')
    await wait(100)
  }
  expect(sent.map(({ text }) => text.length)).toEqual([10, 20])
})

test('ignores its own echo, before and after the answer', async () => {
  const { host, type, meet, shown } = setUp(draft('a', 'One'))
  type('!')
  await wait(300)
  type('?')
  meet()
  expect(shown()).toBe('One!?')
  await wait(300)
  meet()
  expect([shown(), host.current()?.text]).toEqual(['One!?', 'One!?'])
})

test('shows a text saved elsewhere where nothing is unsaved', () => {
  const { host, meet, shown } = setUp(draft('a', 'One'))
  host.replace('Two')
  meet()
  expect(shown()).toBe('Two')
})

test('a stale base keeps both texts, and typing goes on in the proposal', async () => {
  const { host, edits, type, meet, shown } = setUp(draft('a', 'One'))
  type('!')
  host.replace('Two')
  meet()
  await wait(300)
  meet()
  type('?')
  await wait(300)
  meet()
  expect(shown()).toBe('One!?')
  expect(edits.isApart(section)).toBe(true)
  expect([host.current()?.text, host.proposals().map(({ text }) => text)]).toEqual(['Two', ['One!?']])
})

test('a text that waits and is dropped leaves the page to the one that stands, also right after a save', async () => {
  const { host, edits, type, meet, shown } = setUp(draft('a', 'One'))
  type('!')
  host.replace('Two')
  meet()
  await wait(300)
  meet()
  // The change comes before the answer to the save that made it, and nothing more before the drop.
  type('?')
  await wait(300)
  host.drop()
  meet()
  expect([shown(), edits.isApart(section)]).toEqual(['Two', false])
})

test.each(['lost-before', 'lost-after'] as const)('sends again what was %s', async (how) => {
  const { host, answer, type, meet, statuses } = setUp(draft('a', 'One'))
  answer.how = how
  type('!')
  await wait(300)
  expect(statuses.at(-1)).toEqual({ kind: 'unsaved', sentence: 'lost' })
  type('?')
  answer.how = 'now'
  await wait(500)
  meet()
  expect(statuses.at(-1)).toEqual({ kind: 'saved' })
  expect([host.current()?.text, host.proposals()]).toEqual(['One!?', []])
})

test('an answer that was lost with the host is known by its text', async () => {
  const { host, answer, edits, type, meet } = setUp(draft('a', 'One'))
  answer.how = 'lost-after'
  type('!')
  await wait(300)
  host.restart()
  type('?')
  answer.how = 'now'
  meet()
  edits.retry()
  await wait(0)
  expect([host.current()?.text, host.proposals()]).toEqual(['One!?', []])
})

test('what was refused is kept and not sent again by itself', async () => {
  const { sent, answer, edits, type, statuses } = setUp(draft('a', 'One'))
  answer.how = 'refused'
  type('!')
  await wait(60_000)
  expect(sent.length).toBe(1)
  expect(statuses.at(-1)).toEqual({ kind: 'unsaved', sentence: 'refused' })
  expect(edits.isUnsaved()).toBe(true)
  answer.how = 'now'
  type('?')
  await wait(300)
  expect(statuses.at(-1)).toEqual({ kind: 'saved' })
})

test('a save that arrives after a later one does not stay the last', async () => {
  const { host, sent, answer, type, meet, shown } = setUp(draft('a', 'One'))
  answer.how = 'lost-before'
  type('!')
  await wait(300)
  type('?')
  answer.how = 'now'
  await wait(500)
  meet()
  const [late] = sent
  if (late) host.save(late)
  expect(host.current()?.text).toBe('One!')
  meet()
  await wait(0)
  expect([host.current()?.text, shown()]).toEqual(['One!?', 'One!?'])
})

test('flushing sends at once and waits for what was typed meanwhile', async () => {
  const { host, edits, type } = setUp(draft('a', ''))
  type('a')
  const flushed = edits.flush()
  type('b')
  await flushed
  expect(host.current()?.text).toBe('ab')
})

type Step =
  | { readonly do: 'type' | 'other' | 'meet' | 'restart' | 'retry' }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'answer'; readonly how: 'now' | 'lost-before' | 'lost-after' }

const simple: readonly Step[] = [{ do: 'other' }, { do: 'meet' }, { do: 'restart' }, { do: 'retry' }]
const answers: readonly Step[] = [
  { do: 'answer', how: 'now' },
  { do: 'answer', how: 'lost-before' },
  { do: 'answer', how: 'lost-after' },
]
const typing: Step = { do: 'type' }

const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(typing) },
    { weight: 1, arbitrary: fc.constantFrom(...simple) },
    { weight: 1, arbitrary: fc.nat(1500).map((ms): Step => ({ do: 'wait', ms })) },
    { weight: 1, arbitrary: fc.constantFrom(...answers) },
  ),
  { maxLength: 60, size: 'max' },
)

test('whatever is lost or stale: every letter typed or put elsewhere stands in a text in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), steps, async (empty, all) => {
      const { host, edits, answer, type, meet, shown } = setUp(empty ? undefined : draft('a', 'One.'))
      const kept: string[] = []
      let n = 0
      for (const step of all) {
        n += 1
        if (step.do === 'type') {
          kept.push(`<${n}>`)
          type(`<${n}>`)
        } else if (step.do === 'other') {
          kept.push(`Other ${n}.`)
          host.replace(`Other ${n}.`)
        } else if (step.do === 'meet') meet()
        else if (step.do === 'restart') host.restart()
        else if (step.do === 'retry') edits.retry()
        else if (step.do === 'wait') await wait(step.ms)
        else if (step.do === 'answer') answer.how = step.how
      }
      answer.how = 'now'
      edits.retry()
      await wait(20_000)
      expect(edits.isUnsaved()).toBe(false)
      expect(kept.filter((text) => !host.texts().some((other) => other.includes(text)))).toEqual([])
      expect(shown() === '' || host.texts().includes(shown())).toBe(true)
      edits.close()
    }),
    { numRuns: 300 },
  )
})
