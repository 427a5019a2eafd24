import { expect, test } from 'vitest'
import type { Constraint, Section } from '../../shared/records.ts'
import { constraint, say, section } from '../../shared/test-kit.ts'
import { missingUnits, unplaced, withDuties } from './plan-duties.ts'

const loosely = (text: string, at: number): Constraint =>
  constraint(text, { kind: 'mentions', params: { text, loosely: true } }, { where: 'once', at })

const matter = (sections: readonly Section[]): readonly string[] =>
  sections.map(({ owns, leaves }) => `${owns.join(', ')} | ${leaves.join(', ')}`)

test.each<[string, readonly Section[], readonly Constraint[], readonly string[]]>([
  [
    'matter that another unit owes is left to it',
    [section(1, { owns: ['The birthday', 'the quay'] }), section(2)],
    [say('the birthday', { where: 'once', at: 2 })],
    ['the quay | The birthday', ' | '],
  ],
  [
    'a claim that names most of it, or little more, is a claim; one of which it is a small part is none',
    [
      section(1, { owns: ['birthday', 'Ann’s birthday party', 'birthday customs of the harbour town'] }),
      section(2),
    ],
    [loosely('Ann’s birthday', 2)],
    ['birthday customs of the harbour town | birthday, Ann’s birthday party', ' | '],
  ],
  [
    'what a section owes it does not leave to others',
    [section(1), section(2, { leaves: ['the birthday', 'the quay'] })],
    [say('the birthday', { where: 'once', at: 2 })],
    [' | ', ' | the quay'],
  ],
  [
    'a section that owes its claim keeps it, and so do all units of a rhythm',
    [
      section(1, { owns: ['the weather'] }),
      section(2, { owns: ['the weather'] }),
      section(3, { owns: ['the weather'] }),
    ],
    [say('the weather', { where: 'every', n: 2, from: 1 })],
    ['the weather | ', ' | the weather', 'the weather | '],
  ],
  [
    'what all owe, or the whole, or nobody, is nobody’s',
    [section(1, { owns: ['an oar', 'a bell', 'a cat'] })],
    [
      say('an oar', { where: 'each' }),
      say('a bell', { where: 'document' }),
      { ...say('a cat', { where: 'once', at: 2 }), muted: true },
    ],
    ['an oar, a bell, a cat | '],
  ],
  [
    'a section of the writer’s own owes none of it',
    [section(1, { unit: null, owns: ['the birthday'] }), section(2)],
    [say('the birthday', { where: 'once', at: 2 })],
    [' | the birthday', ' | '],
  ],
])('%s', (_, sections, constraints, expected) => {
  expect(matter(withDuties(sections, constraints))).toEqual(expected)
})

test.each<[string, Constraint['placement'], readonly number[]]>([
  ['nothing is missing', { where: 'once', at: 2 }, []],
  ['one unit is', { where: 'once', at: 3 }, [3]],
  ['several are', { where: 'range', from: 1, to: 5 }, [3, 4, 5]],
  ['a rhythm needs its first unit', { where: 'every', n: 5, from: 4 }, [3, 4]],
  [
    'no more than a plan of free length may have',
    { where: 'once', at: 9_000 },
    Array.from({ length: 58 }, (__, i) => i + 3),
  ],
])('units that duties need: %s', (_, placement, expected) => {
  expect(missingUnits([section(1), section(2)], [say('a', placement)])).toEqual(expected)
})

test('a duty that no section can take is told', () => {
  const asked = [
    say('a', { where: 'once', at: 9 }),
    say('b', { where: 'document' }),
    say('c', { where: 'once', at: 1 }),
  ]
  expect(unplaced([section(1)], asked)).toEqual(['No section has the place for this: Say: "a"'])
})
