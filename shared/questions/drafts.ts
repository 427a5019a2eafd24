import type { Draft, DraftId, Order, SectionId } from '../records.ts'
import { question } from './question.ts'

/** The drafts at hand of one section, by what they are for. */
export type Desk = {
  readonly current?: Draft
  readonly streaming?: Draft
  readonly candidate?: Draft
  readonly proposals: readonly Draft[]
}

const orders = '.order-'

/** The draft that one asking of a work order makes: while letters arrive it holds them alone, then it is a proposal. */
export const orderDraft = ({ id, section, take }: Pick<Order, 'id' | 'section' | 'take'>): DraftId =>
  `draft:${section.slice('section:'.length)}${orders}${id.slice('order:'.length)}.${take}`

/** Letters of an order are a part of a text, and no draft of the section. */
const isPart = ({ id, standing }: Draft): boolean => standing === 'streaming' && id.includes(orders)

const deskOf = (all: readonly Draft[]): Desk => {
  const drafts = all.filter((draft) => !isPart(draft))
  const one = (standing: Draft['standing']) => drafts.find((draft) => draft.standing === standing)
  const [current, streaming, candidate] = [one('current'), one('streaming'), one('candidate')]
  return {
    proposals: drafts.filter(({ standing }) => standing === 'proposal'),
    ...(current && { current }),
    ...(streaming && { streaming }),
    ...(candidate && { candidate }),
  }
}

const emptyDesk: Desk = { proposals: [] }

const desks = question(['draft'], (state): ReadonlyMap<SectionId, Desk> => {
  const bySection = Map.groupBy(state.draft.values(), ({ section }) => section)
  return new Map([...bySection].map(([section, drafts]) => [section, deskOf(drafts)]))
})

/** What lies on a section's desk: its current text, what is being written, what waits. */
export const desk = (state: Parameters<typeof desks>[0], section: SectionId): Desk =>
  desks(state).get(section) ?? emptyDesk

/**
 * The one place that decides whether a model's text made from `parent` may take a section's place: the text that
 * stands must be the very one it was made from, and a model's. Otherwise it becomes a proposal: the writer wins.
 */
export const mayReplace = (
  state: Parameters<typeof desks>[0],
  section: SectionId,
  parent: Draft['id'] | null,
): boolean => {
  const { current } = desk(state, section)
  return current ? current.author === 'model' && current.id === parent : true
}
