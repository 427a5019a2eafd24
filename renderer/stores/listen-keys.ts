import { commands } from './commands.ts'
import { matches } from './keys.ts'
import { notify } from './notices.ts'
import { viewStore } from './view-store.ts'

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

const onKey = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.isComposing) return
  if (matches('Mod+S', event)) {
    event.preventDefault()
    notify('Longhand saves as you type.')
    return
  }
  const { dialog } = viewStore.getState()
  const command = commands.find(({ keys }) => keys !== undefined && matches(keys, event))
  if (!command?.isOpen() || (dialog !== null && command.id !== 'palette')) return
  if (command.fieldsFirst && isField(event.target)) return
  event.preventDefault()
  command.run()
}

/** Listens to every shortcut of every command; gives back what ends that. */
export const listenToKeys = (): (() => void) => {
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}
