import { expect, test } from 'vitest'
import type { Fault } from '../../shared/records.ts'
import { brief, constraint, section, state } from '../../shared/test-kit.ts'
import { proseOf, type Prose } from './prose.ts'

const length = constraint('length', { kind: 'length', params: { min: 12, max: 20 } }, { where: 'each' })
const work = state(brief(), length, section(1), section(2, { title: 'Home' }))

const long = 'The ferry left at nine, and nobody saw it. It came back at noon with one passenger.'
const short = 'The ferry left at nine, and nobody saw it.'
const cut: Fault = { code: 'reply-cut', sentence: 'The reply was cut off at its length limit.' }

type Given = { readonly stopped?: Fault; readonly head?: Prose }
type Case = readonly [name: string, reply: string, given: Given, text: string, code: Fault['code'] | null]
const cases: readonly Case[] = [
  ['a whole text', long, {}, long, null],
  ['a short text that ends well', short, {}, short, null],
  ['nothing', ' ', {}, '', 'reply-empty'],
  ['a text cut in mid-sentence', `${short} It came`, { stopped: cut }, short, 'reply-cut'],
  ['the same by its look alone', `${short} It came`, {}, short, 'reply-cut'],
  ['one cut when it was long enough', `${long} And th`, { stopped: cut }, long, null],
  ['one cut in its first sentence', 'The ferry le', { stopped: cut }, '', 'reply-cut'],
  ['a heading with nothing below it', `${short}\n\n## Noon\n\nIt ca`, { stopped: cut }, short, 'reply-cut'],
  ['a refusal', 'I’m sorry, but I can’t write this.', {}, '', 'reply-refusal'],
  ['a gap', `${short} Then [insert name] came.`, {}, short, 'reply-gaps'],
  ['another section', `${long}\n\n## Home\n\nThey slept.`, {}, long, null],
  [
    'what follows',
    'It came back at noon with one passenger.',
    { head: { text: short } },
    `${short}\n\nIt came back at noon with one passenger.`,
    null,
  ],
  [
    'what follows in the paragraph',
    'It came back at noon with one passenger.',
    { head: { text: short, breaks: true } },
    long,
    null,
  ],
  ['what was said already', short, { head: { text: short } }, short, 'reply-empty'],
  [
    'a refusal to go on',
    'I’m sorry, but I can’t write this.',
    { head: { text: short } },
    short,
    'reply-refusal',
  ],
  [
    'another language',
    '这一年的春天来得很早，渡轮停在码头。',
    { head: { text: short } },
    short,
    'reply-language',
  ],
]

test.each(cases)('%s', (_, reply, { stopped, head }, text, code) => {
  const prose = proseOf(work, section(1), reply, stopped, head && { head, prompt: [] })
  expect([prose.text, prose.fault?.code ?? null]).toEqual([text, code])
})
