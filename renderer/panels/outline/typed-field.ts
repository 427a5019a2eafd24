import { createStore } from 'zustand/vanilla'

/** What was typed into a field; `saved` says that the project has it. */
type Typed<Value> = { readonly value: Value; readonly saved: boolean }

/**
 * A field of a record that is being typed into. It shows what was typed, not what is saved, until it is left. It is
 * saved when nothing was typed for `quietMs`, and at the latest when it is left; what could not be saved (`save` gives
 * false) stays. A field nobody typed into saves nothing and shows what is saved.
 */
export const createTypedField = <Value>(save: (value: Value) => Promise<boolean>, quietMs: number) => {
  const store = createStore<{ readonly typed: Typed<Value> | null }>(() => ({ typed: null }))
  let timer: ReturnType<typeof setTimeout> | undefined

  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    const { typed } = store.getState()
    if (!typed || typed.saved) return
    const saved = await save(typed.value)
    if (saved && store.getState().typed === typed) store.setState({ typed: { ...typed, saved } })
  }

  const type = (value: Value): void => {
    clearTimeout(timer)
    store.setState({ typed: { value, saved: false } })
    timer = setTimeout(() => void flush(), quietMs)
  }

  const leave = async (): Promise<void> => {
    await flush()
    if (store.getState().typed?.saved === true) store.setState({ typed: null })
  }

  return { store, type, flush, leave }
}
