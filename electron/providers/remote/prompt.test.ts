import { expect, test } from 'vitest'
import type { Message } from '../../../shared/model.ts'
import { cacheKey, promptOf } from './prompt.ts'

const says = (from: Message['from'], text: string, cacheUpTo = false): Message => ({ from, text, cacheUpTo })
const mark = { vendor: { cache: true } }

const messages = [
  says('system', 'You write.'),
  says('user', 'Brief.'),
  says('user', 'Plan.', true),
  says('system', 'Late rules.'),
  says('user', 'Write.'),
]

test('neighbours become one message each side, and what follows the first user message is the user’s', () => {
  expect(promptOf(messages)).toEqual([
    { role: 'system', content: 'You write.' },
    { role: 'user', content: [{ type: 'text', text: 'Brief.\n\nPlan.\n\nLate rules.\n\nWrite.' }] },
  ])
})

test('with a mark the same text comes in parts, each with the mark where a breakpoint is', () => {
  expect(promptOf(messages, mark)).toEqual([
    { role: 'system', content: 'You write.' },
    {
      role: 'user',
      content: [
        { type: 'text', text: 'Brief.\n\nPlan.\n\n', providerOptions: mark },
        { type: 'text', text: 'Late rules.\n\nWrite.' },
      ],
    },
  ])
})

test('at most four parts are marked, the last ones', () => {
  const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((text) => says('user', text, true))
  const [, ...parts] = JSON.stringify(promptOf(many, mark)).split('"providerOptions"')
  expect(parts).toHaveLength(4)
})

test('a prompt of a system alone, or of nothing', () => {
  expect(promptOf([says('system', 'a', true)], mark)).toEqual([
    { role: 'system', content: 'a', providerOptions: mark },
  ])
  expect([promptOf([]), promptOf([says('user', '')])]).toEqual([[], []])
})

test('the cache key is that of the beginning, and there is none without a breakpoint', () => {
  const other = [...messages.slice(0, -1), says('user', 'Write more.')]
  const changed = messages.map((message) => ({ ...message, text: message.text.replace('Plan', 'Plans') }))
  expect([cacheKey(other) === cacheKey(messages), cacheKey(changed) === cacheKey(messages)]).toEqual([
    true,
    false,
  ])
  expect([cacheKey(messages)?.length, cacheKey([says('user', 'a')])]).toEqual([32, null])
})
