import type { TextPart } from '../../shared/project-state.ts'
import type { DraftId } from '../../shared/records.ts'

/** Calls back once after some milliseconds; the function it returns calls that off. */
export type SetTimer = (run: () => void, ms: number) => () => void

/** Letters on their way: held at most 50 ms for those who look on, and at most 500 ms for the disk. */
export type TextBuffer = {
  readonly write: (part: TextPart) => void
  /** Hands over at once what is held for those who look on. */
  readonly deliver: () => void
  /** Saves at once what the disk lacks. What `save` throws comes through, and the letters are kept. */
  readonly save: () => void
  /** What the disk lacks. */
  readonly unsaved: () => readonly TextPart[]
  /** Drops what the disk lacks of drafts that have ended. */
  readonly forget: (drafts: readonly string[]) => void
  /** Calls all timers off. */
  readonly stop: () => void
}

const holdFor = 50
const saveAfter = 500

type Parts = Map<DraftId, TextPart>

/** Two parts of one draft as one; `after.at` is never beyond the end of `before`. */
const joined = (before: TextPart | undefined, after: TextPart): TextPart =>
  before && after.at >= before.at
    ? { ...before, text: before.text.slice(0, after.at - before.at) + after.text }
    : after

/** One delayed act, which is under way at most once. */
const createDelay = (act: () => void, ms: number, setTimer: SetTimer) => {
  let cancel: (() => void) | null = null
  const stop = (): void => {
    cancel?.()
    cancel = null
  }
  const start = (): void => {
    cancel ??= setTimer(() => {
      cancel = null
      act()
    }, ms)
  }
  return { start, stop }
}

/** `lengthOf` tells how long a draft's live text was when it was last delivered; `saveLate` is called by the clock. */
export const createTextBuffer = (parts: {
  readonly lengthOf: (draft: DraftId) => number
  readonly deliver: (parts: readonly TextPart[]) => void
  readonly save: (parts: readonly TextPart[]) => void
  readonly refused: (error: unknown) => void
  readonly setTimer: SetTimer
}): TextBuffer => {
  const held: Parts = new Map()
  const unsaved: Parts = new Map()
  const deliver = (): void => {
    delivery.stop()
    if (held.size === 0) return
    const ready = [...held.values()]
    held.clear()
    parts.deliver(ready)
  }
  const save = (): void => {
    if (unsaved.size > 0) parts.save([...unsaved.values()])
    unsaved.clear()
    saving.stop()
  }
  const saveLate = (): void => {
    try {
      save()
    } catch (error) {
      saving.start()
      parts.refused(error)
    }
  }
  const delivery = createDelay(deliver, holdFor, parts.setTimer)
  const saving = createDelay(saveLate, saveAfter, parts.setTimer)
  const lengthOf = (draft: DraftId): number => {
    const part = held.get(draft)
    return part ? part.at + part.text.length : parts.lengthOf(draft)
  }
  return {
    write: (part) => {
      const placed = { ...part, at: Math.min(part.at, lengthOf(part.draft)) }
      held.set(part.draft, joined(held.get(part.draft), placed))
      unsaved.set(part.draft, joined(unsaved.get(part.draft), placed))
      delivery.start()
      saving.start()
    },
    deliver,
    save,
    unsaved: () => [...unsaved.values()],
    forget: (drafts) => {
      for (const [id] of unsaved) if (drafts.includes(id)) unsaved.delete(id)
    },
    stop: () => {
      delivery.stop()
      saving.stop()
    },
  }
}
