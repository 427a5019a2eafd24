import type { Draft, DraftId, SectionId } from '../../shared/records.ts'

/** What a text was made from; null where its section had none. */
export type Base = { readonly draft: DraftId; readonly edition: number } | null

/** A text on its way to the host. */
export type Sent = { readonly section: SectionId; readonly text: string; readonly base: Base }

/** Where a text went. */
export type Saved = {
  readonly draft: DraftId
  readonly edition: number
  readonly standing: 'current' | 'proposal'
}

/** How it stands with all that was typed; `sentence` says why it is not saved and what happens next. */
export type SaveStatus =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'unsaved'; readonly sentence: string }

/** What is known of one section's text, here and at the host. */
export type Slot = {
  readonly section: SectionId
  base: Base
  /** Gives the text as it is now; set as long as something typed is not saved. */
  read: (() => string) | null
  /** The text that was last known to be the same here and there. */
  settled: string
  /** Texts sent that may or may not have been saved. */
  unanswered: readonly string[]
  /** Texts whose answer was lost, and that a later one overtook: should one arrive after all, it is not the last. */
  overtaken: readonly string[]
  firstTypedAt: number
  timer: ReturnType<typeof setTimeout> | undefined
  flight: Promise<void> | null
  tries: number
  trouble: string | null
  /** Set while the timer stands for sending again what was lost. */
  isAgain: boolean
  /** Set while the text stands beside another one, as a proposal; `seen` once the state has shown it. */
  apart: { readonly draft: DraftId; readonly seen: boolean } | null
  /** The proposals that the state showed last. */
  met: ReadonlySet<DraftId>
}

const baseOf = (draft: Draft | undefined): Base =>
  draft ? { draft: draft.id, edition: draft.edition } : null

/** A section of which nothing is known yet. */
export const newSlot = (section: SectionId): Slot => ({
  section,
  base: null,
  read: null,
  settled: '',
  unanswered: [],
  overtaken: [],
  firstTypedAt: 0,
  timer: undefined,
  flight: null,
  tries: 0,
  trouble: null,
  isAgain: false,
  apart: null,
  met: new Set(),
})

/** Makes `current` what the text was made from, all else forgotten. */
export const rebase = (slot: Slot, current: Draft | undefined): void => {
  slot.base = baseOf(current)
  slot.settled = current?.text ?? ''
  slot.unanswered = []
}

/** How it stands with several sections: trouble first, then whether anything is under way. */
export const statusOf = (slots: Iterable<Slot>): SaveStatus => {
  let busy = false
  for (const { trouble, read, flight } of slots) {
    if (trouble !== null) return { kind: 'unsaved', sentence: trouble }
    busy ||= read !== null || flight !== null
  }
  return { kind: busy ? 'saving' : 'saved' }
}

/** Takes in the answer to a save of `text`. */
export const settle = (slot: Slot, text: string, saved: Saved): void => {
  slot.base = { draft: saved.draft, edition: saved.edition }
  slot.settled = text
  slot.overtaken = slot.unanswered.filter((other) => other !== text)
  slot.unanswered = []
  slot.tries = 0
  slot.trouble = null
}

/** Where a text that was saved stands apart, by what the state has shown of it; null where it stands by itself. */
export const apartBy = ({ met }: Slot, { draft, standing }: Saved): Slot['apart'] =>
  standing === 'proposal' ? { draft, seen: met.has(draft) } : null

/**
 * Whose text stands: `own` for one of this editor's, taken as the base from here on; `behind` for an older one of its
 * own, which must be sent again; `other` for another hand's.
 */
export const whose = (slot: Slot, current: Draft): 'own' | 'behind' | 'other' => {
  const { base, unanswered, overtaken, settled, flight, read } = slot
  if (base?.draft === current.id && current.edition <= base.edition) return 'own'
  if (unanswered.includes(current.text)) {
    if (flight !== null) return 'own'
    // The answer of a save that was lost: what came of it stands here.
    rebase(slot, current)
    if (read === null) slot.trouble = null
    return 'own'
  }
  if (flight !== null || read !== null) return 'other'
  if (current.text === settled) {
    rebase(slot, current)
    return 'own'
  }
  if (!overtaken.includes(current.text)) return 'other'
  rebase(slot, current)
  slot.read = () => settled
  return 'behind'
}

/** Whether a section's text still stands beside another one; a proposal counts from its answer until it has gone. */
export const standsApart = (slot: Slot, proposals: readonly Draft[]): boolean => {
  const { apart } = slot
  if (apart === null) return false
  const there = proposals.some(({ id }) => id === apart.draft)
  if (there) slot.apart = { ...apart, seen: true }
  return there || !apart.seen
}
