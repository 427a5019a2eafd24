/** A shortcut as `Mod+Shift+K`: Mod is Ctrl, and Command on a Mac; the last part is a letter, a digit or a key's name. */
export type Keys = string

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/u.test(navigator.userAgent)

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** Whether a key press is this shortcut. Letters go by what is typed, digits by where they lie. */
export const matches = (keys: Keys, press: Press, mac: boolean = isMac): boolean => {
  const parts = keys.split('+')
  const wanted = parts.at(-1) ?? ''
  const mod = mac ? press.metaKey : press.ctrlKey
  const other = mac ? press.ctrlKey : press.metaKey
  return (
    mod === parts.includes('Mod') &&
    !other &&
    press.shiftKey === parts.includes('Shift') &&
    press.altKey === parts.includes('Alt') &&
    (/^\d$/u.test(wanted)
      ? press.code === `Digit${wanted}`
      : press.key.toLowerCase() === wanted.toLowerCase())
  )
}

/** A shortcut as it is shown: `Ctrl Shift K`. */
export const shown = (keys: Keys, mac: boolean = isMac): string =>
  keys
    .split('+')
    .map((part) => (part === 'Mod' ? (mac ? '⌘' : 'Ctrl') : part))
    .join(' ')
