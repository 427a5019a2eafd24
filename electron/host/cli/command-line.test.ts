import { expect, test } from 'vitest'
import { commandLine } from './command-line.ts'

test.each([
  [undefined, ['doctor'], 'longhand doctor'],
  ['test', ['doctor', undefined], 'longhand doctor'],
  ['start', ['models', 'get', 'x-1.5b'], 'npm start -- models get x-1.5b'],
  ['longhand', ['write', 'my brief.md'], "npm run -s longhand -- write 'my brief.md'"],
  [
    'longhand',
    ['--model', "llama-cpp/~/Ada's $HOME"],
    `npm run -s longhand -- --model 'llama-cpp/~/Ada'\\''s $HOME'`,
  ],
])('started by %s, %j is typed so', (start, words, line) => {
  expect(commandLine(start === undefined ? {} : { npm_lifecycle_event: start }, ...words)).toBe(line)
})
