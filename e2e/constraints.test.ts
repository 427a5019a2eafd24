import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { folders, longhand, objectIn } from './run-longhand.ts'

const newFolder = folders()

const front = `---
title: The light
units: { label: Week, count: 6, words: { min: 90, max: 120 }, from: 2024-01-01, span: week }
requirements:
  - { say: the tide, at: 2 }
  - { say: fog, every: { n: 2, from: 1 } }
  - { say: low water, at: [5, 3] }
  - { avoid: very, document: }
  - { rule: Never explain a joke., from: 5, to: 6 }
  - { rule: Name the wind., each: }
---
`

const log = `Write the logbook of a lighthouse, one entry for each of 12 weeks.
Each entry should be between 150 and 180 words.
In week 3 the anchor chain breaks.
Inspect the lamp every 4 weeks, starting from week 2.
The supply boat stays away from week 9 to week 11.
Never use the word "very".
`

const shape = z.strictObject({
  units: z.strictObject({
    label: z.string(),
    count: z.int().nullable(),
    from: z.string().exactOptional(),
    words: z.strictObject({ min: z.int().exactOptional(), max: z.int().exactOptional() }).exactOptional(),
  }),
  constraints: z.array(
    z.strictObject({
      id: z.string().regex(/^constraint:./u),
      kind: z.string(),
      what: z.string().min(1),
      placement: z.looseObject({ where: z.string() }),
      quote: z.string(),
      confirmed: z.boolean(),
    }),
  ),
  duties: z.record(z.string().regex(/^[1-9]\d*$/u), z.array(z.string().min(1)).min(1)),
  conflicts: z.array(
    z.strictObject({
      level: z.enum(['conflict', 'warning']),
      sentence: z.string(),
      quotes: z.array(z.string()),
      ways: z.array(z.string()),
      constraints: z.array(z.string()),
    }),
  ),
})

describe('front matter', () => {
  test('is told whole', async () => {
    const { code, out, err } = await longhand(newFolder({ 'b.md': front }), ['constraints', 'b.md', '--json'])
    const read = shape.parse(objectIn(out))
    expect([code, err]).toEqual([0, ''])
    expect(read).toEqual({
      units: { label: 'Week', count: 6, from: '2024-01-01', words: { min: 90, max: 120 } },
      constraints: [
        {
          kind: 'length',
          what: 'Length: 90 to 120 words',
          placement: { where: 'each' },
          quote: 'units.words: {"min":90,"max":120}',
        },
        {
          kind: 'mentions',
          what: 'the tide',
          placement: { where: 'once', at: 2 },
          quote: 'say: the tide, at: 2',
        },
        {
          kind: 'mentions',
          what: 'fog',
          placement: { where: 'every', n: 2, from: 1 },
          quote: 'say: fog, every: {n: 2, from: 1}',
        },
        {
          kind: 'mentions',
          what: 'low water',
          placement: { where: 'some', units: [3, 5] },
          quote: expect.stringContaining('say: low water, at:'),
        },
        {
          kind: 'avoids',
          what: 'Never say: "very"',
          placement: { where: 'document' },
          quote: 'avoid: very, document: null',
        },
        {
          kind: 'rule',
          what: 'Never explain a joke.',
          placement: { where: 'range', from: 5, to: 6 },
          quote: 'rule: Never explain a joke., from: 5, to: 6',
        },
        {
          kind: 'rule',
          what: 'Name the wind.',
          placement: { where: 'each' },
          quote: 'rule: Name the wind., each: null',
        },
      ].map((each, i) => ({ id: read.constraints[i]?.id, ...each, confirmed: true })),
      duties: {
        1: ['fog'],
        2: ['the tide'],
        3: ['fog', 'low water'],
        5: ['fog', 'low water', 'Never explain a joke.'],
        6: ['Never explain a joke.'],
      },
      conflicts: [],
    })
  })

  test('with --all every unit owes what all of them do', async () => {
    const folder = newFolder({ 'b.md': front })
    const { out } = await longhand(folder, ['constraints', 'b.md', '--all', '--json'])
    const { duties } = shape.parse(objectIn(out))
    expect(Object.keys(duties)).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(duties[4]).toEqual(['Length: 90 to 120 words', 'Never say: "very"', 'Name the wind.'])
  })
})

