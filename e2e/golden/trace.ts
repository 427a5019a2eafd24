import type { ProjectEvent, ProjectState } from '../../shared/project-state.ts'
import {
  kindOf,
  type AnyRecord,
  type Call,
  type Draft,
  type Order,
  type RecordKind,
  type RecordOf,
  type Review,
  type Section,
  type SectionId,
} from '../../shared/records.ts'
import { countWords } from '../../shared/text/words.ts'

const named = (section: SectionId | null): string => (section ? ` of ${section.replace(':', ' ')}` : '')

const ofCall = ({ verb, status, section, fault }: Call): string =>
  `call    ${verb}${named(section)} ${status}${fault ? `: ${fault.sentence}` : ''}`

const ofDraft = ({ standing, author, section, round, text, fault }: Draft): string =>
  `draft${named(section)}, round ${round}, by the ${author}: ${standing}, ${countWords(text)} words${fault ? `, ${fault.sentence}` : ''}`

const ofOrder = ({ kind, status, section, sentence, fault }: Order): string =>
  `order   ${kind}${named(section)} ${status}: ${sentence}${fault ? ` (${fault.sentence})` : ''}`

const ofSection = ({ title, hold, take }: Section): string =>
  `section ${title}${hold ? ', on hold' : ''}${take > 1 ? `, take ${take}` : ''}`

const ofReview = ({ section, findings }: Review): string =>
  `review${named(section)}: ${findings.map(({ verdict }) => verdict).join(', ') || 'nothing to judge'}`

/** What each kind of record says as a line; null where it says too little. */
const lines: { readonly [Kind in RecordKind]?: (record: RecordOf<Kind>) => string | null } = {
  call: (record) => (record.status === 'started' ? null : ofCall(record)),
  draft: (record) => (record.standing === 'streaming' ? null : ofDraft(record)),
  order: ofOrder,
  seam: ({ id, advice }) => `seam    ${id.slice('seam:'.length)}: ${advice ?? 'reads well'}`,
  review: ofReview,
  run: ({ number, status }) => `run     ${number} ${status}`,
  plan: ({ status, notes }) => `plan    ${[status, ...notes].join(', ')}`,
  memory: ({ section, about, name }) => `memory${named(section)}: ${about} ${name}`,
  section: ofSection,
  step: ({ verb, section, status }) =>
    status === 'failed' ? `step    ${verb}${named(section)} failed` : null,
}

/** One record that was put, as a line. */
const lineOf = (record: AnyRecord): string | null => {
  const kind = kindOf(record.id)
  const tell = kind && (lines[kind] as ((of: AnyRecord) => string | null) | undefined)
  return tell ? tell(record) : null
}

const isTold = (state: ProjectState, record: AnyRecord): boolean =>
  !('intent' in record) || JSON.stringify(state.section.get(record.id)) !== JSON.stringify(record)

/** What an event says to somebody who reads along: a line for each record that matters. `before` is the state it met. */
export const traceLines = (before: ProjectState, event: ProjectEvent): readonly string[] => {
  if (event.type !== 'change') return event.type === 'notice' ? [`notice  ${event.sentence}`] : []
  const gone = event.remove.flatMap((id) => {
    const order = before.order.get(id)
    return order ? [`gone    ${ofOrder(order)}`] : []
  })
  return [
    ...event.put.filter((record) => isTold(before, record)).flatMap((record) => lineOf(record) ?? []),
    ...gone,
  ]
}
