import type { Message } from '../../shared/model.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import type { Part } from '../../shared/records.ts'
import { guessTokens } from '../../shared/text/tokens.ts'
import { block, lines } from './context.ts'

const percent = (share: number): string => `${Math.max(1, Math.round(share * 100))} %`

const written = (pattern: readonly Part[], entries: boolean): string =>
  pattern
    .map(({ title, entry, share }, i) => {
      const said = entries && entry ? `: ${entry}` : ''
      return `${i + 1}. ${title || 'Untitled'} (${percent(share)})${said}`
    })
    .join('\n')

/**
 * The work that the plan is to be like: its parts in order, the share of the whole that each has, and as far as there is
 * room what it does.
 */
export const patternPart = (state: ProjectState, room = Infinity): Message | undefined => {
  const pattern = [...state.brief.values()].flatMap((brief) => brief.pattern ?? [])
  const [whole, bare] = [written(pattern, true), written(pattern, false)]
  const body = [whole, bare].find((each) => guessTokens(each) <= room)
  if (pattern.length === 0 || body === undefined) return undefined
  return block(
    'Pattern',
    lines(
      'Plan in the manner of this work: in its order and its proportions, but with the matter of the brief.',
      body,
    ),
  )
}
