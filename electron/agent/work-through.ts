import { agendaOfRun, asked, type Work } from '../../shared/questions/agenda.ts'
import { isAwaited } from '../../shared/questions/is-awaited.ts'
import { whatFirst } from '../../shared/questions/what-first.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { checkPlan } from './check-plan.ts'
import { critiquePlan } from './critique-plan.ts'
import { confirm } from './confirm.ts'
import { draft } from './draft.ts'
import { join } from './join.ts'
import { learn } from './learn.ts'
import { now, type Loop, type Pause } from './loop.ts'
import { order } from './order.ts'
import { plan } from './plan.ts'
import { remember } from './remember.ts'
import { replan } from './replan.ts'
import { review } from './review.ts'
import { revise } from './revise.ts'
import { search } from './search.ts'
import { sumUp } from './sum-up.ts'
import { understand } from './understand.ts'

const perform = (loop: Loop, work: Work): Promise<Pause | null> => {
  switch (work.verb) {
    case 'understand':
      return understand(loop, work)
    case 'plan':
      return plan(loop, work)
    case 'critique':
      return critiquePlan(loop, work)
    case 'check':
      return checkPlan(loop, work)
    case 'learn':
      return learn(loop, work)
    case 'replan':
      return replan(loop, work)
    case 'draft':
      return draft(loop, work)
    case 'review':
      return review(loop, work)
    case 'revise':
      return revise(loop, work)
    case 'remember':
      return remember(loop, work)
    case 'sum':
      return sumUp(loop, work)
    case 'join':
      return join(loop, work)
    case 'search':
      return search(loop, work)
    case 'confirm':
      return confirm(loop, work)
    case 'order':
      return order(loop, work)
  }
}

/** Work under way; `halt` ends it alone. */
type InHand = { readonly work: Work; readonly halt: AbortController }

/**
 * Whether the writer has put a section on hold, removed it or asked for a fresh draft while it was worked on, or has
 * taken back an order.
 */
const isCalledOff = (state: ProjectState, work: Work): boolean => {
  if (work.verb === 'order')
    return state.order.get(work.order.id)?.status !== 'asked' || !state.section.has(work.section.id)
  if (work.verb === 'replan') return state.order.get(work.order.id)?.status !== 'asked'
  if (!('section' in work)) return false
  const section = state.section.get(work.section.id)
  return !section || section.hold === true || section.take !== work.section.take
}

/** What is to be started now. Where all lanes are busy one piece more is, if the writer asked for it. */
const takenUp = (state: ProjectState, inHand: ReadonlyMap<Work['step'], InHand>, lanes: number) => {
  const isOpen = ({ step }: Work): boolean => !inHand.has(step)
  const free = lanes - inHand.size
  if (free > 0) return whatFirst(state, agendaOfRun(state).filter(isOpen), lanes).slice(0, free)
  const isServed = [...inHand.values()].some(({ work }) => isAwaited(work))
  return isServed ? [] : asked(state).filter(isOpen).slice(0, 1)
}

/**
 * Does all that needs doing, `lanes` pieces at a time, until nothing is left or a piece says to pause. A piece that the
 * writer calls off is stopped by itself; what had come of it is kept.
 */
export const workThrough = async (loop: Loop, lanes: number): Promise<Pause | null> => {
  const inHand = new Map<Work['step'], InHand>()
  const trouble: { pause: Pause | null; bugs: unknown[] } = { pause: null, bugs: [] }
  let wake = (): void => {}
  const unsubscribe = loop.project.subscribe((event) => {
    if (event.type !== 'change') return
    for (const { work, halt } of inHand.values()) if (isCalledOff(now(loop), work)) halt.abort()
    wake()
  })
  const performed = async (own: Loop, work: Work, halted: AbortSignal): Promise<void> => {
    try {
      const pause = await perform(own, work)
      if (!(halted.aborted && pause?.why === 'stopped')) trouble.pause ??= pause
    } catch (bug) {
      trouble.bugs.push(bug)
    }
  }
  const start = (work: Work): void => {
    const halt = new AbortController()
    const signal = AbortSignal.any([loop.signal, halt.signal])
    inHand.set(work.step, { work, halt })
    const own: Loop = { ...loop, signal, ...(isAwaited(work) && { priority: 'writer' }) }
    void performed(own, work, halt.signal).finally(() => {
      inHand.delete(work.step)
      wake()
    })
  }
  try {
    for (;;) {
      const changed = new Promise<void>((resolve) => (wake = resolve))
      const halt = trouble.pause ?? (loop.signal.aborted || trouble.bugs.length > 0)
      if (!halt) for (const work of takenUp(now(loop), inHand, lanes)) start(work)
      if (inHand.size === 0) break
      await changed
    }
  } finally {
    unsubscribe()
  }
  if (trouble.bugs.length > 0) throw trouble.bugs[0]
  return trouble.pause ?? (loop.signal.aborted ? { why: 'stopped' } : null)
}
