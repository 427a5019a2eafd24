import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutAtSentence, endsWhole, sentences } from './sentences.ts'
import { countWords } from './words.ts'

const split = (text: string): readonly string[] => sentences(text).map(({ from, to }) => text.slice(from, to))

test.each([
  ['', []],
  [' \n ', []],
  ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
  ['Mr. Wu met Dr. Lin. They spoke.', ['Mr. Wu met Dr. Lin.', 'They spoke.']],
  ['It cost 3.5 crowns. Nobody paid.', ['It cost 3.5 crowns.', 'Nobody paid.']],
  ['See e.g. Paris or i.e. London. Then go.', ['See e.g. Paris or i.e. London.', 'Then go.']],
  ['J. R. R. Tolkien wrote. I read.', ['J. R. R. Tolkien wrote.', 'I read.']],
  ['The U.S. Army left. It was I. Nobody else.', ['The U.S. Army left.', 'It was I.', 'Nobody else.']],
  ['We met at 5 p.m. in town. It rained.', ['We met at 5 p.m. in town.', 'It rained.']],
  ['See p. 7 and Fig. 2. He said no. Then left.', ['See p. 7 and Fig. 2.', 'He said no.', 'Then left.']],
  ['“Stop!” he cried. “Why?” “Because.”', ['“Stop!” he cried.', '“Why?”', '“Because.”']],
  ['Well… maybe. Well… Maybe.', ['Well… maybe.', 'Well…', 'Maybe.']],
  ['He paused ... then spoke. "Go."', ['He paused ... then spoke.', '"Go."']],
  ['Noted.[^1] Cited [@lin, p. 3]. Done.', ['Noted.[^1]', 'Cited [@lin, p. 3].', 'Done.']],
  ['**Bold.** *It was.* End.', ['**Bold.**', '*It was.*', 'End.']],
  ['(An aside.) Next.', ['(An aside.)', 'Next.']],
  ['In 1984. Then came 1985. End.', ['In 1984.', 'Then came 1985.', 'End.']],
  ['1. First item. More.\n2. Second item', ['1. First item.', 'More.', '2. Second item']],
  ['One line\nand its second. Next.', ['One line\nand its second.', 'Next.']],
  ['A paragraph\n\nanother one.', ['A paragraph', 'another one.']],
  ['# A title. With stops\nText. More.', ['# A title. With stops', 'Text.', 'More.']],
  ['| a. B | c |\n| --- | --- |\n\nText.', ['| a. B | c |\n| --- | --- |', 'Text.']],
  ['```\nA. B. C.\n\nD.\n```\nText.', ['```\nA. B. C.\n\nD.\n```', 'Text.']],
  ['我来了。他说：“走吧！”我们走了。', ['我来了。', '他说：“走吧！”', '我们走了。']],
  ['彼は「行く。」と言った。終わり。', ['彼は「行く。」と言った。', '終わり。']],
  ['你好.我来了.', ['你好.', '我来了.']],
  ['هل تعرف؟ نعم. انتهى.', ['هل تعرف؟', 'نعم.', 'انتهى.']],
  ['שלום. מה נשמע?', ['שלום.', 'מה נשמע?']],
  ['यह पहला है। यह दूसरा है।', ['यह पहला है।', 'यह दूसरा है।']],
  ['Great 🎉! Yes. 👍 End', ['Great 🎉!', 'Yes. 👍', 'End']],
  ['So it was. [@lin, p. 3] Then on.', ['So it was. [@lin, p. 3]', 'Then on.']],
  ['z.B. Berlin und Nr. 5 sind da. Gut.', ['z.B. Berlin und Nr. 5 sind da.', 'Gut.']],
])('the sentences of %j', (text, wanted) => {
  expect(split(text)).toEqual(wanted)
})

