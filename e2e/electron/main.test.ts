import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Watched } from '../../shared/contract.ts'
import {
  chooseInMenu,
  clientOf,
  fileAt,
  firstWindow,
  freshHome,
  launch,
  makeProject,
  soon,
} from './stand-in/start.ts'

const addressesOf = (windows: readonly { readonly webContents: { getURL(): string } }[]): readonly string[] =>
  windows.map(({ webContents }) => decodeURIComponent(webContents.getURL()))

test('the app starts in the order that Electron asks for, and shows the first screen', async () => {
  const desktop = await launch()
  const window = await firstWindow(desktop)
  expect(desktop.machine.early).toEqual([
    'setPath userData',
    'enableSandbox',
    'registerSchemesAsPrivileged',
    'requestSingleInstanceLock',
  ])
  expect(window.webContents.getURL()).toBe('app://longhand/')
  expect(window.isShown).toBe(true)
})

test('the app answers calls of a page through the port of its window', async () => {
  const window = await firstWindow(await launch())
  const { client } = clientOf(window)
  expect((await client.models.list({})).map(({ id }) => id)).toContain('practice')
})

test('a start that fails says so and ends', async () => {
  const file = fileAt(freshHome(), 'taken')
  const desktop = await launch({ home: file })
  expect(await desktop.machine.exit.promise).toBe(1)
  expect(desktop.machine.errors).toEqual([expect.stringContaining('Longhand could not be started.')])
})

test.each([
  ['packed, with its sandbox switched off', { isPackaged: true, switches: new Set(['no-sandbox']) }, true],
  ['packed, with another switch', { isPackaged: true, switches: new Set(['lang']) }, false],
  ['from the sources', { switches: new Set(['no-sandbox']) }, false],
])('%s: a window is refused: %s', async (_, machine, isRefused) => {
  const desktop = await launch({ machine })
  if (!isRefused) return expect(await desktop.shown(1)).toHaveLength(1)
  expect(await desktop.machine.exit.promise).toBe(1)
  expect(desktop.machine.errors).toEqual([expect.stringContaining('no window without its sandbox')])
  expect(desktop.windows()).toEqual([])
})

test.skipIf(process.platform === 'win32')('what the app keeps is for its user’s eyes alone', async () => {
  const home = freshHome()
  mkdirSync(join(home, 'desktop'))
  chmodSync(join(home, 'desktop'), 0o755)
  await firstWindow(await launch({ home }))
  expect(statSync(join(home, 'desktop')).mode & 0o777).toBe(0o700)
})

test('who started the app and waits for it is told once, of a window or of why there is none', async () => {
  const said: string[] = []
  const listen = (stream: NodeJS.WriteStream): void => {
    const spy = vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0)
    onTestFinished(() => spy.mockRestore())
  }
  listen(process.stdout)
  listen(process.stderr)
  process.env['LONGHAND_READY'] = 'ready-word'
  const desktop = await launch()
  await firstWindow(desktop)
  chooseInMenu(desktop, 'New Window')
  await desktop.shown(2)
  expect(said).toEqual(['ready-word\n'])
  expect(() => process.stdout.emit('error', new Error('nobody listens'))).not.toThrow()
  process.env['LONGHAND_READY'] = 'ready-word'
  onTestFinished(() => void delete process.env['LONGHAND_READY'])
  const failed = await launch({ home: fileAt(freshHome(), 'taken') })
  expect(await failed.machine.exit.promise).toBe(1)
  expect(failed.machine.errors).toEqual([])
  expect(said.slice(1).join('')).toContain('Longhand could not be started.')
})

