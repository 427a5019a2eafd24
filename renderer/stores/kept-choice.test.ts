import { expect, test } from 'vitest'
import { keptChoice } from './kept-choice.ts'

const baseUrl = 'http://127.0.0.1:1234/v1'
const id = 'openai-compatible/qwen3'

test.each([
  ['an id', { id: 'practice' }, { id: 'practice' }],
  ['a base URL', { id, baseUrl }, { id, baseUrl }],
  ['a pool', { id, baseUrl: `${baseUrl}, http://b/v1` }, { id, baseUrl: `${baseUrl}, http://b/v1` }],
  ['settings', { id, settings: { a: 1, b: 'x', c: true } }, { id, settings: { a: 1, b: 'x', c: true } }],
  ['settings that are none', { id, settings: { a: null, b: [] } }, { id }],
  ['a key', { id, apiKey: 'sk-secret' }, { id }],
  ['a name and a password in a base URL', { id, baseUrl: 'http://me:secret@a/v1' }, { id }],
  ['a key in a base URL', { id, baseUrl: 'http://a/v1?key=secret' }, { id }],
  ['no id', { baseUrl }, null],
  ['an empty id', { id: '' }, null],
  ['nothing', null, null],
  ['a text', 'practice', null],
])('of %s', (_, given, kept) => {
  expect(keptChoice(given)).toEqual(kept)
})
