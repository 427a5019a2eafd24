import { bounds, callsOf, callsSpent } from '../../shared/questions/bounds.ts'
import type { Draft, Section } from '../../shared/records.ts'
import type { Prompt } from '../prompts/context.ts'
import { ask, isPause, type Question, type Reply } from './ask.ts'
import type { Loop, Pause } from './loop.ts'
import { monitor } from './monitor.ts'
import { languageFor, mostTokens, mostWords, proseOf, type Prose } from './prose.ts'

/** What one call to the writer model brought. */
export type Written = Prose & { readonly reply: Reply }

/** A draft that is about to stream. */
export const streamingDraft = (
  section: Section,
  round: number,
  parent: Draft | null,
  at: number,
): Draft & { readonly standing: 'streaming' } => {
  const stem = `draft:${section.id.slice('section:'.length)}.${section.take}` as const
  return {
    id: `${stem}.${round}`,
    section: section.id,
    author: 'model',
    parent: parent?.id ?? null,
    root: parent?.root ?? `${stem}.${round}`,
    round,
    edition: 0,
    standing: 'streaming',
    text: '',
    at,
  }
}

/** A piece of text that did not become a draft, for the shelf: no word that came is lost. */
export const partialOf = (draft: Draft, reply: Reply): Draft => ({
  ...draft,
  id: `${draft.id}.${reply.call.id.slice('call:'.length)}`,
  standing: 'partial',
  text: reply.text,
  ...(reply.fault && { fault: reply.fault }),
})

/** Whether this section's step may make another call. */
export const mayWrite = (loop: Loop, step: Question['step'], section: Section): boolean => {
  const state = loop.project.state()
  return (
    callsOf(state, step).length < bounds.stepCalls &&
    callsSpent(state, section.id, section.take) < bounds.sectionCalls
  )
}

/**
 * Streams one reply of the writer model into a draft. When the run is stopped or the endpoint fails, what had come
 * is put on the shelf and the draft is taken off the desk, so that it can be begun again.
 */
export const write = async (
  loop: Loop,
  question: Pick<Question, 'step' | 'verb'> & { readonly section: Section; readonly prompt: Prompt },
  draft: Draft,
): Promise<Written | Pause> => {
  const { project } = loop
  const { section } = question
  const state = project.state()
  project.put({ put: [draft] })
  const reply = await ask(loop, {
    ...question,
    role: 'writer',
    maxOutput: mostTokens(state, section),
    watch: monitor(languageFor(state, section), mostWords(state, section)),
    hear: (at, text) => project.write({ draft: draft.id, at, text }),
  })
  if (!isPause(reply)) return { ...proseOf(state, section, reply.text, reply.fault), reply }
  const text = project.state().live.get(draft.id) ?? ''
  const at = loop.now()
  const partial = { ...draft, id: `${draft.id}.${at}` as const, standing: 'partial' as const, text, at }
  project.put({ remove: [draft.id], shelve: text ? [partial] : [] })
  return reply
}
