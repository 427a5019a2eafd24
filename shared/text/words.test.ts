import { expect, test } from 'vitest'
import { countWords } from './words.ts'

test.each([
  ['', 0],
  ['   \n\t ', 0],
  ['word', 1],
  ['two words', 2],
  ['well-known e-mail', 2],
  ['a — b – c', 3],
  ['word—word', 1],
  ["don’t don't", 2],
  ['3.5 and 1,000', 3],
  ['# Heading with five words here', 5],
  ['- one\n* two\n+ three', 3],
  ['1. one\n2) two', 2],
  ['> 1. quoted item', 2],
  ['1984\\. A year', 3],
  ['| a | b |\n| --- | :-: |\n| c | d |', 4],
  ['**bold** and *it*alic', 3],
  ['***', 0],
  ['see [the map](https://example.com/a_(b)?q=1 "A title") now', 4],
  ['see [the map](<a b c>) now', 4],
  ['![a picture](x.png)', 2],
  ['a note[^1] and one more [^long-label].', 5],
  ['[^1]: The note.', 2],
  ['as said [@smith, p. 3]', 5],
  ['bread &amp; butter', 2],
  ['ten&nbsp;km', 2],
  ['naïve café', 2],
  ['cafe\u0301 noir', 2],
  ['我喜欢写作。', 5],
  ['我用iPhone手机', 5],
  ['カードを読む', 6],
  ['ﾊﾟｿｺﾝ', 5],
  ['時々、〇', 3],
  ['안녕하세요 세계', 2],
  ['ภาษาไทย', 2],
  ['ภาษาไทย and English', 4],
  ['مرحبا بالعالم', 2],
  ['שלום עולם', 2],
  ['👍 good', 1],
  ['𠮷野家', 3],
  ['ＡＢＣ １２', 2],
  ['lone \ud800 half', 2],
  ['a\u2028b', 2],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words)
})

test('100,000 words take under 60 ms', () => {
  const text = 'The harbour-master’s log, kept since 1984, says nothing of it. '.repeat(10_000)
  countWords(text)
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now()
    expect(countWords(text)).toBe(100_000)
    return performance.now() - start
  })
  expect(Math.min(...times)).toBeLessThan(60)
})

test.each(['](', '](a "', '](a (', '[^', '[^a', '&', '&a', '> ', ' ', '1', '](<'])(
  'a text of nothing but %j is counted at once',
  (piece) => {
    const start = performance.now()
    countWords(piece.repeat(50_000))
    expect(performance.now() - start).toBeLessThan(500)
  },
)
