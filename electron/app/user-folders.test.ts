import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { projectsFolder, userFolder } from './user-folders.ts'

const home = join('/home', 'ines')

test.each<readonly [string, Parameters<typeof userFolder>, string]>([
  ['Linux', [{}, 'linux', home], join(home, '.local', 'share', 'longhand')],
  ['Linux with XDG', [{ XDG_DATA_HOME: '/data' }, 'linux', home], join('/data', 'longhand')],
  ['macOS', [{}, 'darwin', home], join(home, 'Library', 'Application Support', 'Longhand')],
  ['Windows', [{ APPDATA: '/roaming' }, 'win32', home], join('/roaming', 'Longhand')],
  ['wherever LONGHAND_HOME says', [{ LONGHAND_HOME: '/here' }, 'darwin', home], '/here'],
])('what belongs to the user is kept by the custom of the system: %s', (_, given, expected) => {
  expect(userFolder(...given)).toBe(expected)
})

test('new projects go where documents are, or home, or where LONGHAND_HOME says', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-home-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const places = [await projectsFolder({}, folder)]
  mkdirSync(join(folder, 'Documents'))
  places.push(await projectsFolder({}, folder))
  places.push(await projectsFolder({ LONGHAND_HOME: join(folder, 'own') }, folder))
  expect(places).toEqual([
    join(folder, 'Longhand'),
    join(folder, 'Documents', 'Longhand'),
    join(folder, 'own', 'Longhand'),
  ])
  expect(places.every((place) => existsSync(place))).toBe(true)
})