test('a project in several windows shows the same stream', async () => {
  const desktop = await launch()
  const first = clientOf(await firstWindow(desktop))
  const project = await makeProject(first)
  desktop.app.emit('second-instance', desktop.preventable(), ['longhand', project], '/', null)
  await soon(() =>
    expect(addressesOf(desktop.windows())).toEqual([`app://longhand/#/project?path=${project}`]),
  )
  chooseInMenu(desktop, 'New Window on This Project')
  const [, other] = await desktop.shown(2)
  expect(addressesOf([other!])).toEqual([`app://longhand/#/project?path=${project}`])
  const second = clientOf(other!)
  const streams = await Promise.all(
    [first, second].map(async ({ client }) => client.projects.watch({ project })),
  )
  const opened = await Promise.all(streams.map((items) => items.next()))
  const { records } = opened[0]!.value as Extract<Watched, { type: 'open' }>
  const section = records.find(({ id }) => id.startsWith('section:'))
  await first.client.drafts.save({
    project,
    section: section!.id as never,
    text: 'From the first window.',
    base: null,
    origin: 'one',
  })
  const heard = await Promise.all(streams.map((items) => items.next()))
  expect(heard[0]?.value).toMatchObject({ type: 'change' })
  expect(heard[1]?.value).toEqual(heard[0]?.value)
})

describe('one instance', () => {
  test('a second one ends at once and makes no window', async () => {
    const desktop = await launch({ machine: { isFirst: false } })
    expect(await desktop.machine.exit.promise).toBe(0)
    expect(desktop.windows()).toEqual([])
    expect(desktop.app.listenerCount('second-instance')).toBe(0)
  })

  test('the first one comes to the front when a second is started without a file', async () => {
    const desktop = await launch()
    const window = await firstWindow(desktop)
    window.hide()
    desktop.app.emit('second-instance', desktop.preventable(), ['longhand'], '/', null)
    expect(window.isShown).toBe(true)
    expect(desktop.windows()).toHaveLength(1)
  })
})

describe('files to open', () => {
  test('of all arguments only existing project files by absolute path are heard, each once', async () => {
    const folder = freshHome()
    const book = fileAt(folder, 'book.longhand')
    mkdirSync(join(folder, 'folder.longhand'))
    const args = [
      '--inspect=9229',
      '--remote-debugging-port=1',
      'book.longhand',
      relative(process.cwd(), book),
      `file://example.org${book}`,
      `https://example.org/book.longhand`,
      `longhand://${book}`,
      fileAt(folder, 'book.txt'),
      fileAt(folder, 'book.LONGHAND.exe'),
      join(folder, 'folder.longhand'),
      join(folder, 'missing.longhand'),
      `${book}\0.longhand`,
      book,
      book,
    ]
    const desktop = await launch({ args })
    expect(addressesOf(await desktop.shown(1))).toEqual([`app://longhand/#/project?path=${book}`])
    const second = fileAt(folder, 'Second part.LONGHAND')
    desktop.app.emit(
      'second-instance',
      desktop.preventable(),
      ['longhand', ...args, pathToFileURL(second).href],
      folder,
      {
        file: join(folder, 'from-data.longhand'),
      },
    )
    expect(addressesOf(await desktop.shown(2))).toEqual([
      `app://longhand/#/project?path=${book}`,
      `app://longhand/#/project?path=${second}`,
    ])
  })

  test('the system may name a file before the app is ready, and after', async () => {
    const folder = freshHome()
    const [early, late] = [fileAt(folder, 'early.longhand'), fileAt(folder, 'late.longhand')]
    const event = { prevented: 0, preventDefault: () => (event.prevented += 1), defaultPrevented: false }
    const { app } = await import('./stand-in/electron.ts')
    expect(app.listenerCount('open-file')).toBeGreaterThanOrEqual(0)
    const desktop = await launch({
      before: async () => {
        const { app: fresh } = await import('./stand-in/electron.ts')
        fresh.emit('open-file', event, early)
      },
    })
    expect(addressesOf(await desktop.shown(1))).toEqual([`app://longhand/#/project?path=${early}`])
    desktop.app.emit('open-file', event, late)
    desktop.app.emit('open-file', event, join(folder, 'missing.longhand'))
    expect(addressesOf(await desktop.shown(2))).toContain(`app://longhand/#/project?path=${late}`)
    expect(event.prevented).toBe(3)
  })

  test('a window that is on its way to a project is taken by no other', async () => {
    const folder = freshHome()
    const loads: (() => void)[] = []
    const desktop = await launch({
      before: async () => {
        const { BrowserWindow } = await import('./stand-in/electron.ts')
        BrowserWindow.prototype.loadURL = () => new Promise((done) => loads.push(done))
      },
    })
    const openAgain = (name: string): void => {
      const argv = ['longhand', fileAt(folder, name)]
      desktop.app.emit('second-instance', desktop.preventable(), argv, folder, null)
    }
    await soon(() => expect(loads).toHaveLength(1))
    openAgain('one.longhand')
    loads[0]?.()
    await new Promise(setImmediate)
    openAgain('two.longhand')
    expect([desktop.windows().length, loads.length]).toEqual([2, 3])
  })

  test('a file that a window shows already is not opened twice', async () => {
    const book = fileAt(freshHome(), 'book.longhand')
    const desktop = await launch({ args: [book] })
    const [window] = await desktop.shown(1)
    window!.hide()
    desktop.app.emit('second-instance', desktop.preventable(), ['longhand', book], '/', null)
    expect(window!.isShown).toBe(true)
    expect(desktop.windows()).toHaveLength(1)
  })
})

