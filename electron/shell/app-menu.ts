import { Menu } from 'electron'
import { chooseProjects } from './dialogs.ts'
import { projectsIn } from './instances.ts'
import { templateOf } from './menu-template.ts'
import { menusFor, type ShellAct } from './menu.ts'
import type { PageCommands } from './page-commands.ts'
import { projectOf, type Windows } from './windows.ts'

const acts = (windows: Windows): Readonly<Record<ShellAct, () => unknown>> => ({
  open: async () => projectsIn(await chooseProjects(windows.current())).forEach(windows.show),
  'new-window': () => windows.open(null),
  'same-project': () => {
    const current = windows.current()
    return windows.open(current && projectOf(current))
  },
})

/** Sets the menus of this platform; what the page has to do goes to the window in use. */
export const setMenu = (windows: Windows, commands: PageCommands, platform: NodeJS.Platform): void => {
  const does = acts(windows)
  const template = templateOf(menusFor(platform), {
    act: (act) => void does[act](),
    command: (id) => {
      const window = windows.current() ?? windows.open(null)
      void commands.send(window.webContents, id)
    },
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
