import type { MenuItemConstructorOptions } from 'electron'

/** What the shell itself does when it is chosen. */
export type ShellAct = 'open' | 'new-window' | 'same-project'

/** One line of a menu: a command of the palette, an act of the shell, one of Electron's roles, or a rule between. */
export type Entry =
  | { readonly command: string; readonly name: string; readonly keys?: string }
  | { readonly act: ShellAct; readonly name: string; readonly keys?: string }
  | { readonly role: NonNullable<MenuItemConstructorOptions['role']>; readonly name?: string }
  | 'rule'

/** A menu with its lines. */
export type MenuPart = { readonly name: string; readonly entries: readonly Entry[] }

const command = (id: string, name: string, keys?: string): Entry => ({
  command: id,
  name,
  ...(keys !== undefined && { keys }),
})

const appMenu: MenuPart = {
  name: 'Longhand',
  entries: [
    { role: 'about' },
    'rule',
    command('models', 'Models…', 'Mod+M'),
    'rule',
    { role: 'services' },
    'rule',
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    'rule',
    { role: 'quit' },
  ],
}

const file = (isMac: boolean): MenuPart => ({
  name: 'File',
  entries: [
    command('close', 'All Projects'),
    { act: 'open', name: 'Open…', keys: 'Mod+O' },
    ...(isMac ? [{ role: 'recentDocuments', name: 'Open Recent' } as const] : []),
    'rule',
    { act: 'new-window', name: 'New Window', keys: 'Mod+N' },
    { act: 'same-project', name: 'New Window on This Project', keys: 'Mod+Shift+N' },
    'rule',
    command('copy', 'Save a Copy'),
    command('export', 'Export…', 'Mod+Shift+E'),
    'rule',
    ...(isMac ? [] : [command('models', 'Models…', 'Mod+M'), 'rule' as const]),
    { role: 'close' },
    ...(isMac ? [] : [{ role: 'quit' } as const]),
  ],
})

const edit: MenuPart = {
  name: 'Edit',
  entries: [
    command('undo', 'Undo', 'Mod+Z'),
    command('redo', 'Redo', 'Mod+Shift+Z'),
    'rule',
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'pasteAndMatchStyle' },
    { role: 'selectAll' },
    'rule',
    command('find', 'Find…', 'Mod+F'),
    command('add-section', 'Add a Section', 'Alt+Shift+N'),
  ],
}

const view: MenuPart = {
  name: 'View',
  entries: [
    command('palette', 'All Commands', 'Mod+K'),
    'rule',
    command('brief', 'Brief', 'Mod+Shift+1'),
    command('manuscript', 'Manuscript', 'Mod+Shift+2'),
    command('drafts', 'Drafts', 'Mod+Shift+3'),
    command('checks', 'Checks', 'Mod+Shift+4'),
    command('proposals', 'Proposals', 'Mod+Shift+5'),
    command('history', 'History', 'Mod+Shift+6'),
    'rule',
    command('fold-outline', 'Fold the Outline', 'Mod+1'),
    command('fold-dock', 'Fold the Dock', 'Mod+2'),
    command('fold-all', 'Fold Everything but the Text', 'Mod+3'),
    command('theme', 'Change the Theme'),
    'rule',
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
  ],
}

const run: MenuPart = {
  name: 'Run',
  entries: [
    command('next', 'Do the Next Step', 'Mod+Enter'),
    command('start', 'Start or Resume'),
    command('stop', 'Stop', 'Mod+.'),
  ],
}

const window = (isMac: boolean): MenuPart => ({
  name: 'Window',
  entries: [
    { role: 'minimize' },
    { role: 'zoom' },
    ...(isMac ? ['rule' as const, { role: 'front' } as const] : []),
  ],
})

const help = (isMac: boolean): MenuPart => ({
  name: 'Help',
  entries: [command('keys', 'Keys', 'Mod+/'), ...(isMac ? [] : [{ role: 'about' } as const])],
})

/** The menus of a platform, by its custom. The keys of a command are those by which the page knows it. */
export const menusFor = (platform: NodeJS.Platform): readonly MenuPart[] => {
  const isMac = platform === 'darwin'
  return [...(isMac ? [appMenu] : []), file(isMac), edit, view, run, window(isMac), help(isMac)]
}
