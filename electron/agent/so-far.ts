import type { ProjectState } from '../../shared/project-state.ts'
import { repliesOf } from '../../shared/questions/bounds.ts'
import { wasTooLong } from '../../shared/questions/learnt-context.ts'
import type { Call, Section } from '../../shared/records.ts'
import { countWords } from '../../shared/text/words.ts'
import { textSoFar } from '../prompts/continue.ts'
import { lengthOf } from './expected.ts'
import { now, type Loop } from './loop.ts'
import { proseOf, type Prose } from './prose.ts'
import { meaningOf } from './watch/fault-meaning.ts'

const nothing: Prose = { text: '' }

/** The words below which a section is short: what it must have, or half of what was planned where nothing is said. */
const least = (state: ProjectState, section: Section): number =>
  lengthOf(state, section).min || section.words / 2

/** The better of two tries at one text: the one with more good words. */
const better = (a: Prose, b: Prose): Prose => (countWords(b.text) > countWords(a.text) ? b : a)

/**
 * What the replies of a step that writes a section have come to, as their records tell: each begins the text anew or,
 * where its prompt showed a text so far, goes on from it. The best there is, with the fault of what came last.
 */
export const soFar = (loop: Loop, step: Call['step'], section: Section): Prose =>
  repliesOf(now(loop), step).reduce<Prose>((best, { id, fault }) => {
    const body = loop.project.shelf(`body:${id.slice('call:'.length)}`)
    if (!body || !('reply' in body) || wasTooLong({ fault })) return best
    const goesOn = body.prompt.some(({ name }) => name === textSoFar)
    const stopped = fault && meaningOf(fault).stops ? fault : undefined
    return better(
      best,
      proseOf(now(loop), section, body.reply, stopped, {
        head: goesOn ? best : nothing,
        prompt: body.prompt,
      }),
    )
  }, nothing)

/** A fifth of what is wanted is worth going on from; less is written anew. */
const worthwhile = 0.2

/** Whether to go on from what there is rather than to begin again. */
export const isWorthContinuing = (state: ProjectState, section: Section, { text }: Prose): boolean =>
  text !== '' && countWords(text) >= least(state, section) * worthwhile

/** A text that lacks less than a fifth is whole: a revision puts into it what is missing. */
const nearly = 0.8

/** Whether a text that ends well is so short that it is to be gone on with at once. */
export const isShort = (state: ProjectState, section: Section, { text }: Prose): boolean =>
  countWords(text) < lengthOf(state, section).min * nearly
