import type { ProjectState } from '../../shared/project-state.ts'
import type { Fault, Section } from '../../shared/records.ts'
import { endsWhole } from '../../shared/text/sentences.ts'
import { countWords } from '../../shared/text/words.ts'
import { clean } from './clean.ts'
import { expectedOf, lengthOf } from './expected.ts'
import { faultOf, goodPart } from './good-part.ts'
import { joined } from './joined.ts'
import { sight, type Expected } from './monitor.ts'
import { meaningOf } from './watch/fault-meaning.ts'

/**
 * A text with nothing wrong that code can see, or the part of it worth keeping and the fault. `breaks`: it was broken
 * off within a paragraph.
 */
export type Prose = { readonly text: string; readonly fault?: Fault; readonly breaks?: true }

const unended: Fault = { code: 'reply-cut', sentence: 'The text breaks off in mid-sentence.' }

/** Whether what was left out of a text began within a paragraph. */
const breaksIn = (text: string, good: string): boolean =>
  !/^[ \t]*(?:\n[ \t]*\n|$)/u.test(text.slice(good.length))

/** What is kept of a text that is good only up to a place, and whether that is enough for its section. */
const keptOf = (
  text: string,
  head: Prose,
  {
    at,
    fault,
    min,
    max,
  }: { readonly at: number; readonly fault: Fault | undefined; readonly min: number; readonly max: number },
): Prose => {
  const good = goodPart(text, at, max, fault)
  if (countWords(good) < countWords(head.text)) return { ...head, fault: fault ?? unended }
  if (countWords(good) >= min) return { text: good }
  return { text: good, fault: fault ?? unended, ...(breaksIn(text, good) && { breaks: true }) }
}

/**
 * Why what follows a text is of no use from its first letter on, or null. A refusal to go on, say, would not be seen
 * behind a good text.
 */
const uselessAfter = (head: Prose, text: string, fresh: string, expected: Expected): Fault | null => {
  if (head.text === '') return null
  const seen = sight(text === head.text ? '' : fresh, expected)
  return seen?.at === 0 ? seen.fault : null
}

/** What a reply goes on from, and the prompt it answers, which it must not give back. */
type Answering = { readonly head: Prose; readonly prompt: NonNullable<Expected['prompt']> }

const anew: Answering = { head: { text: '' }, prompt: [] }

/**
 * What a reply is worth as prose, together with the text that it goes on from. Where it was stopped or cut, the good part
 * is kept up to its last whole sentence; if that is long enough for the section it stands as it is, without a fault.
 */
export const proseOf = (
  state: ProjectState,
  section: Section,
  reply: string,
  stopped?: Fault,
  { head, prompt }: Answering = anew,
): Prose => {
  const { min, max } = lengthOf(state, section)
  const expected = { ...expectedOf(state, section), prompt }
  const fresh = clean(reply, section.title)
  const text = joined(head, fresh)
  const useless = uselessAfter(head, text, fresh, expected)
  if (useless) return { ...head, fault: useless }
  const seen = sight(text, expected)
  const fault = faultOf(seen, stopped)
  if (!fault && endsWhole(text)) return { text }
  if (fault && meaningOf(fault).keeps === 'nothing') return { ...head, fault }
  const at = seen?.at ?? text.length
  return keptOf(text, head, { at, fault, max, min: min || section.words / 2 })
}
