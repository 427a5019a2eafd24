import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { AppError, explain } from '../../../shared/errors.ts'
import { downloadFile, type DownloadPorts } from './download-file.ts'
import { namesOf, note } from './partial-file.ts'
import { entryFor, fileOf, fileServer, serveFile, type Plays } from './testing/file-server.ts'

const ports: DownloadPorts = {
  fetch: (input, init) => globalThis.fetch(input, init),
  now: Date.now,
  sleep: () => Promise.resolve(),
  random: () => 0.5,
  memory: () => 8e9,
  freeBytes: () => Promise.resolve(1e12),
  stallMs: 200,
}

const folderOf = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-models-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const never = new AbortController().signal
const small = fileOf(200)

/** Downloads once; gives what came of it, in words. */
const fetched = async (
  path: string,
  source: Parameters<typeof downloadFile>[0]['source'],
  over: Partial<DownloadPorts> = {},
  signal = never,
): Promise<string> => {
  try {
    await downloadFile({
      path,
      source,
      ports: { ...ports, ...over },
      signal,
      onBytes: () => {},
      onChecking: () => {},
    })
    return 'whole'
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${explain(error)}`
    return signal.aborted ? 'held' : String(error)
  }
}

const playing = async (plays: Plays, bytes = small) => {
  const server = await fileServer(bytes, plays)
  const path = join(folderOf(), 'small.gguf')
  const source = entryFor(bytes, server.url)
  return { ...server, path, source, host: new URL(server.url).host }
}

const cuts = Array.from({ length: 20 }, (_, i) => i * 10)
test.each(cuts)('a connection cut at byte %i is taken up where it broke', async (until) => {
  const { path, source, ranges } = await playing((n, request, response) => {
    if (n === 1) serveFile(request, response, small, { until })
    return n === 1
  })
  expect(await fetched(path, source)).toBe('whole')
  expect(readFileSync(path)).toEqual(small)
  expect(ranges.length).toBe(2)
  expect(readdirSync(join(path, '..'))).toEqual(['small.gguf', 'small.gguf.checked.json'])
})

test('a connection cut at every tenth byte still brings the whole', async () => {
  const { path, source, ranges } = await playing((n, request, response) => {
    serveFile(request, response, small, { until: n * 10 })
    return true
  })
  expect(await fetched(path, source)).toBe('whole')
  expect([readFileSync(path), ranges.length]).toEqual([small, 20])
})

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Plays =>
  (_, __, response) => {
    response.writeHead(code, headers).end()
    return true
  }
const first =
  (plays: Plays): Plays =>
  (n, request, response) =>
    n === 1 && plays(n, request, response)

/** What has arrived before, of the version with this mark. */
const begin = async (path: string, sha256: string, bytes: Buffer, etag: string | null): Promise<void> => {
  writeFileSync(namesOf(path).part, bytes)
  await note(path, sha256, etag)
}

describe('what had arrived is used only where it is of the same file', () => {
  test.each<readonly [string, Plays, string | null, readonly (string | null)[]]>([
    ['the same version', () => false, '"one"', ['bytes=90-']],
    ['a server without marks', () => false, null, ['bytes=90-']],
    ['another version: it sends the whole', () => false, '"two"', ['bytes=90-']],
    [
      'another version, by a server that minds no If-Range',
      (_, request, response) => {
        delete request.headers['if-range']
        serveFile(request, response, small)
        return true
      },
      '"two"',
      ['bytes=90-', null],
    ],
    [
      'a server without ranges',
      (_, request, response) => {
        delete request.headers.range
        serveFile(request, response, small)
        return true
      },
      '"one"',
      ['bytes=90-'],
    ],
    [
      'a server that does not say how long the whole is',
      first((_, __, response) => {
        response.writeHead(206, { 'content-range': 'bytes 90-199/*' }).end(small.subarray(90))
        return true
      }),
      '"one"',
      ['bytes=90-'],
    ],
    ['a range that cannot be had', first(status(416)), '"one"', ['bytes=90-', null]],
    [
      'a server that goes on elsewhere than asked',
      first((_, __, response) => {
        response.writeHead(206, { 'content-range': 'bytes 50-199/200' }).end(small.subarray(50))
        return true
      }),
      '"one"',
      ['bytes=90-', null],
    ],
  ])('%s', async (_, plays, etag, asked) => {
    const { path, source, ranges } = await playing(plays)
    const isOld = etag === '"two"'
    await begin(path, source.sha256, isOld ? Buffer.alloc(90) : small.subarray(0, 90), etag)
    expect(await fetched(path, source)).toBe('whole')
    expect([readFileSync(path), ranges]).toEqual([small, asked])
  })

  test('another file of the catalogue', async () => {
    const { path, source, ranges } = await playing(() => false)
    await begin(path, 'f'.repeat(64), Buffer.alloc(90), '"one"')
    expect([await fetched(path, source), ranges]).toEqual(['whole', [null]])
  })

  test('all of it is there: nothing is asked, it is checked', async () => {
    const { path, source, ranges } = await playing(() => false)
    await begin(path, source.sha256, small, '"one"')
    expect([await fetched(path, source), ranges]).toEqual(['whole', []])
  })
})

describe('what cannot be had is said in a sentence', () => {
  test.each<readonly [string, Plays, string, number]>([
    ['404', status(404), 'model-not-found: HOST does not give the file of Small (404). Choose another', 1],
    ['401', status(401), 'model-not-found: HOST does not give the file of Small (401).', 1],
    ['503 for ever', status(503), 'model-unreachable: The connection to HOST breaks again and again', 6],
    [
      'a stall for ever',
      (_, __, response) => {
        response.writeHead(200, { 'content-length': '200' })
        response.write('')
        return true
      },
      'model-unreachable: The connection to HOST breaks again and again (it sends nothing any more)',
      6,
    ],
    [
      'a file of another size',
      (_, request, response) => {
        serveFile(request, response, fileOf(300))
        return true
      },
      'model-not-found: The file that HOST has for Small is not the one of the catalogue any more',
      1,
    ],
    [
      'a body that does not end',
      (_, __, response) => {
        response.writeHead(200).end(fileOf(100_000))
        return true
      },
      'model-not-found: The file that HOST has for Small is not the one',
      1,
    ],
    [
      'a way to another machine without TLS',
      status(302, { location: 'http://example.org/small.gguf' }),
      'model-unreachable: HOST sends the download on to an address that is not safe (http://example.org)',
      1,
    ],
    [
      'a way with a password in it',
      status(302, { location: 'https://a:b@example.org/small.gguf' }),
      'model-unreachable: HOST sends the download on to an address that is not safe',
      1,
    ],
    [
      'a way round in a circle',
      status(302, { location: '/small.gguf' }),
      'model-unreachable: HOST sends the download round in a circle.',
      6,
    ],
  ])('%s', async (_, plays, sentence, requests) => {
    const { path, source, ranges, host } = await playing(plays)
    expect((await fetched(path, source)).replaceAll(host, 'HOST')).toContain(sentence)
    expect([ranges.length, existsSync(path)]).toEqual([requests, false])
  })

  test('a wrong checksum: it is set aside and not used', async () => {
    const { path, source } = await playing(() => false)
    const said = await fetched(path, { ...source, sha256: 'f'.repeat(64) })
    expect(said).toContain('file-unreadable: What came for Small is not the file that was meant')
    expect(readdirSync(join(path, '..'))).toEqual(['small.gguf.wrong'])
  })

  test('a web page in place of the file', async () => {
    const page = Buffer.from('<!doctype html>'.padEnd(200))
    const { path, source } = await playing(() => false, page)
    expect(await fetched(path, source)).toContain('it was set aside'.replace('it', 'It'))
  })

  test('no room while it arrives: what has arrived is kept, and it goes on when there is room', async () => {
    const large = fileOf(80 * 2 ** 20)
    const { path, source } = await playing(() => false, large)
    const said = await fetched(path, source, { freeBytes: () => Promise.resolve(1e6) })
    expect(said).toMatch(/^file-unwritable: The disk has no room: \d+ MB more are needed .* 1 MB are free/u)
    expect(existsSync(namesOf(path).part)).toBe(true)
    expect(await fetched(path, source)).toBe('whole')
  })
})

test('a wait that the server asks for is kept', async () => {
  const waits: number[] = []
  const { path, source } = await playing(first(status(429, { 'retry-after': '7' })))
  const sleep = (ms: number): Promise<void> => Promise.resolve(void waits.push(ms))
  expect([await fetched(path, source, { sleep }), waits]).toEqual(['whole', [7_000]])
})

test('nothing but the range goes along: no key, no cookie', async () => {
  const seen: string[] = []
  const { path, source } = await playing((_, request) => {
    seen.push(...Object.keys(request.headers))
    return false
  })
  await fetched(path, source)
  expect(seen.filter((name) => /cookie|auth|key/u.test(name))).toEqual([])
})

test('held and taken up again', async () => {
  const hold = new AbortController()
  const { path, source, ranges } = await playing((n, _, response) => {
    if (n > 1) return false
    response.writeHead(200, { 'content-length': '200', etag: '"one"' })
    response.write(small.subarray(0, 120), () => setTimeout(() => hold.abort(), 30))
    return true
  })
  expect(await fetched(path, source, {}, hold.signal)).toBe('held')
  expect(readFileSync(namesOf(path).part)).toEqual(small.subarray(0, 120))
  expect([await fetched(path, source), ranges]).toEqual(['whole', [null, 'bytes=120-']])
})

test('a process that is killed leaves what has arrived to the next', async () => {
  const { path, source, ranges } = await playing((n, _, response) => {
    if (n > 1) return false
    response.writeHead(200, { 'content-length': '200', etag: '"one"' })
    response.write(small.subarray(0, 150))
    return true
  })
  const program = `import { downloadFile } from ${JSON.stringify(new URL('./download-file.ts', import.meta.url).href)}
    const job = ${JSON.stringify({ path, source })}
    await downloadFile({ ...job, ports: { fetch, now: Date.now, sleep: async () => {}, random: Math.random, memory: () => 0,
      freeBytes: async () => 1e12 }, signal: new AbortController().signal, onChecking: () => {},
      onBytes: () => setTimeout(() => console.log('arrived'), 50) })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect([await fetched(path, source), ranges]).toEqual(['whole', [null, 'bytes=150-']])
})
