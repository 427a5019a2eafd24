import { dutyLine, type Demand } from '../../shared/constraints/demand.ts'
import type { Placement } from '../../shared/constraints/placement.ts'
import type { Message } from '../../shared/model.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { sectionsInAll } from '../../shared/questions/batches.ts'
import { dutiesOf } from '../../shared/questions/duties.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { shape } from '../../shared/questions/shape.ts'
import type { Body, Constraint, Section, SectionId } from '../../shared/records.ts'
import { planWithin } from './plan-within.ts'

/** A prompt: what is the same for every section first, up to the breakpoint; then what varies. */
export type Prompt = readonly Message[]

/** One part of a prompt, also as the shelf has kept it. */
export type Sent = Body['prompt'][number]

/** Joins lines, leaving out what is missing. */
export const lines = (...parts: readonly (string | false | undefined)[]): string =>
  parts.filter((part) => typeof part === 'string').join('\n')

/** A part of a prompt under its heading, or nothing where there is nothing to say. */
export const block = (heading: string, body: string): Message | undefined =>
  body.trim() ? { from: 'user', name: heading, text: `# ${heading}\n${body}` } : undefined

/** What the model is, in one or two sentences; every prompt begins with it. */
export const system = (text: string): Message => ({ from: 'system', name: 'System', text })

const lastAnswer = 'Last answer'

/** What was wrong with the last answer, told to the model; nothing at the first attempt. */
export const lastTrouble = (trouble: string | undefined): Message | undefined =>
  trouble
    ? { from: 'user', name: lastAnswer, text: `Your last answer could not be used: ${trouble}` }
    : undefined

/** A prompt without what was said of the last answer. */
export const untroubled = (prompt: readonly Sent[]): readonly Sent[] =>
  prompt.filter(({ name }) => name !== lastAnswer)

/** Parts in order, without those that are missing. */
export const parts = (...all: readonly (Message | false | undefined)[]): Prompt =>
  all.filter((part) => part !== false && part !== undefined)

/** Parts that are the same for every section: the last of them is the cache breakpoint. */
export const shared = (...all: readonly (Message | false | undefined)[]): Prompt =>
  parts(...all).map((part, i, { length }) => (i === length - 1 ? { ...part, cacheUpTo: true } : part))

const placeName = (placement: Placement, label: string): string => {
  switch (placement.where) {
    case 'document':
      return 'The whole'
    case 'each':
      return `Every ${label}`
    case 'once':
      return `${label} ${placement.at}`
    case 'range':
      return `${label} ${placement.from} to ${placement.to}`
    case 'every':
      return `${label} ${placement.from} and every ${placement.n} from there${placement.to ? ` to ${placement.to}` : ''}`
    case 'some':
      return `${label} ${placement.units.join(', ')}`
  }
}

/** Whether a duty is a rule in plain words that every section keeps alike: it stands with what is asked of the whole. */
const isCommon = ({ demand, placement }: Pick<Constraint, 'demand' | 'placement'>): boolean =>
  demand.kind === 'rule' && (placement.where === 'each' || placement.where === 'document')

/**
 * The brief as a prompt shows it, with all its requirements; for those who see the duties of their section beside it
 * with what is asked of the whole alone, and the rules that every section keeps.
 */
export const briefParts = (state: ProjectState, asked: 'all' | 'whole'): Prompt => {
  const [brief] = state.brief.values()
  const { label, count, words, stated } = shape(state)
  if (!brief) return []
  const requirements = [...state.constraint.values()]
    .filter(({ demand, muted }) => !muted && (demand.kind !== 'length' || demand.params.within === undefined))
    .filter((each) => asked === 'all' || each.placement.where === 'document' || isCommon(each))
    .map(({ demand, placement }) => `- ${placeName(placement, label)}. ${dutyLine(demand)}`)
  return parts(
    block(
      'The brief',
      lines(
        `Title: ${brief.title}`,
        `Form: ${brief.form}`,
        `Language: ${brief.language}`,
        brief.reader && `Reader: ${brief.reader}`,
        brief.voice && `Voice: ${brief.voice}`,
        stated && `Words in all: ${words}`,
        count !== null && `Sections: ${count}, each one ${label}`,
        '',
        brief.text,
      ),
    ),
    block('Requirements', requirements.join('\n')),
  )
}

const listed = (name: string, items: readonly string[]): string | false =>
  items.length > 0 && `${name}: ${items.join('; ')}`

const number = (sections: readonly Section[], { id }: Section): number =>
  sections.findIndex((each) => each.id === id) + 1

/** The whole plan, one line a section, as far as there is room; of the sections in `whole` always what they are to say. */
export const planPart = (
  state: ProjectState,
  room = Infinity,
  whole?: ReadonlySet<SectionId>,
): Message | undefined =>
  block('The plan', planWithin(state, leaves(state), room, { words: true, ...(whole && { whole }) }).body)

/** One section's own entry. */
export const sectionPart = (state: ProjectState, section: Section): Message | undefined => {
  const all = leaves(state)
  return block(
    'Your section',
    lines(
      `Section ${number(all, section)} of ${sectionsInAll(state)}: ${section.title}`,
      `Entry: ${section.intent}`,
      `Words wanted: ${section.words}`,
      listed('Only here', section.owns),
      listed('Leave to others', section.leaves),
    ),
  )
}

/**
 * What a section owes, one line a duty. Rules that every section keeps alike stand with the requirements, before the
 * breakpoint, and are only called to mind. `still` says what is left of a duty, where part of the text is there.
 */
export const dutyPart = (
  state: ProjectState,
  section: Section,
  heading = 'What it owes',
  still: (demand: Demand) => Demand | null = (demand) => demand,
): Message | undefined => {
  const duties = dutiesOf(state, section.id)
  const common = new Set([...state.constraint.values()].filter(isCommon).map(({ id }) => id))
  const own = duties.filter(({ constraint }) => !common.has(constraint))
  return block(
    heading,
    lines(
      own.length < duties.length && 'What the requirements above ask of every section.',
      ...own.flatMap(({ demand }) => {
        const left = still(demand)
        return left ? `- ${dutyLine(left)}` : []
      }),
    ),
  )
}

/** A text put into a prompt as material, fenced so that nothing in it can pass for the prompt's own words. */
export const quoted = (text: string): string => {
  let fence = '"""'
  while (text.includes(fence)) fence += '"'
  return `${fence}\n${text}\n${fence}`
}
