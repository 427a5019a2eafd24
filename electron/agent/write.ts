import { wasTooLong } from '../../shared/questions/learnt-context.ts'
import { bounds, callsOf, callsSpent } from '../../shared/questions/bounds.ts'
import { isWishedStep } from '../../shared/questions/steps.ts'
import type { Draft, Section } from '../../shared/records.ts'
import { countWords } from '../../shared/text/words.ts'
import { ample } from '../prompts/rooms.ts'
import { ask, isPause, isUnfit, type Question, type Reply } from './ask.ts'
import type { Loop, Pause } from './loop.ts'
import { expectedOf, tokensFor, wordsWanted } from './expected.ts'
import { isTooLong, type Unfit } from './fit-prompt.ts'
import { monitor } from './monitor.ts'
import { proseOf, type Prose } from './prose.ts'

/** What one call to the writer model brought. */
export type Written = Prose & { readonly reply: Reply }

/**
 * A draft that is about to stream: the first of a take, a `candidate` beside it, or a revision of its parent. Its name
 * says which, so that the same work has the same name whenever it is done.
 */
export const streamingDraft = (
  section: Section,
  which: { readonly candidate?: number } | { readonly round: number; readonly parent: Draft },
  at: number,
): Draft & { readonly standing: 'streaming' } => {
  const stem = `draft:${section.id.slice('section:'.length)}.${section.take}` as const
  const [round, parent] = 'round' in which ? [which.round, which.parent] : [0, null]
  const id = 'candidate' in which ? (`${stem}.c${which.candidate}` as const) : (`${stem}.${round}` as const)
  return {
    id,
    section: section.id,
    author: 'model',
    parent: parent?.id ?? null,
    root: parent?.root ?? id,
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

/** Whether this section's step may make another call; what the writer wished for is counted by its step alone. */
export const mayWrite = (loop: Loop, step: Question['step'], section: Section): boolean => {
  const state = loop.project.state()
  return (
    callsOf(state, step).length < bounds.stepCalls &&
    !isTooLong(loop, step) &&
    (isWishedStep(step) || callsSpent(state, section.id, section.take) < bounds.sectionCalls)
  )
}

/** What the writer model is asked for: a text from its beginning, or what follows the `head` that is there. */
export type Writing = Pick<Question, 'step' | 'verb' | 'prompt'> & {
  readonly section: Section
  readonly head?: Prose
}

/**
 * Streams one reply of the writer model into a draft, behind the text that it goes on from. When the run is stopped or
 * the endpoint fails, what had come is put on the shelf and the draft is taken off the desk, so that it can be begun
 * again.
 */
export const write = async (
  loop: Loop,
  { head = { text: '' }, ...question }: Writing,
  draft: Draft,
): Promise<Written | Pause | Unfit> => {
  const { project } = loop
  const { section } = question
  const state = project.state()
  const expected = expectedOf(state, section, countWords(head.text))
  const before = head.text === '' ? '' : `${head.text}${head.breaks ? ' ' : '\n\n'}`
  const reply = await ask(loop, {
    ...question,
    alongside: [draft],
    role: 'writer',
    maxOutput: tokensFor(expected.mostWords),
    leastOutput: tokensFor(Math.min(expected.mostWords, wordsWanted(state, section, countWords(head.text)))),
    watch: monitor({ ...expected, prompt: question.prompt(ample) }),
    hear: (at, text) =>
      project.write(
        at === 0
          ? { draft: draft.id, at, text: before + text }
          : { draft: draft.id, at: before.length + at, text },
      ),
  })
  if (isUnfit(reply)) return reply
  if (!isPause(reply) && reply.fault && wasTooLong(reply)) return { ...head, fault: reply.fault, reply }
  if (!isPause(reply))
    return { ...proseOf(state, section, reply.text, reply.fault, { head, prompt: reply.body.prompt }), reply }
  const text = project.state().live.get(draft.id) ?? ''
  const at = loop.now()
  const partial = { ...draft, id: `${draft.id}.${at}` as const, standing: 'partial' as const, text, at }
  project.put({ remove: [draft.id], shelve: text ? [partial] : [] })
  return reply
}
