import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Command } from '../../../shared/commands/command.ts'
import { appClient, failure, testHome } from '../testing/app-client.ts'

const own = (n: number, some: Partial<Command> = {}): Command => ({
  id: `own:${n}`,
  name: `Mine ${n}`,
  about: '',
  needs: 'either',
  where: 'replace',
  instruction: 'Say {selection} in plain words.',
  length: null,
  ...some,
})

test('own commands are kept beside what else is kept, changed and forgotten', async () => {
  const home = testHome()
  const { client } = appClient(home)
  await Promise.all([client.commands.save(own(1)), client.commands.save(own(2)), client.projects.known({})])
  await client.commands.save(own(1, { name: 'Plainer' }))
  expect(await client.commands.list({})).toEqual([own(1, { name: 'Plainer' }), own(2)])
  await client.commands.remove({ id: 'own:1' })
  const { folder } = await client.projects.known({})
  await client.projects.create({ source: '# Ferry\n\nA ferry.', folder })
  expect(await appClient(home).client.commands.list({})).toEqual([own(2)])
})

test.each<readonly [string, Command]>([
  ['a variable that stands for nothing', own(1, { instruction: 'Make it {tone}.' })],
  ['the id of one that comes with the app', own(1, { id: 'shorten' })],
  ['a note that nobody asks for', own(1, { instruction: '{note}' })],
])('refused: %s', async (_, command) => {
  const { client } = appClient(testHome())
  expect(await failure(client.commands.save(command))).toBe('usage')
  expect(await client.commands.list({})).toEqual([])
})

test('one kept before lengths had limits is still there', async () => {
  const home = testHome()
  const long = own(1, { length: { by: 'words', min: 1, max: 4e15 } })
  writeFileSync(join(home, 'settings.json'), JSON.stringify({ commands: [long, own(2)] }))
  const { client } = appClient(home)
  await expect(client.commands.save(long)).rejects.toThrow('validation')
  expect(await client.commands.list({})).toEqual([
    own(1, { length: { by: 'words', min: 1, max: 20_000 } }),
    own(2),
  ])
})

test('there are only so many', async () => {
  const { client } = appClient(testHome())
  for (let n = 0; n < 100; n += 1) await client.commands.save(own(n))
  expect(await failure(client.commands.save(own(100)))).toBe('usage')
  await client.commands.save(own(99, { name: 'Changed' }))
})
