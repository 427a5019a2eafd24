import type { ProjectState } from '../../shared/project-state.ts'
import { agenda } from '../../shared/questions/agenda.ts'
import { desk } from '../../shared/questions/drafts.ts'
import { openOrders } from '../../shared/questions/orders.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { runStatus } from '../../shared/questions/progress.ts'
import { question } from '../../shared/questions/question.ts'

/** The one thing that can be done next. */
export type NextStep = 'brief' | 'plan' | 'approve' | 'draft' | 'resume' | 'proposals' | 'orders' | 'export'

const hasProposals = (state: ProjectState): boolean =>
  [...state.draft.values()].some(({ standing }) => standing === 'proposal')

const isBriefEmpty = (state: ProjectState): boolean =>
  [...state.brief.values()].every(({ text }) => text === '') && state.section.size === 0

/** What can be done next; null while a run works. Never more than one. */
export const nextStep = question(
  [
    'project',
    'brief',
    'constraint',
    'plan',
    'section',
    'draft',
    'review',
    'step',
    'seam',
    'run',
    'call',
    'order',
  ],
  (state): NextStep | null => {
    const status = runStatus(state)
    if (status === 'working' || status === 'awaits-time') return null
    const [plan] = state.plan.values()
    if (plan?.status === 'proposed') return 'approve'
    if (!plan && isBriefEmpty(state)) return 'brief'
    if (!plan) return state.run.size > 0 ? 'resume' : 'plan'
    if (agenda(state).length > 0) {
      const isWritten =
        leaves(state).some(({ id }) => desk(state, id).current) ||
        [...state.call.values()].some(({ verb }) => verb === 'draft')
      return isWritten || status === 'blocked' ? 'resume' : 'draft'
    }
    if (hasProposals(state)) return 'proposals'
    return openOrders(state).length > 0 ? 'orders' : 'export'
  },
)
