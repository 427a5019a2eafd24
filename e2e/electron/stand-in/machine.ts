/** The machine on which the stand-in runs: what a test sets before the start, and what it finds afterwards. */
export const machine = {
  /** Whether no other instance runs. */
  isFirst: true,
  isPackaged: false,
  /** Switches for Chromium, by their names. */
  switches: new Set<string>(),
  documents: '/nowhere/documents',
  displays: [{ x: 0, y: 25, width: 1600, height: 875 }] as Electron.Rectangle[],
  isDark: false,
  /** What safeStorage stands on. */
  safe: {
    isAvailable: true,
    backend: 'gnome_libsecret' as ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>,
    /** What the encrypted begins with: on Linux `v10` for a fixed password, `v11` for a keyring. */
    tag: 'v11',
  },
  /** Which button is pressed in the next message boxes; the cancelling one when none is left. */
  answers: [] as number[],
  /** Files chosen in the next open dialogue; none: it is left. */
  chosen: [] as string[],

  boxes: [] as Electron.MessageBoxOptions[],
  openDialogs: [] as Electron.OpenDialogOptions[],
  errors: [] as string[],
  external: [] as string[],
  recent: [] as string[],
  blockers: new Set<number>(),
  menu: [] as Electron.MenuItemConstructorOptions[],
  schemes: [] as Electron.CustomScheme[],
  /** Calls made before the app was ready, in their order. */
  early: [] as string[],
  exit: Promise.withResolvers<number>(),
}
