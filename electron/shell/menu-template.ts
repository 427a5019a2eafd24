import type { MenuItemConstructorOptions } from 'electron'
import type { Entry, MenuPart, ShellAct } from './menu.ts'

/** What choosing a line of a menu leads to. */
export type Chosen = { readonly command: (id: string) => void; readonly act: (act: ShellAct) => void }

const acceleratorOf = (keys: string | undefined): Pick<MenuItemConstructorOptions, 'accelerator'> =>
  keys === undefined ? {} : { accelerator: keys.replace('Mod', 'CommandOrControl') }

const itemOf = (entry: Entry, chosen: Chosen): MenuItemConstructorOptions => {
  if (entry === 'rule') return { type: 'separator' }
  if ('role' in entry) return { role: entry.role, ...(entry.name !== undefined && { label: entry.name }) }
  const { name, keys } = entry
  const shown = { label: name, ...acceleratorOf(keys) }
  if ('act' in entry) return { ...shown, click: () => chosen.act(entry.act) }
  // The page listens to these keys itself: they are only shown.
  return { ...shown, registerAccelerator: false, click: () => chosen.command(entry.command) }
}

const recent: MenuItemConstructorOptions[] = [{ role: 'clearRecentDocuments' }]

/** Menus as Electron builds them. */
export const templateOf = (menus: readonly MenuPart[], chosen: Chosen): MenuItemConstructorOptions[] =>
  menus.map(({ name, entries }) => ({
    label: name,
    ...(name === 'Window' && { role: 'windowMenu' as const }),
    ...(name === 'Help' && { role: 'help' as const }),
    submenu: entries.map((entry) => {
      const item = itemOf(entry, chosen)
      return item.role === 'recentDocuments' ? { ...item, submenu: recent } : item
    }),
  }))
