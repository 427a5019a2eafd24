import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clean } from './clean.ts'

test.each([
  ['prose', 'The ferry left.', 'The ferry left.'],
  ['an opening remark', 'Sure, here is the section you asked for:\n\nThe ferry left.', 'The ferry left.'],
  ['another', "Here's Chapter 1:\nThe ferry left.", 'The ferry left.'],
  ['a Chinese one', '好的，以下是第一章：\n\n渡轮开走了。', '渡轮开走了。'],
  ['prose that begins alike', 'Sure, he said, and went on.', 'Sure, he said, and went on.'],
  [
    'prose that begins alike, in a line of its own',
    'Here they were at last.\n\nThe ferry left.',
    'Here they were at last.\n\nThe ferry left.',
  ],
  [
    'prose that opens with Of course',
    'Of course the ferry was late again.\n\nShe waited.',
    'Of course the ferry was late again.\n\nShe waited.',
  ],
  [
    'prose that opens with Here is',
    'Here is what the harbour master said, word for word:\n\nGo home.',
    'Here is what the harbour master said, word for word:\n\nGo home.',
  ],
  ['a bare Sure', 'Sure!\n\nThe ferry left.', 'The ferry left.'],
  [
    'two blocks of code',
    '```sh\nmake\n```\n\nThen:\n\n```sh\nmake install\n```',
    '```sh\nmake\n```\n\nThen:\n\n```sh\nmake install\n```',
  ],
  ['a fence', '```markdown\nThe ferry left.\n```', 'The ferry left.'],
  ['thinking', '<think>They want a ferry.</think>\nThe ferry left.', 'The ferry left.'],
  ['thinking that never ended', '<think>They want a ferry', ''],
  ['control tokens', 'The ferry left.<|im_end|>', 'The ferry left.'],
  ['its own title as a heading', '## Chapter 1\n\nThe ferry left.', 'The ferry left.'],
  ['its own title in bold', '**Chapter 1:**\n\nThe ferry left.', 'The ferry left.'],
  ['a heading of its own', '## Low water\n\nThe ferry left.', '## Low water\n\nThe ferry left.'],
  ['Windows line ends', 'One.\r\n\r\nTwo.', 'One.\n\nTwo.'],
])('%s', (_, reply, expected) => {
  expect(clean(reply, 'Chapter 1')).toBe(expected)
})

test('cleaning twice is cleaning once, for ordinary prose', () => {
  const word = fc.stringMatching(/^[a-z]{1,9}$/u)
  const prose = fc.array(word, { minLength: 3 }).map((words) => `It was ${words.join(' ')}.`)
  fc.assert(fc.property(prose, (text) => clean(text, 'Chapter 1') === text))
})
