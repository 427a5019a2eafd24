import type { ProjectState } from '../project-state.ts'
import type { Memory, Section, SectionId } from '../records.ts'
import { contentHeld, contentOf } from '../text/stems.ts'
import { guessTokens } from '../text/tokens.ts'
import { desk } from './drafts.ts'
import { factsAt } from './facts-at.ts'
import { leaves } from './outline.ts'
import { parts, places, restsOn } from './rests-on.ts'
import { partSummary, sectionSummary, wholeSummary, type Summary } from './summaries.ts'

/** One thing that a prompt may carry of what was written before; `title` says where from. */
export type Item = {
  readonly kind: 'text' | 'summary' | 'fact' | 'part' | 'whole'
  readonly of: SectionId
  readonly title: string
  readonly text: string
  readonly tokens: number
  /** How many words of the section's plan it shares, and how many sections lie between. */
  readonly bearing: number
  readonly distance: number
}

/** A section that another comes right after: its text, and its summary if there is one. */
export type Shown = { readonly text: Item; readonly summary: Item | null }

/** All that a section's prompt may carry. */
export type Items = {
  readonly shown: readonly Shown[]
  readonly facts: readonly Item[]
  /** Summaries of the sections that it rests on by way of others. */
  readonly further: readonly Item[]
  readonly parts: readonly Summary[]
  readonly whole: Summary
}

/** Tokens of the words that set it off from the others. */
const frames = { text: 30, summary: 8, fact: 8, part: 16, whole: 20 } as const

type Make = (kind: Item['kind'], memory: Pick<Memory, 'section' | 'name' | 'fact'>) => Item

/** What makes items for one section's prompt. */
export const itemMaker = (state: ProjectState, section: Section): Make => {
  const wanted = contentOf([section.title, section.intent, ...section.owns].join(' '))
  const at = places(state)
  const own = at.get(section.id)?.first ?? 0
  return (kind, { section: of, name, fact }) => {
    const title = kind === 'fact' ? name : (state.section.get(of)?.title ?? name)
    return {
      kind,
      of,
      title,
      text: fact,
      tokens: guessTokens(`${title}${fact}`) + frames[kind],
      bearing: kind === 'text' ? 0 : contentHeld(wanted, `${title} ${fact}`),
      distance: Math.abs(own - (at.get(of)?.last ?? own)),
    }
  }
}

const shownOf = (state: ProjectState, { after }: Section, make: Make): readonly Shown[] =>
  leaves(state).flatMap(({ id, title }): readonly Shown[] => {
    const text = after.includes(id) ? desk(state, id).current?.text : undefined
    if (!text) return []
    const summary = sectionSummary(state, id)
    return [
      {
        text: make('text', { section: id, name: title, fact: text }),
        summary: summary ? make('summary', summary) : null,
      },
    ]
  })

/** The parts that a section rests on with all their sections, and does not belong to. */
const wholeParts = (
  state: ProjectState,
  section: Section,
  known: ReadonlySet<SectionId>,
): readonly SectionId[] =>
  [...parts(state)].flatMap(([part, sections]) =>
    part !== section.parent && sections.every((id) => known.has(id)) ? [part] : [],
  )

/** What a section's prompt may carry, in reading order. It names only what the section rests on, and the writer's facts. */
export const itemsFor = (state: ProjectState, section: Section): Items => {
  const make = itemMaker(state, section)
  const known = restsOn(state, section.id)
  const further = leaves(state).filter(
    ({ id }) => known.has(id) && id !== section.id && !section.after.includes(id),
  )
  return {
    shown: shownOf(state, section, make),
    facts: factsAt(state, section).map((fact) => make('fact', fact)),
    further: further
      .flatMap(({ id }) => sectionSummary(state, id) ?? [])
      .map((each) => make('summary', each)),
    parts: wholeParts(state, section, known).map((part) => partSummary(state, part)),
    whole: further.length > 0 ? wholeSummary(state, known) : {},
  }
}
