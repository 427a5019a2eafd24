import { createStore } from 'zustand/vanilla'

/** One command that was carried out, with what takes it back and what does it again. */
export type Done = {
  readonly name: string
  readonly at: number
  readonly undo: () => Promise<unknown>
  readonly redo: () => Promise<unknown>
  /** Entries of one kind that follow each other within the merge time are taken back as one. */
  readonly merge?: string
}

const mergeMs = 5_000
const longest = 200

/** What can be taken back, and what can be done again; the last is the latest. */
const undoStack = createStore<{ readonly done: readonly Done[]; readonly undone: readonly Done[] }>(() => ({
  done: [],
  undone: [],
}))

/** Keeps a command that was carried out. What had been taken back cannot be done again after it. */
export const keepDone = (entry: Done): void =>
  undoStack.setState(({ done }) => {
    const last = done.at(-1)
    const merges = last?.merge !== undefined && last.merge === entry.merge && entry.at - last.at < mergeMs
    const one = merges ? { ...entry, undo: last.undo } : entry
    return { done: [...(merges ? done.slice(0, -1) : done), one].slice(-longest), undone: [] }
  })

/** Forgets everything, e.g. when another project is opened. */
export const clearUndo = (): void => undoStack.setState({ done: [], undone: [] })

/** When the latest command was carried out (ms), or null. */
export const lastDone = (): number | null => undoStack.getState().done.at(-1)?.at ?? null

/** Takes back the latest command; gives its name, or null where there is none. */
export const undoCommand = async (): Promise<string | null> => {
  const entry = undoStack.getState().done.at(-1)
  if (!entry) return null
  undoStack.setState(({ done, undone }) => ({ done: done.slice(0, -1), undone: [...undone, entry] }))
  await entry.undo()
  return entry.name
}

/** Does again what was taken back last; gives its name, or null where there is none. */
export const redoCommand = async (): Promise<string | null> => {
  const entry = undoStack.getState().undone.at(-1)
  if (!entry) return null
  undoStack.setState(({ done, undone }) => ({
    done: [...done, { ...entry, at: Date.now() }],
    undone: undone.slice(0, -1),
  }))
  await entry.redo()
  return entry.name
}
