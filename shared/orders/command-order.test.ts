import { describe, expect, test } from 'vitest'
import type { Command } from '../commands/command.ts'
import { commands } from '../commands/index.ts'
import { AppError } from '../errors.ts'
import { brief, draft, section, state } from '../test-kit.ts'
import { commandOrder, type Given } from './command-order.ts'

const text = 'It rained on the quay. Nobody came.'
const there = state(brief({ voice: 'dry' }), section(1, { words: 300 }), draft(1, { text }), section(2))
const place = (quote: string) => ({
  from: text.indexOf(quote),
  to: text.indexOf(quote) + quote.length,
  quote,
})
const commandOf = (id: string): Command => commands.find((each) => each.id === id) ?? ownCommand('')
const ownCommand = (instruction: string, some: Partial<Command> = {}): Command => ({
  id: 'own:mine',
  name: 'Mine',
  about: '',
  needs: 'either',
  where: 'replace',
  instruction,
  length: null,
  ...some,
})
const given = (some: Partial<Given> = {}): Given => ({ section: 'section:1', at: 5, ...some })

test('a command is an order of the writer’s, asked for', () => {
  const order = commandOrder(
    there,
    commandOf('shorten'),
    given({ selection: place('It rained on the quay.') }),
  )
  expect({ ...order, id: order.id.replace(/-[0-9a-f]{6}$/u, ''), madeFrom: '' }).toEqual({
    id: 'order:command-5',
    kind: 'command',
    command: 'shorten',
    section: 'section:1',
    sentence: 'Shorten',
    places: [],
    advice: 'Tell the passage in about half its words. Keep every fact, name and number that matters.',
    status: 'asked',
    by: 'writer',
    madeFrom: '',
    take: 1,
    at: 5,
    selection: { ...place('It rained on the quay.'), before: '', after: ' Nobody came.' },
    where: 'replace',
    words: { min: 1, max: 12 },
  })
})

test('every variable of an instruction is filled in, and what a value says is left as it is', () => {
  const all = '{selection} | {section} | {title} | {words} | {language} | {voice} | {note} | {other}'
  const order = commandOrder(
    there,
    ownCommand(all, { asks: 'What?' }),
    given({ selection: place('Nobody came.'), note: 'as {title}\nwould' }),
  )
  expect(order.advice).toBe(
    '“Nobody came.” | Chapter 1 | The ferry | 2 | en | dry | as {title} would | {other}',
  )
})

test.each<readonly [string, Command, Partial<Given>, number | undefined, number | undefined]>([
  ['a whole section, by the plan', commandOf('grow'), {}, 270, 330],
  ['a selection, by its share', commandOf('grow'), { selection: place('It rained on the quay.') }, 15, 30],
  ['words', commandOf('continue'), {}, 80, 220],
  ['none', ownCommand('Do it.'), {}, undefined, undefined],
])('how long the text may be: %s', (_, command, some, min, max) => {
  const { words } = commandOrder(there, command, given(some))
  expect([words?.min, words?.max]).toEqual([min, max])
})

describe('refused', () => {
  const codeOf = (make: () => unknown): string => {
    try {
      make()
    } catch (error) {
      if (error instanceof AppError) return error.code
    }
    return 'nothing'
  }
  test.each<readonly [string, Command, Partial<Given>, string]>([
    ['without a text', commandOf('expand'), { section: 'section:2' }, 'usage'],
    ['without the selection it wants', commandOf('describe'), {}, 'usage'],
    ['without its note', commandOf('rewrite'), { note: ' ' }, 'usage'],
    ['what is gone', commandOf('expand'), { selection: { from: 0, to: 4, quote: 'Once' } }, 'stale'],
    ['nothing that is wrong', commandOf('expand'), { selection: place('Nobody') }, 'nothing'],
  ])('%s', (_, command, some, code) => {
    expect(codeOf(() => commandOrder(there, command, given(some)))).toBe(code)
  })
})
