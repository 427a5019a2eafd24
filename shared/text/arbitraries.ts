import * as fc from 'fast-check'

const letters = 'a b word 1 . : ; = “ ” — … é e\u0301 我 的 。 「 」 か 한 ש ل 🎉 👩‍👩‍👧 http://x_y_ " \''.split(
  ' ',
)
const marks =
  '* ** *** _ __ ~ ~~ ` `` [ ] ( ) ]( ![ ! < > & | \\ \\* \\[ [^1] [^ [@ [@a] [@a](b) [a][b] &amp; &#x20; &#0;'
const starts =
  '#,# ,## ,- ,* ,+ ,-,1. ,2) ,10. ,1.,> ,>,```,~~~,````,---,***,===,[^1]: ,| a |,| - |,|-|,<div>,<!--,-->'
const spaces = [
  ' ',
  '  ',
  '   ',
  '    ',
  '\t',
  '\n',
  '\n',
  '\n\n',
  '\n\n\n',
  '\r\n',
  '\r',
  '\\\n',
  '  \n',
  '\n- ',
  '\n> ',
]
const whole = [
  '[@a, p. 3; @b]',
  '[a](b)',
  '[a](<b> "c")',
  '![a](b)',
  '<http://a.b>',
  '[a]: b\n',
  '| a | b |\n| :- | - |\n| c \\| | `d` |\n',
  '```js\na\n```\n',
  '\n\n- a\n\n  b\n- c\n',
]
const odd = [
  '\0',
  '\ufeff',
  '\u2028',
  '\u200b',
  '\ud800',
  '\udc00',
  '\u000b',
  '\f',
  '\u0085',
  '\u00a0',
  '\u3000',
]

const pieces = [letters, marks.split(' '), starts.split(','), spaces, whole, odd].flat()

/** Texts dense with Markdown, well formed or not, and with characters that trip parsers. */
export const markdownTexts = (maxLength = 40): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength }).map((found) => found.join('')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength }) },
  )
