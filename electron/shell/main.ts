import { app, BrowserWindow, session } from 'electron'
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { AppError, explain } from '../../shared/errors.ts'
import { createApp } from '../app/create-app.ts'
import { createKeys } from '../app/keys.ts'
import { nodePlatform, type Platform } from '../app/platform.ts'
import { userFolder } from '../app/user-folders.ts'
import { setMenu } from './app-menu.ts'
import { confirm, type Question } from './dialogs.ts'
import { saveDownloads } from './downloads.ts'
import { offerExternal } from './external.ts'
import { hearOfFiles } from './files-given.ts'
import { keptFile } from './kept-file.ts'
import { createKeychain, keptSecrets } from './keychain.ts'
import { lockContents, lockSession } from './lock.ts'
import { keyStore } from './model-keys.ts'
import { startModelProcess } from './model-process.ts'
import { createPageCommands } from './page-commands.ts'
import { pageFolder, readPage } from './page-files.ts'
import { createPlaces, placeSchema } from './places.ts'
import { servePorts } from './ports.ts'
import { createAwake, followSleep } from './power.ts'
import { quitWhenSaved } from './quit.ts'
import { registerScheme, servePage } from './scheme.ts'
import { sayFailed, surviveLostPipes } from './starter.ts'
import { followSystemTheme } from './theme.ts'
import { createWindows, type Windows } from './windows.ts'

const bug = (error: unknown): void => {
  if (process.env['LONGHAND_DEBUG']) process.stderr.write(`${inspect(error)}\n`)
}

const platformHere = (folder: string): Platform => {
  const keychain = createKeychain(keptFile(join(folder, 'secrets.json'), keptSecrets))
  const ask = (question: Question): Promise<boolean> => confirm(question, BrowserWindow.getFocusedWindow())
  return {
    ...nodePlatform(bug),
    startEngine: startModelProcess,
    awake: createAwake(),
    keys: createKeys({ env: process.env, store: keyStore(keychain, ask), bug }),
  }
}

const start = async (folder: string): Promise<void> => {
  let windows: Windows | null = null
  const files = hearOfFiles(
    (project) => windows?.show(project),
    () => {
      const current = windows?.current()
      if (current) windows?.raise(current)
      else windows?.open(null)
    },
  )
  app.on('web-contents-created', (_event, contents) => {
    lockContents(contents, (address) => {
      offerExternal(address, BrowserWindow.fromWebContents(contents)).catch(bug)
    })
  })
  await app.whenReady()
  const page = readPage(pageFolder())
  lockSession(session.defaultSession, !app.isPackaged)
  servePage(session.defaultSession, page)
  saveDownloads(session.defaultSession)
  const longhand = createApp(platformHere(folder))
  servePorts(longhand)
  const commands = createPageCommands()
  windows = createWindows(await createPlaces(keptFile(join(folder, 'windows.json'), placeSchema)), commands)
  followSystemTheme(windows.all)
  followSleep(windows, commands)
  setMenu(windows, commands, process.platform)
  quitWhenSaved(longhand, windows, bug)
  app.on('activate', () => {
    if (windows?.all().length === 0) windows.open(null)
  })
  files.ready()
}

/** A window whose page nothing holds is shown to nobody: what packs or starts an app may switch the sandbox off. */
const refuseUnlocked = (): void => {
  if (!app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) return
  const sentence = 'Longhand shows no window without its sandbox, which was switched off (--no-sandbox).'
  throw new AppError('usage', sentence, 'On Linux the package .deb sets up what the sandbox needs.')
}

/** Makes a folder that nobody but its owner looks into, also where it stood before; drives without rights have none. */
const makePrivate = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    chmodSync(folder, 0o700)
  } catch (error) {
    bug(error)
  }
}

/** What has to be done before Electron is ready; gives whether this is the only instance of this user. */
const prepare = (folder: string): boolean => {
  refuseUnlocked()
  makePrivate(folder)
  app.setPath('userData', folder)
  app.enableSandbox()
  // Windows keeps recent documents by this name; it is that of the package.
  if (process.platform === 'win32') app.setAppUserModelId('org.longhand.Longhand')
  registerScheme()
  return app.requestSingleInstanceLock()
}

const main = async (): Promise<void> => {
  surviveLostPipes()
  // A first run is there to be watched: the practice model writes at a reader's pace.
  process.env['LONGHAND_PRACTICE_PACE'] ??= '12'
  // Apart from the settings, which every host of this user shares.
  const folder = join(userFolder(process.env), 'desktop')
  if (prepare(folder)) await start(folder)
  else app.exit(0)
}

main().catch(async (error: unknown) => {
  bug(error)
  const sentence =
    error instanceof AppError ? explain(error) : `Longhand could not be started. ${String(error)}`
  await sayFailed(sentence)
  app.exit(1)
})
