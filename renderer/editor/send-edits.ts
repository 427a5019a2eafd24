import type { SectionId } from '../../shared/records.ts'
import {
  apartBy,
  newSlot,
  settle,
  statusOf,
  type Saved,
  type SaveStatus,
  type Sent,
  type Slot,
} from './save-slot.ts'

export type SendOptions = {
  readonly send: (sent: Sent) => Promise<Saved>
  /** What a failure says to the writer, and whether to send the text again by itself. */
  readonly onFailure: (error: unknown) => { readonly sentence: string; readonly again: boolean }
  readonly onStatus: (status: SaveStatus) => void
  /** A section's text went beside another that stands, or no longer does. */
  readonly onApart?: (section: SectionId, apart: boolean) => void
}

/** Milliseconds without a key before a text is sent, and how long it waits at most while the writer types. */
const quietMs = 300
const patienceMs = 1000
/** Milliseconds before a lost save is sent again, doubled each time, and how far. */
const againMs = 500
const slowestAgainMs = 8000

const nextTryMs = (tries: number): number => Math.min(slowestAgainMs, againMs * 2 ** tries)

const waitOf = ({ firstTypedAt }: Slot): number =>
  Math.max(0, Math.min(quietMs, firstTypedAt + patienceMs - Date.now()))

/** Sends texts in time, one save of a section at a time, and again where the answer was lost. */
export const createSending = ({ send, onFailure, onStatus, onApart }: SendOptions) => {
  const slots = new Map<SectionId, Slot>()
  let told = ''

  const tell = (): void => {
    const status = statusOf(slots.values())
    const words = JSON.stringify(status)
    if (words !== told) onStatus(status)
    told = words
  }

  const setApart = (slot: Slot, apart: Slot['apart']): void => {
    const changed = (slot.apart === null) !== (apart === null)
    slot.apart = apart
    if (changed) onApart?.(slot.section, apart !== null)
  }

  const wake = (slot: Slot, ms: number = waitOf(slot)): void => {
    clearTimeout(slot.timer)
    slot.timer = setTimeout(() => void push(slot), ms)
  }

  const failed = (slot: Slot, read: () => string, error: unknown): void => {
    slot.read ??= read
    const { sentence, again } = onFailure(error)
    slot.trouble = sentence
    slot.isAgain = again
    if (again) wake(slot, nextTryMs(slot.tries++))
  }

  const fly = async (slot: Slot, read: () => string, text: string): Promise<void> => {
    try {
      const saved = await send({ section: slot.section, text, base: slot.base })
      settle(slot, text, saved)
      setApart(slot, apartBy(slot, saved))
    } catch (error) {
      failed(slot, read, error)
    }
    slot.flight = null
    if (slot.read !== null && slot.trouble === null) wake(slot)
    tell()
  }

  const push = (slot: Slot): Promise<void> => {
    clearTimeout(slot.timer)
    slot.isAgain = false
    const { read } = slot
    if (slot.flight !== null || read === null) return slot.flight ?? Promise.resolve()
    const text = read()
    slot.read = null
    slot.firstTypedAt = 0
    if (text === slot.settled && slot.unanswered.length === 0) slot.trouble = null
    else {
      slot.unanswered = [...slot.unanswered, text]
      slot.flight = fly(slot, read, text)
    }
    tell()
    return slot.flight ?? Promise.resolve()
  }

  const slotOf = (section: SectionId): Slot => {
    const slot = slots.get(section) ?? newSlot(section)
    slots.set(section, slot)
    return slot
  }

  return { slots, slotOf, tell, setApart, wake, push }
}
