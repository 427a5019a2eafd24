import { nativeTheme, type BrowserWindow } from 'electron'

/** The paper of the page, light and dark: what a window shows until the page is drawn. */
const paper = { light: '#FBFAF7', dark: '#171614' } as const

/** The paper as the system wants it now. */
export const paperNow = (): string => (nativeTheme.shouldUseDarkColors ? paper.dark : paper.light)

/** Lets menus, frames and pages follow the system's choice of light and dark, at once when it changes. */
export const followSystemTheme = (windows: () => readonly BrowserWindow[]): void => {
  nativeTheme.themeSource = 'system'
  nativeTheme.on('updated', () => {
    for (const window of windows()) window.setBackgroundColor(paperNow())
  })
}
