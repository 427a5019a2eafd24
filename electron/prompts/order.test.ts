import { expect, test } from 'vitest'
import type { Order } from '../../shared/records.ts'
import { brief, plan, section, state } from '../../shared/test-kit.ts'
import { orderPrompt } from './order.ts'

const second = section(2)
const here = state(brief(), plan(), section(1), second)

test('of a part of a sentence it is told how the sentence begins and goes on', () => {
  const text = 'The tide turned. Then the carts went down.'
  const from = text.indexOf('the carts')
  const asked: Order = {
    id: 'order:1',
    section: 'section:2',
    kind: 'command',
    sentence: '',
    places: [],
    advice: 'Say it anew.',
    status: 'asked',
    by: 'writer',
    madeFrom: '',
    take: 1,
    at: 0,
  }
  const target = { from, to: from + 'the carts'.length, after: false }
  const task = orderPrompt(here, second, asked, { text, target, words: null }).find(
    ({ name }) => name === 'Your task',
  )
  expect(task?.text).toContain(
    [
      'The passage is a part of one sentence, and what takes its place must read as that part of it.',
      'The sentence begins: “Then”',
      'It goes on: “went down.”',
    ].join('\n'),
  )
})
