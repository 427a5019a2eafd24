import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chooseInMenu, firstWindow, hearCommands, launch, soon } from './stand-in/start.ts'

test.each([
  ['packed', true],
  ['from the sources', false],
])('%s: a window is made with these preferences and no others', async (_, isPackaged) => {
  const { options } = await firstWindow(await launch({ machine: { isPackaged } }))
  expect(options.webPreferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    spellcheck: process.platform === 'darwin',
    devTools: !isPackaged,
    preload: join(import.meta.dirname, '../../electron/shell/preload.cjs'),
  })
})

test.each([
  ['packed', true],
  ['from the sources', false],
])('%s: developer tools are loaded: %s', async (_, isPackaged) => {
  const desktop = await launch({ machine: { isPackaged } })
  await firstWindow(desktop)
  expect(await desktop.mayRequest('devtools://devtools/bundled/inspector.html')).toBe(!isPackaged)
})

test.each(['https://user@example.org/', 'https://:secret@example.org/'])('%s is not offered', async (url) => {
  const desktop = await launch()
  ;(await firstWindow(desktop)).webContents.wants(url)
  await new Promise(setImmediate)
  expect(desktop.machine.boxes).toEqual([])
})

test('of two addresses that a page offers at once, the writer is asked about the first', async () => {
  const desktop = await launch()
  const { webContents } = await firstWindow(desktop)
  const box = Promise.withResolvers<Electron.MessageBoxReturnValue>()
  const asked: (string | undefined)[] = []
  desktop.dialog.showMessageBox = (...args) => {
    const options = args.length === 1 ? args[0] : args[1]
    asked.push(options.detail)
    return box.promise
  }
  for (const path of ['one', 'two']) webContents.wants(`https://example.org/${path}`)
  box.resolve({ response: 0, checkboxChecked: false })
  await soon(() => expect(desktop.machine.external).toEqual(['https://example.org/one']))
  expect(asked).toEqual(['https://example.org/one'])
})

test('no page can say in the place of another that it has saved', async () => {
  const desktop = await launch()
  const window = await firstWindow(desktop)
  chooseInMenu(desktop, 'New Window')
  const other = (await desktop.shown(2)).find((each) => each !== window)
  let isSaved = false
  hearCommands(window, async () => {
    await new Promise((done) => setTimeout(done, 300))
    isSaved = true
  })
  window.close()
  for (const number of [0, 1, 2]) other?.webContents.sent('longhand:done', [number])
  await soon(() => expect(window.isDestroyed()).toBe(true))
  expect(isSaved).toBe(true)
})