test.each([
  ['', false],
  ['It ends.', true],
  ['It ends.  \n', true],
  ['It breaks off in', false],
  ['He met Mr.', false],
  ['Lists, tables, etc.', true],
  ['As in Smith et al.', true],
  ['“Go.”', true],
  ['He said “go', false],
  ['*It ends.*', true],
  ['It ends.[^3]', true],
  ['It ends. [@lin]', true],
  ['It ends! 🎉', true],
  ['完了。', true],
  ['他说：“完了。”', true],
  ['还没有', false],
  ['Text.\n\n- an item', true],
  ['Text.\n\n## Heading', true],
  ['| a | b |\n| - | - |\n| c | d |', true],
  ['| a | b |\n| - | - |\n| c | d', false],
  ['```\ncode\n```', true],
  ['```\ncode', false],
  ['Text.\n\n***', true],
  ['Text.\n\n**The End**', true],
  ['Text.\n\n**The E', false],
  ['Really?!', true],
  ['And then…', true],
  ['And then,', false],
])('%j ends whole: %s', (text, whole) => {
  expect(endsWhole(text)).toBe(whole)
})

test.each([
  ['One two. Three four. Five six.', 4, 'One two. Three four.'],
  ['One two. Three four. Five six.', 5, 'One two. Three four.'],
  ['One two. Three four.', 9, 'One two. Three four.'],
  ['One two. Three four.\n', 9, 'One two. Three four.\n'],
  ['One two. Three four and', 9, 'One two.'],
  ['One two. Three four and', Infinity, 'One two.'],
  ['One two three four. Five.', 2, 'One two three four.'],
  ['No sentence ends in here', 2, 'No sentence ends in here'],
  ['Text here.\n\n# Next\n\nMore words stand here.', 4, 'Text here.'],
  ['# Title\n\nText here. More.', 1, '# Title\n\nText here.'],
  ['Text here.\n\n# Last', 9, 'Text here.\n\n# Last'],
  ['我来了。他走了。你呢？', 6, '我来了。他走了。'],
  ['', 5, ''],
])('%j cut to %d words', (text, most, wanted) => {
  expect(cutAtSentence(text, most)).toBe(wanted)
})

const pieces = [
  'One',
  ' two',
  '.',
  ' ',
  '\n',
  '\n\n',
  '“',
  '”',
  '我',
  '。',
  '# ',
  '- ',
  '| a |',
  '```',
  'Mr.',
  '…',
  '3.5',
]
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
)

test('sentences lie in order, apart, not empty, and leave out nothing but white space', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const found = sentences(text)
      const gaps = [0, ...found.map(({ to }) => to)].map((from, i) => text.slice(from, found[i]?.from))
      expect(gaps.join('').trim()).toBe('')
      expect(found.every(({ from, to }) => text.slice(from, to).trim() !== '')).toBe(true)
    }),
  )
})

test('a cut is a beginning of the text, within the words or one sentence, and ends whole if it is cut at all', () => {
  fc.assert(
    fc.property(texts, fc.nat({ max: 12 }), (text, most) => {
      const cut = cutAtSentence(text, most)
      expect(text.startsWith(cut)).toBe(true)
      expect(cut === '').toBe(text === '')
      if (cut === text) return
      expect(endsWhole(cut)).toBe(true)
      const shorter = sentences(text).flatMap(({ to }) => (to < cut.length ? [text.slice(0, to)] : []))
      const ends = shorter.filter(
        (part) => endsWhole(part) && !/^\s*#{1,6}(?:\s[^\r\n]*)?$/mu.test(part.slice(-40)),
      )
      expect(countWords(cut) <= most || ends.length === 0).toBe(true)
    }),
  )
})

test.each(['. ', '.', 'a.\n', '```\n', '“', '> ', '- ', '\n', '.[^a', 'Mr. ', '**', '| ', '...\n\n'])(
  'a text of nothing but %j is split at once',
  (piece) => {
    const start = performance.now()
    sentences(piece.repeat(20_000))
    expect(performance.now() - start).toBeLessThan(1000)
  },
)
