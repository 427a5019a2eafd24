import { expect } from 'vitest'
import type { OpenProject } from '../../electron/project/project.ts'
import { bounds, callBound, callsSpent } from '../../shared/questions/bounds.ts'
import { desk } from '../../shared/questions/drafts.ts'
import { manuscript } from '../../shared/questions/manuscript.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { lastRun } from '../../shared/questions/phase.ts'
import { endsWhole } from '../../shared/text/sentences.ts'
import { writesSection } from '../accept/careless.ts'
import type { Plays } from '../played.ts'
import type { ChatRequest } from '../scripted-server/chat-request.ts'
import type { Trouble } from '../scripted-server/trouble.ts'

/** A brief of three chapters, long enough for a draft to go wrong in its middle. */
export const source = `---
units: { label: Chapter, count: 3, words: { min: 300, max: 360 } }
requirements:
  - { say: "low water", at: 2 }
  - { avoid: "obviously", document: true }
  - { rule: "Keep the sea in every chapter.", each: true }
---
Three chapters about a ferry.`

/** All that is written. */
export const text = (project: OpenProject): string =>
  manuscript(project.state())
    .parts.map((part) => part.text)
    .join('\n\n')

/** Whatever happened: nothing under way, nothing half-applied, no section over its bounds, every text whole. */
export const expectSound = (project: OpenProject): void => {
  const state = project.state()
  const drafts = [...state.draft.values()]
  expect({
    status: lastRun(state)?.status,
    halfDone: drafts.filter(({ standing }) => standing === 'streaming' || standing === 'candidate').length,
    started: [...state.call.values()].filter(({ status }) => status === 'started').length,
    overBounds: leaves(state).filter(({ id, take }) => callsSpent(state, id, take) > bounds.sectionCalls),
    calls: state.call.size <= callBound(state, 1),
    broken: leaves(state).filter(({ id }) => {
      const { current } = desk(state, id)
      return current && !endsWhole(current.text)
    }),
  }).toEqual({ status: 'ended', halfDone: 0, started: 0, overBounds: [], calls: true, broken: [] })
}

const isDraft = ({ messages }: ChatRequest): boolean =>
  messages.some(({ content }) => content.includes('# Your task\nWrite the text of this section, whole'))

/** Plays a trouble at the first draft of section 2 and at nothing else. */
export const onFirstDraft = (trouble: Trouble): Plays => {
  let isPlayed = false
  return (_, request) => {
    if (isPlayed || !isDraft(request) || !writesSection(request, 2)) return null
    isPlayed = true
    return trouble
  }
}

/** Plays a trouble whenever section 2 is written, in whatever way. */
export const onSection2 =
  (trouble: Trouble): Plays =>
  (_, request) =>
    writesSection(request, 2) ? trouble : null

/** Changes a good reply. */
export const replies = (change: (reply: string) => string): Trouble => ({ name: 'changed', text: change })
