import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Watched } from '../../shared/contract.ts'
import { openProject } from '../../electron/project/project.ts'
import {
  chooseInMenu,
  clientOf,
  fileAt,
  firstWindow,
  freshHome,
  hearCommands,
  launch,
  makeProject,
  soon,
} from './stand-in/start.ts'

describe('quitting', () => {
  test('waits for what pages have not sent and for the last commit', async () => {
    const desktop = await launch()
    const window = await firstWindow(desktop)
    const { client } = clientOf(window)
    const project = await makeProject({ client })
    const items = await client.projects.watch({ project })
    const { records } = (await items.next()).value as Extract<Watched, { type: 'open' }>
    const section = records.find(({ id }) => id.startsWith('section:'))!.id as `section:${string}`
    const heard: string[] = []
    hearCommands(window, async (id) => {
      heard.push(id)
      await client.drafts.save({ project, section, text: 'The last word.', base: null, origin: 'quit' })
    })
    expect(await desktop.quit()).toBe(0)
    expect(heard).toEqual(['settle'])
    const again = openProject(project, { now: Date.now })
    const texts = [...again.state().draft.values()].map(({ text }) => text)
    again.close()
    expect(texts.join('\n')).toContain('The last word.')
  })

  test('ends a run first, so that it can be resumed', async () => {
    const desktop = await launch()
    const { client } = clientOf(await firstWindow(desktop))
    const { folder } = await client.projects.known({})
    const source = '---\ntitle: Winter\nwords: 4000\n---\n\nA keeper spends one winter alone.\n'
    const { project } = await client.projects.create({ source, folder })
    process.env['LONGHAND_PRACTICE_PACE'] = '40'
    await client.runs.start({ project, model: { id: 'practice' }, approve: 'auto' })
    expect(await desktop.quit()).toBe(0)
    const again = openProject(project, { now: Date.now })
    expect([...again.state().run.values()].map(({ status }) => status)).toEqual(['stopped'])
    again.close()
  })

  test('waits for a window that is being closed already', async () => {
    const desktop = await launch()
    const window = await firstWindow(desktop)
    let isSaved = false
    hearCommands(window, async () => {
      await new Promise((done) => setTimeout(done, 200))
      isSaved = true
    })
    window.close()
    expect(await desktop.quit()).toBe(0)
    expect(isSaved).toBe(true)
  })

  test('does not wait for a page that does not answer', async () => {
    const desktop = await launch()
    const window = await firstWindow(desktop)
    hearCommands(window, () => new Promise(() => {}))
    const before = Date.now()
    expect(await desktop.quit()).toBe(0)
    expect(Date.now() - before).toBeLessThan(4_000)
  })

  test('a system that shuts down is asked to wait until all is saved', async () => {
    const desktop = await launch()
    const heard: string[] = []
    hearCommands(await firstWindow(desktop), (id) => void heard.push(id))
    const event = desktop.preventable()
    const monitor: NodeJS.EventEmitter = desktop.powerMonitor
    monitor.emit('shutdown', event)
    expect(event.defaultPrevented).toBe(true)
    expect([await desktop.machine.exit.promise, heard]).toEqual([0, ['settle']])
  })

  test('a session of Windows that ends is not held up, and pages send what they have', async () => {
    const desktop = await launch()
    const window = await firstWindow(desktop)
    const heard: string[] = []
    hearCommands(window, (id) => void heard.push(id))
    const event = Object.assign(desktop.preventable(), { reasons: ['shutdown' as const] })
    window.emit('query-session-end', event)
    expect([event.defaultPrevented, heard, window.isDestroyed()]).toEqual([false, ['settle'], false])
  })

  test('closing a window lets its page save first, and the last one ends the app', async () => {
    const desktop = await launch()
    const window = await firstWindow(desktop)
    const heard: string[] = []
    hearCommands(window, (id) => void heard.push(id))
    window.close()
    expect(window.isDestroyed()).toBe(false)
    await soon(() => expect(window.isDestroyed()).toBe(true))
    expect(heard).toEqual(['settle'])
    if (process.platform !== 'darwin') expect(await desktop.machine.exit.promise).toBe(0)
  })
})

