import type { ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { folders, longhand, objectIn, type Ended } from './run-longhand.ts'
import { startScriptedServer } from './scripted-server/scripted-server.ts'

const count = z.int().nonnegative()
const newFolder = folders()

const tides = `---
title: The Tide Tables
form: report
units: { label: Part, count: 3, words: { min: 60, max: 140 } }
requirements: [{ say: the harbour master, at: 2 }, { avoid: very good, each: }]
---
A report on the tides of a small harbour.
`

const long = `---
title: A Month by the Sea
form: diary
units: { label: Day, count: 30, words: { min: 100, max: 200 } }
---
A diary of a month by the sea.
`

describe('a brief is written', () => {
  let folder = ''
  let first: Ended = { code: null, out: '', err: '' }
  beforeAll(async () => {
    folder = newFolder({ 'tides.md': tides })
    first = await longhand(folder, ['write', 'tides.md', '--seed', '7'])
  })

  test('with a line for every step of every section, and what was written named last', () => {
    const lines = first.out.trimEnd().split('\n')
    expect(first.err).toBe('')
    expect(first.code).toBeLessThanOrEqual(1)
    expect(lines[0]).toMatch(/^About \d+ calls, [\d,]+ tokens, free, .* \(by /u)
    expect(lines[1]).toBe('Planned 3 sections.')
    expect(lines.filter((line) => /  drafted, \d+ words$/.test(line))).toHaveLength(3)
    expect(lines.filter((line) => /\d+ (kept|broken)/.test(line)).length).toBeGreaterThanOrEqual(3)
    expect(lines.at(-1)).toBe('Wrote tides.longhand, tides manuscript.md and tides manuscript.docx.')
  })

  test('into files that hold it', () => {
    expect(readdirSync(folder).toSorted()).toEqual([
      'tides manuscript.docx',
      'tides manuscript.md',
      'tides.longhand',
      'tides.md',
    ])
    const written = readFileSync(join(folder, 'tides manuscript.md'), 'utf8')
    expect(written).toContain('# The Tide Tables')
    expect(written.toLowerCase()).toContain('the harbour master')
    expect(readFileSync(join(folder, 'tides.md'), 'utf8')).toBe(tides)
    expect(readFileSync(join(folder, 'tides manuscript.docx')).subarray(0, 2).toString()).toBe('PK')
  })

  test('again beside the first, the same under the same seed, with one JSON object', async () => {
    const { code, out, err } = await longhand(folder, ['write', 'tides.md', '--seed', '7', '--json'])
    const object = objectIn(out)
    expect([err, code]).toEqual(['', first.code])
    const shape = z.strictObject({
      sections: z.literal(3),
      words: z.int().positive(),
      targetWords: z.literal(300),
      constraints: z.strictObject({ total: count, kept: count, broken: count, unsure: count, owed: count }),
      orders: count,
      calls: z.int().positive(),
      tokens: z.strictObject({ input: count, cached: count, output: count }),
      money: z.literal(0),
      seconds: z.number().positive(),
      project: z.literal(join(folder, 'tides 2.longhand')),
      exports: z.tuple([z.literal(join(folder, 'tides 2.md')), z.literal(join(folder, 'tides 2.docx'))]),
      status: z.literal('done'),
    })
    expect(shape.parse(object)).toEqual(object)
    const both = ['tides manuscript.md', 'tides 2.md'].map((name) => readFileSync(join(folder, name), 'utf8'))
    expect(both[0]).toBe(both[1])
  })

  test('check says what falls short, and agrees with the run', async () => {
    const { code, out } = await longhand(folder, ['check', 'tides.longhand', '--json'])
    const found = z.object({
      findings: z.array(z.unknown()),
      workOrders: z.array(z.unknown()),
      exports: z.tuple([]),
    })
    expect([code, found.parse(objectIn(out)).findings.length > 0 ? 1 : 0]).toEqual([first.code, first.code])
    const plain = await longhand(folder, ['check', 'tides.longhand'])
    expect(plain.out.trimEnd().split('\n').at(-1)).toMatch(/^3 sections, \d+ of 300 words; \d+ duties: /)
  })

  test('exports leave in the form that is named, and overwrite nothing', async () => {
    for (const form of ['html', 'txt', 'md']) {
      const out = `out.${form}`
      expect(await longhand(folder, ['export', 'tides.longhand', out])).toEqual({
        code: 0,
        out: `Wrote ${out}.\n`,
        err: '',
      })
    }
    const before = readFileSync(join(folder, 'out.md'), 'utf8')
    const again = await longhand(folder, ['export', 'tides.longhand', 'out.md'])
    expect([again.code, again.out]).toEqual([4, ''])
    expect(again.err).toMatch(/^.*out\.md exists already and was not touched\. Choose another name\.\n$/)
    expect(readFileSync(join(folder, 'out.md'), 'utf8')).toBe(before)
  })

  test('resuming what is done does nothing and says so', async () => {
    const files = readdirSync(folder).toSorted()
    const { code, out } = await longhand(folder, ['resume', 'tides.longhand'])
    expect(code).toBe(first.code)
    expect(out.trimEnd().split('\n').at(-1)).toBe('tides.longhand is finished; nothing was left to do.')
    expect(readdirSync(folder).toSorted()).toEqual(files)
  })

  test('an existing project is never overwritten', async () => {
    const before = readFileSync(join(folder, 'tides.longhand'))
    const { code, out, err } = await longhand(folder, ['write', 'tides.md', '-o', 'tides.longhand'])
    expect([code, out]).toEqual([4, ''])
    expect(err).toMatch(/tides\.longhand exists already and was not touched\. Choose another name\.\n$/)
    expect(readFileSync(join(folder, 'tides.longhand')).equals(before)).toBe(true)
  })
})

test('a brief comes on standard input, and nothing in it reaches the terminal as a command', async () => {
  const folder = newFolder()
  const input = tides.replace('The Tide Tables', '"\\e[2J\\x9b31mTide \\a\\u202eTables"')
  const { code, out, err } = await longhand(folder, ['write', '-', '--export', 'out/../a.txt'], { input })
  expect(code).toBeLessThanOrEqual(1)
  expect(out + err).not.toMatch(/[^\P{Cc}\n]|\u202e/u)
  const project = readdirSync(folder).find((name) => name.endsWith('.longhand')) ?? ''
  expect(project).not.toMatch(/[\p{Cc}\u202e/]/u)
  expect(out).toContain(`Wrote ${project} and a.txt.`)
})

const refusals: readonly (readonly [string, readonly string[], number, RegExp])[] = [
  ['an unknown command', ['wriet', 'b.md'], 2, /^Unknown command 'wriet'/],
  ['a flag that is none', ['write', 'b.md', '--lane', '3'], 2, /^Unknown option '--lane'/],
  ['lanes that are no number', ['write', 'b.md', '--lanes', 'two'], 2, /must be a whole number from 1/],
  ['a brief that contradicts itself', ['write', 'bad.md'], 2, /^The brief contradicts itself: /],
  ['a brief that is empty', ['write', 'empty.md'], 2, /^The brief cannot be used: it is empty/],
  ['a brief that is no text', ['write', 'bytes.md'], 2, /bytes\.md is not text in UTF-8/],
  ['an unknown form of export', ['write', 'b.md', '--export', 'b.pdf'], 2, /b\.pdf names no form/],
  ['a project of another name', ['write', 'b.md', '-o', 'b.md'], 2, /must end in \.longhand/],
  ['asking without a terminal', ['write', 'b.md', '--approve', 'ask'], 2, /no terminal/],
  [
    'a key that is not there',
    ['write', 'b.md', '--api-key-env', 'sk-123'],
    2,
    /^The environment variable that/,
  ],
  ['a server without an address', ['write', 'b.md', '--model', 'openai-compatible/x'], 2, /base URL/],
  [
    'a setting that there is not',
    ['write', 'b.md', '--model', 'ollama/q', '--set', 'context=8192'],
    2,
    /no setting called “context”\. There are contextSize, /,
  ],
  ['an unknown model', ['write', 'b.md', '--model', 'pratice'], 3, /^There is no model called/],
  ['a brief that is not there', ['write', 'none.md'], 4, /^There is no file .*none\.md/],
  ['a project that is not there', ['resume', 'none.longhand'], 4, /^There is no file .*none\.longhand/],
  ['a file that is no project', ['check', 'b.md'], 4, /b\.md is not a Longhand project/],
  ['an export that exists', ['write', 'b.md', '--export', 'there.txt'], 4, /there\.txt exists already/],
  ['an export into no folder', ['write', 'b.md', '--export', 'no/b.txt'], 4, /its folder is not there/],
]

describe.concurrent('one sentence and nothing written for', () => {
  const folder = newFolder({
    'b.md': tides,
    'bad.md': tides.replace('units:', 'words: 9000\nunits:'),
    'empty.md': '',
    'there.txt': '',
  })
  writeFileSync(join(folder, 'bytes.md'), new Uint8Array([0xff, 0xfe, 0x41]))
  const files = readdirSync(folder)

  test.each(refusals)('%s', async (_, args, code, sentence) => {
    const ended = await longhand(folder, args)
    expect([ended.code, ended.out, ended.err.split('\n').length]).toEqual([code, '', 2])
    expect(ended.err).toMatch(sentence)
    expect(ended.err).not.toContain('sk-123')
    expect(readdirSync(folder)).toEqual(files)
  })
})

test('a server that refuses the key ends the run, resumable, and the key is nowhere', async () => {
  const folder = newFolder({ 'tides.md': tides })
  const server = await startScriptedServer({ reply: () => '[]', key: 'another' })
  const flags = ['--model', 'openai-compatible/x', '--base-url', server.url, '--api-key-env', 'TIDE_KEY']
  const env = { TIDE_KEY: 'sk-very-secret' }
  const { code, out, err } = await longhand(folder, ['write', 'tides.md', ...flags, '--json'], { env })
  await server.close()
  expect([code, err.trimEnd().split('\n').length]).toEqual([3, 1])
  expect(err).toMatch(/ Go on with: longhand resume tides\.longhand --base-url http:.*\n$/)
  expect(objectIn(out)).toMatchObject({
    status: 'blocked',
    exports: [],
    project: join(folder, 'tides.longhand'),
  })
  expect(out + err + readFileSync(join(folder, 'tides.longhand'), 'latin1')).not.toContain('sk-very-secret')
  const resumed = await longhand(folder, ['resume', 'tides.longhand', '--model', 'practice', '--json'])
  expect(resumed.code).toBeLessThanOrEqual(1)
  expect(objectIn(resumed.out)).toMatchObject({ status: 'done', sections: 3 })
})

/** Presses Ctrl-C once five sections are drafted. */
const stopSoon = (child: ChildProcess): void => {
  let seen = ''
  child.stdout?.on('data', (data: Buffer) => {
    seen += data.toString()
    if ((seen.match(/drafted/g) ?? []).length >= 5) child.kill('SIGINT')
  })
}

test('Ctrl-C stops a run, and resuming goes on from there', async () => {
  const folder = newFolder({ 'days.md': long })
  const first = await longhand(folder, ['write', 'days.md', '--seed', '3'], { begun: stopSoon })
  expect([first.code, first.err]).toEqual([130, 'Stopped. Go on with: longhand resume days.longhand\n'])
  expect(existsSync(join(folder, 'days.docx'))).toBe(false)
  const { code, out } = await longhand(folder, ['resume', 'days.longhand', '--json'])
  expect(code).toBeLessThanOrEqual(1)
  expect(objectIn(out)).toMatchObject({ status: 'done', sections: 30 })
})

test('the token cap ends the run as the model’s trouble', async () => {
  const folder = newFolder({ 'tides.md': tides })
  const { code, out, err } = await longhand(folder, ['write', 'tides.md', '--max-tokens', '2000', '--json'])
  expect(code).toBe(3)
  expect(err.split('\n')).toHaveLength(2)
  expect(objectIn(out)).toMatchObject({ status: 'blocked' })
})

test('models lists the practice model', async () => {
  const { code, out } = await longhand(newFolder(), ['models', '--json'])
  expect(code).toBe(0)
  expect(objectIn(out)['models']).toContain('practice')
})

describe('sources are given', () => {
  const report = `---
title: Tidal power
form: report
units: { label: Part, count: 3, words: { min: 80, max: 140 } }
requirements: [{ cites: at least 1 source, at: 2 }, { say: power of the Rance, at: 2 }]
---
A report on tidal power in the Rance.
`
  const files = {
    'report.md': report,
    'plant.md': '# Tidal power in the Rance\n\nThe plant gives 240 megawatts.\n',
    'silt.bib': '@book{leroux2019, title={Silt of the Rance}, author={Leroux, Anne}, year={2019}}',
  }

  test('by file, are said with their keys, and cited', async () => {
    const folder = newFolder(files)
    const sources = ['--reference', 'plant.md', '--reference', 'silt.bib']
    const { out, code } = await longhand(folder, ['write', 'report.md', ...sources, '--export', 'out.md'])
    const key = /plant\.md is cited as \[@(?<key>\S+)\]\./u.exec(out)?.groups?.['key'] ?? 'none'
    expect(out).toContain('silt.bib is cited as [@leroux2019].')
    expect(code).toBeLessThanOrEqual(1)
    const text = readFileSync(join(folder, 'out.md'), 'utf8')
    expect([text.includes(`[@${key}`), text.includes('title: Tidal power in the Rance')]).toEqual([
      true,
      true,
    ])
  })

  test('one that is missing is told of before anything is made', async () => {
    const folder = newFolder(files)
    const { err, code } = await longhand(folder, ['write', 'report.md', '--reference', 'gone.md'])
    expect([code, err]).toEqual([4, expect.stringMatching(/^There is no file .*gone\.md\.\n$/u)])
    expect(readdirSync(folder).filter((name) => name.endsWith('.longhand'))).toEqual([])
  })
})