describe('plain words', () => {
  test('come on standard input too, and nothing is made', async () => {
    const folder = newFolder({ 'log.md': log })
    const home = join(folder, 'home')
    const env = { LONGHAND_HOME: home }
    const [file, input] = [
      await longhand(folder, ['constraints', 'log.md', '--json'], { env }),
      await longhand(folder, ['constraints', '-', '--json'], { env, input: log }),
    ]
    expect(input).toEqual(file)
    expect([file.code, file.err, readdirSync(folder)]).toEqual([0, '', ['log.md']])
    const { units, constraints, duties } = shape.parse(objectIn(file.out))
    expect(units).toEqual({ label: 'Week', count: 12, words: { min: 150, max: 180 } })
    expect(Object.keys(duties)).toEqual(['2', '3', '6', '9', '10', '11'])
    expect([2, 3, 6, 9, 10, 11].map((unit) => duties[unit]?.length)).toEqual([1, 1, 1, 1, 2, 1])
    expect(duties[3]?.[0]).toMatch(/anchor chain/u)
    expect(constraints.filter(({ quote }) => !log.includes(quote))).toEqual([])
  })

  test('stand in a table that a person reads', async () => {
    const { code, out } = await longhand(newFolder({ 'log.md': log }), ['constraints', 'log.md'])
    const lines = out.trimEnd().split('\n')
    expect([code, lines[0]]).toEqual([0, 'Week 1 to 12, 150 to 180 words each.'])
    expect(lines.find((line) => line.includes('anchor'))).toMatch(
      /anchor chain.*  week 3 +\w+ +In week 3 the anchor/u,
    )
    expect(lines.find((line) => line.includes('lamp'))).toContain('week 2, then every 4')
  })
})

describe('a brief that contradicts itself', () => {
  const bad = 'Write 5 chapters.\nEach chapter has 200 to 220 words.\nEach chapter has at least 300 words.\n'

  test('says so, with both quotes and ways out', async () => {
    const folder = newFolder({ 'bad.md': bad })
    const { code, out } = await longhand(folder, ['constraints', 'bad.md', '--json'])
    const [conflict] = shape.parse(objectIn(out)).conflicts
    expect([code, conflict?.level, conflict?.quotes.length]).toEqual([1, 'conflict', 2])
    expect(conflict?.quotes.filter((quote) => !bad.includes(quote))).toEqual([])
    expect(conflict?.ways.length).toBeGreaterThan(0)
    const plain = await longhand(folder, ['constraints', 'bad.md'])
    expect(plain.out).toMatch(/\nconflict +.*\n +“.*200 to 220.*”\n +“.*300.*”\n/u)
  })

  test('is not written, and nothing is made', async () => {
    const folder = newFolder({ 'bad.md': bad })
    const { code, out, err } = await longhand(folder, ['write', 'bad.md', '--approve', 'auto'])
    expect([code, out, readdirSync(folder)]).toEqual([2, '', ['bad.md']])
    expect(err).toMatch(/^The brief contradicts itself: .*“.*200 to 220.*”.*“.*300.*”.*\n$/u)
  })
})

test('a warning is said once, and is no reason to stop', async () => {
  const twice =
    'Plan a tower of 3 floors, 60 words each.\nDesignate floor 2 for a bakery.\nDesignate floor 2 for a chapel.\n'
  const { code, err } = await longhand(newFolder({ 'tower.md': twice }), ['write', 'tower.md', '--json'])
  expect([code === 0 || code === 1, err.match(/^Warning: .*bakery.*chapel/gmu)?.length]).toEqual([true, 1])
})

describe.concurrent('one sentence for', () => {
  const folder = newFolder({ 'empty.md': '', 'open.md': '---\ntitle: x\n\nWrite it.' })
  mkdirSync(join(folder, 'folder'))
  writeFileSync(join(folder, 'bytes.md'), new Uint8Array([0xff, 0xfe, 0x41]))

  test.each<readonly [string, readonly string[], number, RegExp]>([
    ['a brief that is not there', ['none.md'], 4, /^There is no file .*none\.md/],
    ['a folder', ['folder'], 4, /is a folder, not a brief/],
    ['a brief that is no text', ['bytes.md'], 2, /bytes\.md is not text in UTF-8/],
    ['a brief that is empty', ['empty.md'], 2, /it is empty/],
    ['front matter that never ends', ['open.md'], 2, /no line "---" that closes it/],
    ['no brief at all', [], 2, /missing required argument/i],
  ])('%s', async (_, args, code, sentence) => {
    const ended = await longhand(folder, ['constraints', ...args, '--json'])
    expect([ended.code, ended.out, ended.err.split('\n').length]).toEqual([code, '', 2])
    expect(ended.err).toMatch(sentence)
  })
})
