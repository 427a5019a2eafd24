import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import { ggufHeader } from '../../providers/llama-cpp/gguf-header.ts'
import { modelFiles } from '../../providers/llama-cpp/model-file.ts'
import { testHome } from '../testing/app-client.ts'
import { nodePlatform } from '../platform.ts'
import { addFile } from './add-file.ts'

const listening = async (path: string): Promise<void> => {
  const server = createServer()
  onTestFinished(() => void server.close())
  await new Promise<void>((done) => server.listen(path, done))
}

describe.skipIf(process.platform === 'win32')('what is no file is not opened', () => {
  test.each<readonly [string, (path: string) => unknown]>([
    ['a named pipe', (path) => execFileSync('mkfifo', [path])],
    ['a folder', (path) => mkdirSync(path)],
    ['a socket', listening],
  ])('%s', async (kind, make) => {
    const folder = testHome()
    const path = join(folder, 'x.gguf')
    await make(path)
    const said = addFile(path, folder).catch((error: unknown) => error)
    expect(await said).toEqual(
      new AppError(
        'file-unreadable',
        `${path} is ${kind}, not a file.`,
        'Choose a language model in GGUF; such files end in .gguf.',
      ),
    )
    const platform = { ...nodePlatform(() => {}), modelsFolder: () => folder }
    expect([await ggufHeader(path), await modelFiles({ id: 'llama-cpp' }, platform)]).toEqual([null, []])
  })

  test('a device', async () => {
    const said = addFile('/dev/null', testHome()).catch((error: unknown) => error)
    expect(await said).toMatchObject({
      message: expect.stringContaining('/dev/null is a device, not a file.'),
    })
  })
})
