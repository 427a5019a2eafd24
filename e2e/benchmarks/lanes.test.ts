import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { folders } from '../run-longhand.ts'

const newFolder = folders()

const task = {
  id: 'tower-1',
  prompt: 'Plan a tower of 5 floors. Each floor has a text of between 60 and 90 words.',
  type: 'Floor',
  number: 5,
}

test('the timing benchmark measures a run, which takes no less than its lower bound', async () => {
  const folder = newFolder()
  const data = join(folder, 'data.json')
  writeFileSync(data, JSON.stringify([task]))
  const script = join(import.meta.dirname, 'lanes.ts')
  const args = [script, '--data', data, '--lanes', '3', '--first', '10', '--token', '0.5', '--keep', folder]
  const env = {
    NODE_COMPILE_CACHE: join(import.meta.dirname, '../../node_modules/.cache/compiled'),
    ...process.env,
  }
  // Whether it takes little more is for a machine that has nothing else to do.
  const { stdout } = await promisify(execFile)(process.execPath, args, { env }).catch(
    (error: { readonly stdout: string }) => error,
  )
  const [, over, units] =
    /^ *3 lanes: [\d.]+ s, ([\d.]+) of the bound .* (\d) of 5 units/mu.exec(stdout) ?? []
  expect([Number(over) >= 1, units]).toEqual([true, '5'])
})
