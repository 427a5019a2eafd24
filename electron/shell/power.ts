import { powerMonitor, powerSaveBlocker } from 'electron'
import type { Platform } from '../app/platform.ts'
import type { PageCommands } from './page-commands.ts'
import { projectOf, type Windows } from './windows.ts'

/** Keeps the machine from falling asleep by itself while anything lasts that it was given; the screen may go dark. */
export const createAwake = (): NonNullable<Platform['awake']> => {
  let count = 0
  let blocker: number | null = null
  const rest = (): void => {
    count -= 1
    if (count > 0 || blocker === null) return
    powerSaveBlocker.stop(blocker)
    blocker = null
  }
  return (lasts) => {
    count += 1
    blocker ??= powerSaveBlocker.start('prevent-app-suspension')
    lasts.then(rest, rest)
  }
}

/** Tells pages of sleep and waking, one for each project: a run that sleep ended is started again there. */
export const followSleep = (windows: Windows, commands: PageCommands): void => {
  const tell = (id: 'sleep' | 'wake'): void => {
    const byProject = new Map(windows.all().map((window) => [projectOf(window), window]))
    for (const [project, window] of byProject) {
      if (project !== null) void commands.send(window.webContents, id)
    }
  }
  powerMonitor.on('suspend', () => tell('sleep'))
  powerMonitor.on('resume', () => tell('wake'))
}
