import type { Work } from './agenda.ts'

/** Whether the writer waits for a piece of work: an order, a plan made anew, a further draft, a section written again. */
export const isAwaited = (work: Work): boolean => {
  if (work.verb === 'order' || work.verb === 'replan') return true
  return work.verb === 'draft' && ('candidate' in work || work.section.take > 1)
}
