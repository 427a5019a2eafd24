import type { Message } from '../../shared/model.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { block, lines } from './context.ts'

const percent = (share: number): string => `${Math.max(1, Math.round(share * 100))} %`

/** The work that the plan is to be like: its parts in order, the share of the whole that each has, and what it does. */
export const patternPart = (state: ProjectState): Message | undefined => {
  const pattern = [...state.brief.values()].flatMap((brief) => brief.pattern ?? [])
  if (pattern.length === 0) return undefined
  return block(
    'Pattern',
    lines(
      'Plan in the manner of this work: in its order and its proportions, but with the matter of the brief.',
      ...pattern.map(({ title, entry, share }, i) => {
        const said = entry ? `: ${entry}` : ''
        return `${i + 1}. ${title || 'Untitled'} (${percent(share)})${said}`
      }),
    ),
  )
}
