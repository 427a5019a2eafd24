import type { ProjectState } from '../../shared/project-state.ts'
import { dutiesOf } from '../../shared/questions/duties.ts'
import type { Fault, Section } from '../../shared/records.ts'
import { cutAtSentence, endsWhole } from '../../shared/text/sentences.ts'
import { countWords } from '../../shared/text/words.ts'
import { clean } from './clean.ts'
import { faultOf, repetitionStart } from './monitor.ts'

/** Words a section may have by its length duty; an open side is 0 or infinite. */
export const lengthOf = (
  state: ProjectState,
  section: Section,
): { readonly min: number; readonly max: number } => {
  const ranges = dutiesOf(state, section.id).flatMap(({ demand }) =>
    demand.kind === 'length' ? [demand.params] : [],
  )
  return {
    min: Math.max(0, ...ranges.map(({ min }) => min ?? 0)),
    max: Math.min(Infinity, ...ranges.map(({ max }) => max ?? Infinity)),
  }
}

/** The language a section is to be written in: its own where it owes one, else that of the brief. */
export const languageFor = (state: ProjectState, section: Section): string => {
  const [brief] = state.brief.values()
  const own = dutiesOf(state, section.id).find(({ demand }) => demand.kind === 'language')?.demand
  return own?.kind === 'language' ? own.params.code : (brief?.language ?? 'en')
}

/** Words at which a stream is stopped: half as much again as the most that is allowed. */
export const mostWords = (state: ProjectState, section: Section): number => {
  const { min, max } = lengthOf(state, section)
  return Math.ceil((Number.isFinite(max) ? max : Math.max(min, section.words) * 2) * 1.5)
}

/** Tokens a section's text may take: enough for any language, and a margin to end its last sentence. */
export const mostTokens = (state: ProjectState, section: Section): number =>
  Math.ceil(mostWords(state, section) * 2.5) + 200

/** A text with nothing wrong that code can see, or the part of it worth keeping and the fault. */
export type Prose = { readonly text: string; readonly fault?: Fault }

const unended: Fault = { code: 'reply-cut', sentence: 'The text breaks off in mid-sentence.' }

/** Faults that leave nothing worth keeping, however much text came. */
const worthless: ReadonlySet<Fault['code']> = new Set([
  'reply-empty',
  'reply-refusal',
  'reply-filtered',
  'reply-language',
])

/** The part before a text began to repeat itself, and of a runaway no more than `max` words; up to a sentence end. */
const goodPart = (text: string, max: number, fault?: Fault): string => {
  const good = text.slice(0, repetitionStart(text) ?? text.length)
  const most = fault?.code === 'reply-runaway' ? max : Infinity
  const whole = most === Infinity && endsWhole(good) ? good : cutAtSentence(good, most)
  return endsWhole(whole) ? whole : ''
}

/**
 * What a reply is worth as prose. Where it was stopped or cut, the good part is kept up to its last whole sentence;
 * if that is long enough for the section it stands as it is, without a fault.
 */
export const proseOf = (state: ProjectState, section: Section, reply: string, stopped?: Fault): Prose => {
  const { min, max } = lengthOf(state, section)
  const text = clean(reply, section.title)
  const seen = faultOf(text, languageFor(state, section), mostWords(state, section)) ?? undefined
  // What is no prose at all stays so, however its stream ended.
  const fault = seen && worthless.has(seen.code) ? seen : (stopped ?? seen)
  if (!fault && endsWhole(text)) return { text }
  if (fault && worthless.has(fault.code)) return { text: '', fault }
  const good = goodPart(text, max, fault)
  return countWords(good) >= (min || section.words / 2)
    ? { text: good }
    : { text: good, fault: fault ?? unended }
}
