import type { ChildProcess } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { CostGrade } from '../../electron/host/cli/bench/grading/grade-cost.ts'
import { practiceReply } from '../accept/careless.ts'
import { folders, longhand, objectIn } from '../run-longhand.ts'
import { startScriptedServer } from '../scripted-server/scripted-server.ts'

const newFolder = folders()

const prompt = (what: string): string => `Plan a tower of 6 floors.
1) Put ${what} on floor 2.
2) Floors 3 to 4 are for an observatory.
3) Place a drinking fountain every 2 floors, starting from floor 2.
Each floor has a text of between 60 and 90 words.`

const task = (id: string, what: string) => ({
  id,
  prompt: prompt(what),
  type: 'Floor',
  prefix: '## Floor 1',
  number: 6,
  checks_once: { '2': what },
  checks_range: { '3': 'an observatory', '4': 'an observatory' },
  checks_periodic: { '2': 'a drinking fountain', '4': 'a drinking fountain', '6': 'a drinking fountain' },
})

const bakery = task('tower-1', 'a bakery')
const chapel = task('tower-2', 'a chapel')
const data = JSON.stringify([bakery, chapel])
const files = {
  'data.json': data,
  'wrong.json': JSON.stringify([{ ...chapel, checks_once: { '1': 'a lift' } }]),
}

const all = (checks: number) => ({
  checks,
  found: checks,
  recall: 1,
  duties: checks,
  right: checks,
  precision: 1,
})
const rates = (tasks: number) => ({
  once: all(tasks),
  range: all(2 * tasks),
  periodic: all(3 * tasks),
  all: all(6 * tasks),
})
const held = (checks: number) => ({ checks, written: checks, held: checks, overWritten: 1, overAll: 1 })

describe('placement alone', () => {
  test('is graded, and nothing is written', async () => {
    const folder = newFolder(files)
    const { code, out, err } = await longhand(folder, [
      'bench',
      'longgenbench',
      'data.json',
      '--place-only',
      '--json',
    ])
    expect([code, err]).toEqual([0, ''])
    expect(objectIn(out)).toEqual({
      benchmark: 'longgenbench',
      tasks: { asked: 2, placed: 2, written: 0 },
      placement: { all: rates(2), byType: { Floor: rates(2) }, missed: [], wrong: [], excused: 0 },
      documents: null,
      seconds: expect.any(Number),
    })
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(files))
  })

  test('names what was missed and what was wrong', async () => {
    const args = ['bench', 'longgenbench', 'wrong.json', '--place-only']
    const { code, out } = await longhand(newFolder(files), [...args, '--json'])
    expect(code).toBe(1)
    expect(objectIn(out)).toMatchObject({
      placement: { missed: ['tower-2 1: a lift'], wrong: [expect.stringMatching(/^tower-2 2: .*chapel/u)] },
    })
    const plain = await longhand(newFolder(files), args)
    expect(plain.out).toMatch(
      /^Placement of 1 prompts.*\nFloor .*once 0\.00 % \/ .*\n.*missed tower-2 1: a lift\n/su,
    )
  })
})

