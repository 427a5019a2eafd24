import { expect, test } from 'vitest'
import type { AttemptEvent } from './attempt.ts'
import { end, fails, good, left, request, scripted } from './scripted-attempt.ts'
import { withoutKey } from './without-key.ts'

const key = 'sk-abcd/1234+xyz'
const failed = fails()
const text = (said: string): AttemptEvent => ({ type: 'text', text: said })
const thinking = (said: string): AttemptEvent => ({ type: 'thinking', text: said })

test.each<[string, readonly AttemptEvent[], readonly AttemptEvent[]]>([
  ['a reply without it', [left(3, 1000), ...good], [left(3, 1000), ...good]],
  ['a reply with it', [text('A sk-abcd'), text('/1234+xyz.'), end], [text('A '), text('….'), end]],
  [
    'text and thoughts, each by itself',
    [thinking('sk-abcd'), text('A sk-a'), thinking('/1234+xyz'), text('way.'), end],
    [text('A '), thinking('…'), text('sk-away.'), end],
  ],
  ['a beginning before the end', [text('A sk-'), end], [text('A '), text('sk-'), end]],
  ['a beginning before a failure', [text('A sk-'), failed], [text('A '), text('sk-'), failed]],
  ['a beginning before a stop', [text('A sk-')], [text('A '), text('sk-')]],
])('what is heard of %s', async (_, events, expected) => {
  const ask = withoutKey(scripted(events), key)
  expect(await Array.fromAsync(ask(request, new AbortController().signal))).toEqual(expected)
})
