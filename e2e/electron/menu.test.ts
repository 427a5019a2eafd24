import { beforeAll, expect, test, vi } from 'vitest'
import { templateOf } from '../../electron/shell/menu-template.ts'
import { menusFor, type Entry } from '../../electron/shell/menu.ts'
import type { Command } from '../../renderer/stores/commands.ts'

const platforms = ['linux', 'win32', 'darwin'] as const

const entriesOf = (platform: NodeJS.Platform): readonly Exclude<Entry, 'rule'>[] =>
  menusFor(platform).flatMap(({ entries }) => entries.filter((entry) => entry !== 'rule'))

let commands: readonly Command[]

beforeAll(async () => {
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('longhand', Object.freeze({ connect: () => () => {}, onCommand: () => {} }))
  ;({ commands } = await import('../../renderer/stores/commands.ts'))
})

test.each(platforms)('%s: every command of a menu is one of the palette, with the same keys', (platform) => {
  const named = entriesOf(platform).flatMap((entry) =>
    'command' in entry ? [[entry.command, entry.keys] as const] : [],
  )
  expect(named.length).toBeGreaterThan(20)
  expect(named).toEqual(named.map(([id]) => [id, commands.find((each) => each.id === id)?.keys]))
})

test.each(platforms)(
  '%s: no keys are given twice, and an act of the shell takes none of the palette’s',
  (platform) => {
    const taken = entriesOf(platform).flatMap((entry) => ('keys' in entry && entry.keys ? [entry.keys] : []))
    expect(taken).toEqual([...new Set(taken)])
    const acts = new Set(
      entriesOf(platform).flatMap((entry) => ('act' in entry && entry.keys ? [entry.keys] : [])),
    )
    expect(commands.filter(({ keys }) => keys !== undefined && acts.has(keys))).toEqual([])
  },
)

test.each([
  ['linux', ['File', 'Edit', 'View', 'Run', 'Window', 'Help']],
  ['win32', ['File', 'Edit', 'View', 'Run', 'Window', 'Help']],
  ['darwin', ['Longhand', 'File', 'Edit', 'View', 'Run', 'Window', 'Help']],
] as const)('%s: the menus stand in the order of its custom, with one way to quit', (platform, names) => {
  expect(menusFor(platform).map(({ name }) => name)).toEqual(names)
  const quits = menusFor(platform).filter(({ entries }) =>
    entries.some((entry) => entry !== 'rule' && 'role' in entry && entry.role === 'quit'),
  )
  expect(quits.map(({ name }) => name)).toEqual([platform === 'darwin' ? 'Longhand' : 'File'])
})

test('a chosen line leads to its command or act; keys that the page hears itself are only shown', () => {
  const chosen: string[] = []
  const template = templateOf(menusFor('darwin'), {
    command: (id) => chosen.push(`command ${id}`),
    act: (act) => chosen.push(`act ${act}`),
  })
  const items = template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
  const item = (label: string) => items.find((each) => each.label === label)
  item('Export…')?.click?.({} as never, undefined, {})
  item('Open…')?.click?.({} as never, undefined, {})
  expect(chosen).toEqual(['command export', 'act open'])
  expect(item('Export…')).toMatchObject({
    accelerator: 'CommandOrControl+Shift+E',
    registerAccelerator: false,
  })
  expect(item('Open…')).toMatchObject({ accelerator: 'CommandOrControl+O' })
  expect(item('Open…')).not.toHaveProperty('registerAccelerator')
  expect(item('Open Recent')).toMatchObject({
    role: 'recentDocuments',
    submenu: [{ role: 'clearRecentDocuments' }],
  })
})