test('recent documents: the system hears of every project that a window shows, and of nothing else', async () => {
  const folder = freshHome()
  const book = fileAt(folder, 'book.longhand')
  const desktop = await launch({ args: [book] })
  const [window] = await desktop.shown(1)
  expect(desktop.machine.recent).toEqual([book])
  window!.webContents.wentTo('app://longhand/')
  window!.webContents.wentTo(
    `app://longhand/#/project?path=${encodeURIComponent(join(folder, 'gone.longhand'))}`,
  )
  window!.webContents.wentTo('app://longhand/#/project?path=%2Fetc%2Fpasswd')
  expect(desktop.machine.recent).toEqual([book])
})

describe('native dialogues', () => {
  test('open: shows the project files that were chosen', async () => {
    const folder = freshHome()
    const [one, two] = [fileAt(folder, 'one.longhand'), fileAt(folder, 'two.longhand')]
    const desktop = await launch({ machine: { chosen: [one, two, fileAt(folder, 'notes.txt')] } })
    await firstWindow(desktop)
    chooseInMenu(desktop, 'Open…')
    await soon(() =>
      expect(addressesOf(desktop.windows())).toEqual([
        `app://longhand/#/project?path=${one}`,
        `app://longhand/#/project?path=${two}`,
      ]),
    )
    expect(desktop.machine.openDialogs[0]?.filters?.[0]?.extensions).toEqual(['longhand'])
  })

  test('save: what the page made itself goes where the writer says, and nothing else is downloaded', async () => {
    const desktop = await launch()
    await firstWindow(desktop)
    const download = (url: string, name: string) => {
      const asked: Electron.SaveDialogOptions[] = []
      const isPrevented = desktop.startDownload({
        getURL: () => url,
        getFilename: () => name,
        setSaveDialogOptions: (options) => void asked.push(options),
      })
      return { isPrevented, path: asked[0]?.defaultPath }
    }
    const path = join(desktop.machine.documents, 'The ferry.docx')
    expect([
      download('blob:app://longhand/7f', 'The ferry.docx'),
      download('blob:app://longhand/7f', '../../The ferry.docx'),
      download('https://example.org/a.docx', 'a.docx'),
      download('blob:https://example.org/7f', 'a.docx'),
      download('data:text/plain,a', 'a.docx'),
    ]).toEqual([
      { isPrevented: false, path },
      { isPrevented: false, path },
      { isPrevented: true, path: undefined },
      { isPrevented: true, path: undefined },
      { isPrevented: true, path: undefined },
    ])
  })
})
