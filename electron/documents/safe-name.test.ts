import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeName } from './safe-name.ts'

const bytes = (text: string): number => new TextEncoder().encode(text).length

test.each([
  ['A plain title', 'A plain title'],
  ['../../x', 'x'],
  ['..\\..\\x', 'x'],
  ['/etc/passwd', 'etc passwd'],
  ['C:\\Windows\\win.ini', 'C Windows win.ini'],
  ['CON', '_CON'],
  ['con.tar.gz', '_con.tar.gz'],
  ['Lpt1', '_Lpt1'],
  ['COM²', '_COM²'],
  ['Console', 'Console'],
  ['CON.', '_CON'],
  ['-rf *', 'rf'],
  ['--help', 'help'],
  ['.hidden', 'hidden'],
  ['ends with dots...', 'ends with dots'],
  ['  many \t spaces\n here ', 'many spaces here'],
  ['nul\0byte\u0007bell', 'nulbytebell'],
  ['\u202Eexe.doc', 'exe.doc'],
  ['half \uD83D pair', 'half pair'],
  ['What? "Why" <now>|then', 'What Why now then'],
  ['👩‍🚀 orbit 🚀', '👩‍🚀 orbit 🚀'],
  ['港の水質', '港の水質'],
  ['cafe\u0301', 'café'],
  ['', 'Untitled'],
  [' . ', 'Untitled'],
  ['///', 'Untitled'],
  ['.'.repeat(300), 'Untitled'],
  ['x'.repeat(300), 'x'.repeat(120)],
  ['é'.repeat(300), 'é'.repeat(60)],
  [`${'x'.repeat(119)}👩‍🚀`, 'x'.repeat(119)],
  [`${'x'.repeat(119)}. y`, 'x'.repeat(119)],
])('%j is saved as %j', (title, name) => {
  expect(safeName(title)).toBe(name)
})

test('a name is one safe path segment of at most 120 bytes, and naming twice changes nothing', () => {
  const character = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom('.', '/', '\\', '-', ' ', ':', 'CON', 'nul', '\u200d', '\u202e', '👩‍🚀', '\ud800'),
  )
  const title = fc.array(character, { maxLength: 200 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(title, (given) => {
      const name = safeName(given)
      expect(name).not.toMatch(
        /^[\s.-]|[\s.]$|[/\\:*?"<>|]|\p{Cc}|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu,
      )
      expect(bytes(name)).toBeGreaterThan(0)
      expect(bytes(name)).toBeLessThanOrEqual(120)
      expect(safeName(name)).toBe(name)
    }),
    { numRuns: 500 },
  )
})
