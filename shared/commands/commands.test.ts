import { describe, expect, test } from 'vitest'
import { AppError } from '../errors.ts'
import {
  commandSchema,
  commandWords,
  keptCommandSchema,
  type Command,
  type CommandLength,
} from './command.ts'
import { checkTemplate, fillTemplate, variables, variablesIn } from './fill-template.ts'
import { commands } from './index.ts'
import { checkOwnCommand } from './own-command.ts'

describe('every command that comes with the app', () => {
  test('has an id of its own', () => {
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length)
  })
  test.each(commands.map((each) => [each.id, each] as const))('%s is in order', (_, command) => {
    expect(commandSchema.parse(command)).toEqual(command)
    expect(() => checkOwnCommand({ ...command, id: `own:${command.id}` })).not.toThrow()
  })
})

const own: Command = {
  id: 'own:plain',
  name: 'Plainer',
  about: '',
  needs: 'either',
  where: 'replace',
  instruction: 'Say {selection} in plain words.',
  length: null,
}

describe('a command of the writer’s own is refused with a sentence that says why', () => {
  test.each<readonly [string, Partial<Command>, RegExp | null]>([
    ['as it is', {}, null],
    ['an unknown variable', { instruction: 'Make it {tone}.' }, /\{tone\} stands for nothing/u],
    ['a note that nobody asks for', { instruction: 'So: {note}' }, /nothing is asked/u],
    ['a note that is not used', { asks: 'How?' }, /does not use \{note\}/u],
    ['a note in order', { instruction: 'So: {note}', asks: 'How?' }, null],
    ['the id of another', { id: 'shorten' }, /comes with Longhand/u],
    ['least above most', { length: { by: 'words', min: 9, max: 3 } }, /more than the most/u],
  ])('%s', (_, some, expected) => {
    const message = (): string => {
      try {
        checkOwnCommand({ ...own, ...some })
        return ''
      } catch (error) {
        return error instanceof AppError ? error.message : 'a bug'
      }
    }
    expect(message()).toMatch(expected ?? /^$/u)
  })
})

test.each<readonly [string, CommandLength, CommandLength | null]>([
  ['words', { by: 'words', min: 1, max: 20_000 }, null],
  ['more words than a section has', { by: 'words', min: 1, max: 4e15 }, { by: 'words', min: 1, max: 20_000 }],
  ['twenty times as long', { by: 'share', min: 1, max: 20 }, null],
  ['a share without bounds', { by: 'share', min: 1, max: 1e308 }, { by: 'share', min: 1, max: 20 }],
  ['a plan without bounds', { by: 'plan', min: 30, max: 40 }, { by: 'plan', min: 20, max: 20 }],
])('a length has limits, and one kept before there were any is read as the limit: %s', (_, length, kept) => {
  const command = { ...own, length }
  expect(commandSchema.safeParse(command).success).toBe(kept === null)
  expect(keptCommandSchema.parse(command)).toEqual({ ...own, length: kept ?? length })
})

test('templates', () => {
  expect(variablesIn('{a} {b} {a} {} { c } {d')).toEqual(['a', 'b'])
  expect(() =>
    checkTemplate(
      Object.keys(variables)
        .map((name) => `{${name}}`)
        .join(' '),
    ),
  ).not.toThrow()
  const values = {
    selection: '{title}',
    section: 's',
    title: 't',
    words: '3',
    language: 'en',
    note: '$&',
    voice: 'v',
  }
  expect(fillTemplate('{selection} {note} {x} {title} ', values)).toBe('{title} $& {x} t')
})

test.each<readonly [string, CommandLength | null, number, number | null, unknown]>([
  ['no rule', null, 100, null, null],
  ['words', { by: 'words', min: 80, max: 120 }, 5, null, { min: 80, max: 120 }],
  ['a share', { by: 'share', min: 0.4, max: 0.6 }, 100, 900, { min: 40, max: 60 }],
  ['a share of little', { by: 'share', min: 0.04, max: 0.06 }, 60, null, { min: 2, max: 12 }],
  ['the plan', { by: 'plan', min: 3, max: 6 }, 50, 900, { min: 810, max: 990 }],
  ['the plan, of a part', { by: 'plan', min: 3, max: 6 }, 50, null, { min: 150, max: 300 }],
])('words allowed: %s', (_, rule, words, planned, expected) => {
  expect(commandWords(rule, words, planned)).toEqual(expected)
})
