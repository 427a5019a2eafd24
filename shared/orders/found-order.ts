import type { ProjectState } from '../project-state.ts'
import { kindOf, stateKinds, type AnyRecord, type Order } from '../records.ts'
import { hashOf } from '../text/hash.ts'

type Listed<Kept> = {
  readonly [Field in keyof Kept]: Kept[Field] extends (infer Item)[] | undefined
    ? readonly Item[]
    : Kept[Field]
}

/** What somebody found that is to be done, before it is an order. */
export type Found = Listed<
  Pick<Order, 'kind' | 'section' | 'sentence' | 'places' | 'advice' | 'by' | 'madeFrom'> &
    Partial<Pick<Order, 'edits' | 'put' | 'remove' | 'basis' | 'words'>>
>

/** Something found, with what makes it this finding and no other. */
export type Finding = { readonly found: Found; readonly about: unknown }

/**
 * The open order that a finding makes. `about` is what makes it this finding and no other: the same found again has the
 * same id, so that what the writer dropped stays dropped. `at` is in ms.
 */
export const foundOrder = (found: Found, about: unknown, at: number): Order => {
  const { places, edits, put, remove, ...rest } = found
  return {
    ...rest,
    places: [...places],
    ...(edits && { edits: [...edits] }),
    ...(put && { put: [...put] }),
    ...(remove && { remove: [...remove] }),
    id: `order:${found.kind}-${hashOf([found.kind, found.section, about])}`,
    status: 'open',
    take: 0,
    at,
  }
}

/** The record of the state with this id. */
const recordIn = (state: ProjectState, id: string): AnyRecord | undefined => {
  const kind = stateKinds.find((each) => each === kindOf(id))
  return kind && state[kind].get(id)
}

/** The hash of what a change of records replaces or removes: what the `basis` of its order is held against. */
export const basisOf = (
  state: ProjectState,
  {
    put = [],
    remove = [],
  }: { readonly put?: readonly AnyRecord[] | undefined; readonly remove?: readonly string[] | undefined },
): string => hashOf([...put.map(({ id }) => id), ...remove].map((id) => recordIn(state, id) ?? null))
