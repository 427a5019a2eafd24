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

const signs: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

const words: Readonly<Record<string, string>> = {
  ArrowUp: 'up arrow',
  ArrowDown: 'down arrow',
  ArrowLeft: 'left arrow',
  ArrowRight: 'right arrow',
  '.': 'full stop',
  '/': 'slash',
}

const said = (keys: Keys, mod: string, names: Readonly<Record<string, string>>): string =>
  keys
    .split('+')
    .map((part) => (part === 'Mod' ? mod : (names[part] ?? part)))
    .join(' ')

/** A shortcut as it is shown: `Ctrl Shift K`, `Alt ↑`. */
export const shown = (keys: Keys, mac: boolean = isMac): string => said(keys, mac ? '⌘' : 'Ctrl', signs)

/** A shortcut as it is read out: `Command Shift K`, `Alt up arrow`. */
export const spoken = (keys: Keys, mac: boolean = isMac): string =>
  said(keys, mac ? 'Command' : 'Ctrl', words)