describe('a page that fails', () => {
  test.each(['crashed', 'oom', 'killed', 'abnormal-exit'] as const)(
    '%s: is brought back within two seconds, on what it showed, and finds all that was saved',
    async (reason) => {
      const desktop = await launch()
      const window = await firstWindow(desktop)
      const project = await makeProject(clientOf(window))
      window.webContents.wentTo(`app://longhand/#/project?path=${encodeURIComponent(project)}`)
      const before = window.webContents.page
      const lost = Date.now()
      await window.webContents.lose(reason)
      await soon(() => expect(window.webContents.page?.address()).toContain('#/project'))
      expect(Date.now() - lost).toBeLessThan(2_000)
      expect(window.webContents.page).not.toBe(before)
      const { client } = clientOf(window)
      expect(await client.projects.open({ path: project })).toEqual({ project })
    },
  )

  test('a page that hangs is ended after a second and brought back; one that answers meanwhile is not', async () => {
    const desktop = await launch()
    const window = await firstWindow(desktop)
    window.emit('unresponsive')
    window.emit('responsive')
    await new Promise((done) => setTimeout(done, 1_200))
    expect(window.webContents.reloads).toBe(0)
    const hung = Date.now()
    window.emit('unresponsive')
    await soon(() => expect(window.webContents.reloads).toBe(1))
    expect(Date.now() - hung).toBeLessThan(2_000)
  })

  test('the third failure in a minute asks; then the writer decides', async () => {
    const desktop = await launch({ machine: { answers: [0, 1] } })
    const window = await firstWindow(desktop)
    const fail = async (reloads: number): Promise<void> => {
      await window.webContents.lose()
      await soon(() => expect(window.webContents.reloads).toBe(reloads))
      await desktop.shown(1)
    }
    await fail(1)
    await fail(2)
    expect(desktop.machine.boxes).toEqual([])
    await fail(3)
    expect(desktop.machine.boxes[0]?.message).toMatch(/failed three times/u)
    await fail(4)
    await fail(5)
    await window.webContents.lose()
    await soon(() => expect(window.isDestroyed()).toBe(true))
    expect(window.webContents.reloads).toBe(5)
  })

  test('a page that ends by itself is left', async () => {
    const window = await firstWindow(await launch())
    await window.webContents.lose('clean-exit')
    await new Promise((done) => setTimeout(done, 50))
    expect(window.webContents.reloads).toBe(0)
  })
})

test('the machine is kept awake while a run works, and only then', async () => {
  const desktop = await launch()
  const { client } = clientOf(await firstWindow(desktop))
  const { folder } = await client.projects.known({})
  const source = '---\ntitle: Winter\nwords: 300\n---\n\nA keeper spends one winter alone.\n'
  const { project } = await client.projects.create({ source, folder })
  expect(desktop.machine.blockers.size).toBe(0)
  process.env['LONGHAND_PRACTICE_PACE'] = '2'
  await client.runs.start({ project, model: { id: 'practice' }, approve: 'auto' })
  expect(desktop.machine.blockers.size).toBe(1)
  await client.runs.ended({ project })
  expect(desktop.machine.blockers.size).toBe(0)
})

test('of several that keep the machine awake, the last one lets it sleep', async () => {
  const { machine } = await launch()
  const { createAwake } = await import('../../electron/shell/power.ts')
  const awake = createAwake()
  const [one, two] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  awake(one.promise)
  awake(two.promise)
  one.resolve()
  await new Promise(setImmediate)
  expect(machine.blockers.size).toBe(1)
  two.reject(new Error('ended in trouble'))
  await new Promise(setImmediate)
  expect(machine.blockers.size).toBe(0)
})

test('pages hear of sleep and waking, one for each project', async () => {
  const book = fileAt(freshHome(), 'book.longhand')
  const desktop = await launch({ args: [book] })
  await desktop.shown(1)
  chooseInMenu(desktop, 'New Window on This Project')
  chooseInMenu(desktop, 'New Window')
  const heard: string[] = []
  for (const window of await desktop.shown(3)) {
    hearCommands(window, (id) => void heard.push(id))
  }
  desktop.powerMonitor.emit('suspend')
  desktop.powerMonitor.emit('resume')
  expect(heard).toEqual(['sleep', 'wake'])
})

describe('window places', () => {
  const displays = [
    { x: 0, y: 25, width: 1600, height: 875 },
    { x: 1600, y: 0, width: 1000, height: 700 },
  ]

  test('a window stands where the last one stood, in the next session too', async () => {
    const home = freshHome()
    const first = await launch({ home, machine: { displays } })
    const window = await firstWindow(first)
    window.bounds = { x: 1650, y: 40, width: 900, height: 600 }
    await first.quit()
    expect(JSON.parse(readFileSync(join(home, 'desktop/windows.json'), 'utf8'))).toEqual({
      ...window.bounds,
      isMaximized: false,
    })
    const next = await firstWindow(await launch({ home, machine: { displays } }))
    expect(next.bounds).toEqual(window.bounds)
  })

  test('a display that has gone takes no window with it, and a place that was spoilt none either', async () => {
    const home = freshHome()
    mkdirSync(join(home, 'desktop'), { recursive: true })
    const file = join(home, 'desktop/windows.json')
    const place = { x: 1650, y: 40, width: 900, height: 600, isMaximized: false }
    writeFileSync(file, JSON.stringify(place))
    const alone = await launch({ home, machine: { displays: displays.slice(0, 1) } })
    const window = await firstWindow(alone)
    const { x, y, width, height } = window.options
    expect({ x, y, width, height }).toEqual({ x: undefined, y: undefined, width: 900, height: 600 })
    await alone.quit()
    writeFileSync(file, '{"x":"1650"')
    expect((await firstWindow(await launch({ home }))).options).toMatchObject({ width: 1280, height: 840 })
  })
})

test('a page that wants to be kept, having sent what it had, does not hold its window up', async () => {
  const desktop = await launch()
  const event = desktop.preventable()
  ;(await firstWindow(desktop)).webContents.emit('will-prevent-unload', event)
  expect(event.defaultPrevented).toBe(true)
})

test('dark mode follows the system, at the start and when it changes', async () => {
  const desktop = await launch({ machine: { isDark: true } })
  const window = await firstWindow(desktop)
  expect([desktop.nativeTheme.themeSource, window.background]).toEqual(['system', '#171614'])
  desktop.machine.isDark = false
  desktop.nativeTheme.emit('updated')
  expect(window.background).toBe('#FBFAF7')
})
