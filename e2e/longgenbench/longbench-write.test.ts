import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { folders, longhand, objectIn } from '../run-longhand.ts'

const newFolder = folders()

const requests = [
  { prompt: 'Write an essay on tea, 150 words.', type: 'Essay', length: 150 },
  { prompt: '写一篇关于茶的文章，200字左右。', type: 'Essay', length: 200 },
]
const lines = requests.map((each) => JSON.stringify(each)).join('\n')
const files = { 'data.jsonl': `${lines}\n` }
const command = ['bench', 'longbench-write']

const text = (language: string, required: number) => ({
  type: 'Essay',
  language,
  required,
  written: expect.any(Number) as number,
  score: expect.any(Number) as number,
})

test('each request is written, and its length is scored', async () => {
  const folder = newFolder(files)
  const { code, out, err } = await longhand(folder, [...command, 'data.jsonl', '--json'])
  const report = objectIn(out)
  expect(report).toEqual({
    benchmark: 'longbench-write',
    requests: { asked: 2, written: 2 },
    goal: 95,
    score: { all: expect.any(Number), english: expect.any(Number), chinese: expect.any(Number) },
    texts: [text('english', 150), text('chinese', 200)],
    calls: expect.any(Number),
    unfinished: [],
    seconds: expect.any(Number),
  })
  expect(code).toBe(
    Object.values(report['score'] as Record<string, number>).every((each) => each >= 95) ? 0 : 1,
  )
  expect(err).toMatch(
    /^1\/2 request 1, Essay: \d+ of 150 words, .*\n2\/2 request 2, Essay: \d+ of 200 words, .*\n$/u,
  )
  expect(readdirSync(folder)).toEqual(['data.jsonl'])
})

test('no more than asked for, told in words; what falls short is exit 1', async () => {
  const data = JSON.stringify({ ...requests[0], length: 15_000 })
  const { code, out } = await longhand(newFolder({ 'data.jsonl': `${data}\n${lines}` }), [
    ...command,
    'data.jsonl',
    '--limit',
    '1',
  ])
  expect(code).toBe(1)
  expect(out).toMatch(
    /^Length score S_l .*\nenglish {3}0\.00 of at least 95, 1 texts\nchinese {3}- of at least 95, 0 texts\nall {7}0\.00 /u,
  )
})

describe.concurrent('one sentence for', () => {
  test.each<readonly [string, string, number, RegExp]>([
    ['a file that is not there', 'none.jsonl', 4, /^There is no file .*none\.jsonl\.\n$/],
    [
      'a line that is no JSON',
      'bad.jsonl',
      4,
      /bad\.jsonl is not JSON\. Give a file of LongBench-Write requests/,
    ],
    ['no requests', 'empty.jsonl', 4, /empty\.jsonl holds no requests as the benchmark has them\./],
    ['a request without a length', 'long.jsonl', 4, /\(see 1\.length\)/],
  ])('%s', async (_, file, code, sentence) => {
    const folder = newFolder({
      'bad.jsonl': '{',
      'empty.jsonl': '\n',
      'long.jsonl': `${lines.split('\n')[0]}\n{"prompt":"x","type":"y"}`,
    })
    const ended = await longhand(folder, [...command, file, '--json'])
    expect([ended.code, ended.out, ended.err.split('\n').length]).toEqual([code, '', 2])
    expect(ended.err).toMatch(sentence)
  })
})
