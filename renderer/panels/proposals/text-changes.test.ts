import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeCount, textChanges, textWith, type Stretch } from './text-changes.ts'

/** Changes as they are read: `[-old+new]` for words, `{-old+new}` for a paragraph. */
const drawn = (stretches: readonly Stretch[]): string =>
  stretches
    .map((stretch) => {
      if (stretch.same) return stretch.text
      const [open, close] = stretch.unit === 'words' ? ['[', ']'] : ['{', '}']
      return `${open}-${stretch.removed}+${stretch.added}${close}`
    })
    .join('')
    .replaceAll('\n\n', '¶')

const five = 'one two three four five'
const six = 'six seven eight nine ten'
const other = 'all of it is new here'

test.each([
  ['nothing', 'One.', 'One.', 'One.'],
  ['a word', 'The cold sea sang low.', 'The warm sea sang low.', 'The [-cold+warm] sea sang low.'],
  ['words that follow each other', `${five} a b.`, `${five} x y.`, `${five} [-a b+x y].`],
  ['two words of five', five, 'one 2 three 4 five', 'one [-two+2] three [-four+4] five'],
  ['three words of five', five, 'one 2 three 4 5', `{-${five}+one 2 three 4 5}`],
  ['one of two paragraphs', `${five}¶${six}`, `${five}¶${other}`, `${five}¶{-${six}+${other}}`],
  [
    'much that is put into a paragraph',
    'One. Two.',
    `One. ${five}. ${six}. Two.`,
    `One.[-+ ${five}. ${six}.] Two.`,
  ],
  [
    'paragraphs that are put into one',
    `${other}¶One. Two.`,
    `${other}¶One. ${five}¶${six}. Two.`,
    `${other}¶One.[-+ ${five}¶${six}.] Two.`,
  ],
  ['what follows a paragraph on its line', 'One. Two.', `One. Two. ${five}.`, `One. Two.[-+ ${five}.]`],
  ['both', `${five}¶${six}`, `${other}¶${other}`, `{-${five}+${other}}¶{-${six}+${other}}`],
  ['a paragraph behind', five, `${five}¶${six}¶${other}`, `${five}{-+¶${six}}{-+¶${other}}`],
  ['paragraphs in front', five, `${six}¶${other}¶${five}`, `{-+${six}¶}{-+${other}¶}${five}`],
  ['one gone in front', `${six}¶${five}`, five, `{-${six}¶+}${five}`],
  ['one gone between', `${five}¶${other}¶${six}`, `${five}¶${six}`, `${five}{-¶${other}+}¶${six}`],
  [
    'one gone, one mended',
    `${other}¶${five}`,
    'one two three four 5',
    `{-${other}¶+}one two three four [-five+5]`,
  ],
  ['all of an empty text', '', `${five}¶${six}`, `{-+${five}}{-+¶${six}}`],
  ['characters of Chinese', '海水很冷很深', '海水很暖很深', '海水很[-冷+暖]很深'],
])('%s', (_, from, to, wanted) => {
  const [before, after] = [from, to].map((text) => text.replaceAll('¶', '\n\n')) as [string, string]
  expect(drawn(textChanges(before, after))).toBe(wanted)
})

test('a change is taken by itself', () => {
  const changes = textChanges('The cold sea sang low to us.', 'The warm sea sang high to us.')
  expect(changeCount(changes)).toBe(2)
  expect(textWith(changes, (change) => change === 1)).toBe('The cold sea sang high to us.')
})

test('a rewritten section is a change a paragraph, not a change a word', () => {
  const rewritten = textChanges(
    'She went down to the water before anyone woke.\n\nThe boat had gone.',
    'Nobody saw the keeper leave at dawn.\n\nWhat was left of the mooring lay on the sand.',
  )
  expect(changeCount(rewritten)).toBe(2)
})

const words = fc.array(fc.constantFrom('a', 'b', 'sea', 'tide', ' ', '\n', '\n\n', '. ', '港', '**'), {
  maxLength: 60,
})
const texts = words.map((all) => all.join(''))

test('taking no change leaves the text, taking every change gives the other', () => {
  fc.assert(
    fc.property(texts, texts, (from, to) => {
      const changes = textChanges(from, to)
      expect([textWith(changes, () => false), textWith(changes, () => true)]).toEqual([from, to])
    }),
    { numRuns: 500 },
  )
})

const paragraphs = fc.array(
  fc.constantFrom('one two three four five', 'six seven eight', 'all new here', 'one two 3 four five'),
  { minLength: 1, maxLength: 6 },
)

test('whichever changes are taken, each paragraph stays one of the two texts’', () => {
  fc.assert(
    fc.property(paragraphs, paragraphs, fc.infiniteStream(fc.boolean()), (from, to, ticks) => {
      const changes = textChanges(from.join('\n\n'), to.join('\n\n'))
      const chosen = Array.from({ length: changeCount(changes) }, () => ticks.next().value === true)
      const settled = textWith(changes, (change) => chosen[change] === true).split('\n\n')
      const known = new Set(['', ...from, ...to])
      expect(settled.filter((paragraph) => !known.has(paragraph))).toEqual([])
    }),
  )
})
