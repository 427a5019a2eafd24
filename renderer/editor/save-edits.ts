import type { Draft, DraftId, SectionId } from '../../shared/records.ts'
import { rebase, standsApart, whose, type Slot } from './save-slot.ts'
import { createSending, type SendOptions } from './send-edits.ts'

/** What to do with the text that is shown when another one stands in the state. */
export type Meeting = 'keep' | 'show'

type Sending = ReturnType<typeof createSending>

const isUnsaved = ({ read, flight }: Slot): boolean => read !== null || flight !== null

const meet = (
  { tell, setApart, wake }: Sending,
  slot: Slot,
  current: Draft | undefined,
  proposals: readonly Draft[],
): Meeting => {
  slot.met = new Set(proposals.map(({ id }) => id))
  const hand = current ? whose(slot, current) : 'other'
  if (hand !== 'other') {
    if (hand === 'behind') wake(slot, 0)
    setApart(slot, null)
    tell()
    return 'keep'
  }
  if (isUnsaved(slot) || standsApart(slot, proposals)) return 'keep'
  if (!current && slot.base === null) return 'keep'
  rebase(slot, current)
  setApart(slot, null)
  return 'show'
}

/**
 * Saves what is typed: after 300 ms without a key, after 1 s at most, one save of a section at a time. No letter is
 * lost: what was not answered is sent again, an answer only settles the text that it answers, and the host keeps a text
 * made from a stale base beside what stands. Knows its own saves when they come back as changes of the state.
 */
export const createSaveEdits = (options: SendOptions) => {
  const sending = createSending(options)
  const { slots, slotOf, tell, setApart, wake, push } = sending
  return {
    /** A section's text as it was opened, made from `current`. */
    open(section: SectionId, current: Draft | undefined): void {
      const slot = slotOf(section)
      if (isUnsaved(slot)) return
      rebase(slot, current)
      setApart(slot, null)
    },

    /** Something was typed; `read` gives the section's text whenever it is asked. */
    typed(section: SectionId, read: () => string): void {
      const slot = slotOf(section)
      if (slot.read === null || slot.firstTypedAt === 0) slot.firstTypedAt = Date.now()
      slot.read = read
      if (slot.flight === null && !slot.isAgain) wake(slot)
      tell()
    },

    /** The state's current text of a section changed: keep the text that is shown, or show the new one? */
    meet: (section: SectionId, current: Draft | undefined, proposals: readonly Draft[]): Meeting =>
      meet(sending, slotOf(section), current, proposals),

    /** Sends at once what is not saved, of one section or of all; resolves when it was answered. */
    async flush(section?: SectionId): Promise<void> {
      const wanted = section === undefined ? [...slots.values()] : [slotOf(section)]
      await Promise.all(wanted.map(push))
      // What was typed while a save was under way.
      const late = wanted.filter(({ read, trouble }) => read !== null && trouble === null)
      await Promise.all(late.map(push))
    },

    /** The connection is back: sends at once what was lost. */
    retry(): void {
      for (const slot of slots.values()) if (slot.read !== null) wake(slot, 0)
    },

    /** Whether a section, or any, has text that is not known to be saved. */
    isUnsaved: (section?: SectionId): boolean =>
      [...slots.values()].some((slot) => (section ?? slot.section) === slot.section && isUnsaved(slot)),

    /** Whether a section's text stands beside another one, as a proposal. */
    isApart: (section: SectionId): boolean => (slots.get(section)?.apart ?? null) !== null,

    /** The draft that a section's text was last saved as, or made from. */
    draftOf: (section: SectionId): DraftId | null => slots.get(section)?.base?.draft ?? null,

    /** Ends every timer; nothing is sent any more. */
    close(): void {
      for (const { timer } of slots.values()) clearTimeout(timer)
    },
  }
}

/** What saves a project's edits. */
export type SaveEdits = ReturnType<typeof createSaveEdits>