describe('whole documents', () => {
  test('are written from the raw prompts, and graded', async () => {
    const folder = newFolder(files)
    const { code, out, err } = await longhand(folder, ['bench', 'longgenbench', 'data.json', '--json'])
    const tokens = { input: expect.any(Number), cached: expect.any(Number), output: expect.any(Number) }
    expect(objectIn(out)).toEqual({
      benchmark: 'longgenbench',
      tasks: { asked: 2, placed: 2, written: 2 },
      placement: { all: rates(2), byType: { Floor: rates(2) }, missed: [], wrong: [], excused: 0 },
      documents: {
        units: { asked: 12, written: 12, completion: 1 },
        held: { once: held(2), range: held(4), periodic: held(6), all: held(12) },
        words: { asked: { min: 720, max: 1080 }, written: expect.any(Number), within: 1 },
        calls: expect.any(Number),
        tokens,
        // Six sections are too few for a goal; that each verb is counted is seen by its calls.
        cost: {
          judged: 0,
          perSection: { average: expect.any(Number), most: expect.any(Number) },
          worst: expect.objectContaining({
            sections: 6,
            goal: null,
            byVerb: expect.objectContaining({ draft: expect.objectContaining({ calls: 6 }) }),
          }),
          over: [],
        },
        seconds: expect.any(Number),
        missing: [],
        offLength: [],
        unfinished: [],
      },
      seconds: expect.any(Number),
    })
    expect(code).toBe(0)
    expect(
      err
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(0, 33)),
    ).toEqual(['1/2 tower-1: 6 of 6 units, 100.00', '2/2 tower-2: 6 of 6 units, 100.00'])
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(files))
  })

  test('are written by a server just so, and cost as much as it was sent', async () => {
    const server = await startScriptedServer({ reply: practiceReply })
    const flags = ['--limit', '1', '--model', 'openai-compatible/m', '--base-url', server.url, '--json']
    try {
      const { code, out } = await longhand(newFolder(files), ['bench', 'longgenbench', 'data.json', ...flags])
      const { documents } = objectIn(out) as { documents: { calls: number; cost: { worst: CostGrade } } }
      const { all: cost, perSection, seams } = documents.cost.worst
      const counted = perSection.average * 6 + seams
      const letters = server.log.flatMap(({ request: { messages } }) =>
        messages.map(({ content }) => content.length),
      )
      // The judge counts a few letters more a call: who speaks.
      const sent = letters.reduce((sum, each) => sum + each, 0) / 4
      expect([code, documents.calls, cost.calls, Math.round(counted)]).toEqual([
        0,
        server.log.length,
        server.log.length,
        server.log.length,
      ])
      expect(cost.byFour.raw / sent).toBeCloseTo(1, 1)
    } finally {
      await server.close()
    }
  })

  test('no more than asked for, told in words', async () => {
    const { code, out } = await longhand(newFolder(files), [
      'bench',
      'longgenbench',
      'data.json',
      '--limit',
      '1',
    ])
    expect(code).toBe(0)
    expect(out).toMatch(/^Placement of 1 prompts.*\n1 documents: 6 of 6 units written, 100\.00 %\n/su)
    expect(out).toMatch(/\n\d+ calls, [\d,]+ tokens in, [\d,]+ out, \d+ s\n/u)
    expect(out).toMatch(
      /\n\d\.\d\d calls a section, at most \d; .*\n {2}draft +6 calls {2}[\d,]+ \/ [\d,]+ raw.*too short/su,
    )
  })

  test('until Ctrl-C, with what was done until then', async () => {
    const many = { 'many.json': JSON.stringify(Array.from({ length: 40 }, () => bakery)) }
    const stopSoon = (child: ChildProcess): void =>
      void child.stderr?.once('data', () => child.kill('SIGINT'))
    const { code, out } = await longhand(newFolder(many), ['bench', 'longgenbench', 'many.json', '--json'], {
      begun: stopSoon,
    })
    const { tasks, placement } = objectIn(out) as {
      tasks: { written: number }
      placement: { missed: unknown[] }
    }
    expect([code, placement.missed, tasks.written > 0 && tasks.written < 40]).toEqual([130, [], true])
  })
})

describe.concurrent('one sentence for', () => {
  test.each<readonly [string, string, readonly string[], number, RegExp]>([
    ['a file that is not there', '', ['none.json'], 4, /^There is no file .*none\.json\.\n$/],
    [
      'a file that is no JSON',
      '{',
      ['f.json'],
      4,
      /^.*f\.json is not JSON\. Give a file of LongGenBench tasks\.\n$/,
    ],
    ['a file without tasks', '[]', ['f.json'], 4, /^.*f\.json holds no tasks as the benchmark has them\./],
    ['a task without a prompt', '[{"id":"x"}]', ['f.json'], 4, /\(see 0\.prompt\)\. .*\n$/],
    [
      'a check that names no unit',
      data.replace('"2":', '"two":'),
      ['f.json'],
      4,
      /\(see 0\.checks_once\.two\)/,
    ],
    ['a folder', '', ['.'], 4, /is a folder\./],
    ['an unknown model', data, ['f.json', '--model', 'pratice'], 3, /^There is no model called/],
    ['a limit that is no number', data, ['f.json', '--limit', 'all'], 2, /must be a whole number from 1/],
  ])('%s', async (_, content, args, code, sentence) => {
    const ended = await longhand(newFolder({ 'f.json': content }), [
      'bench',
      'longgenbench',
      ...args,
      '--json',
    ])
    expect([ended.code, ended.out, ended.err.split('\n').length]).toEqual([code, '', 2])
    expect(ended.err).toMatch(sentence)
  })
})
