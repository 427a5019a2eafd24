import * as fc from 'fast-check'

/** What Markdown is made of, whole and broken, and characters that trip parsers. */
const pieces = [
  ...['a', 'b', 'word', ' ', '  ', '\n', '\n', '\n\n', '\n\n\n', '\r\n', '\r', '\t', '    ', '   ', '\\', '\\\n', '  \n'],
  ...['# ', '## ', '#', '- ', '* ', '+ ', '-', '1. ', '2) ', '1.', '10. ', '> ', '>', '```', '~~~', '````', '---', '***'],
  ...['*', '**', '***', '_', '__', '~~', '~', '`', '``', '[', ']', '(', ')', '](', '![', '!', '<', '>', '&', ';', '|'],
  ...['| a |', '| - |', '|-|', '|:-|\n', '| a | b |\n| - | - |\n| c | d |\n', '=', '===', '-', '1', '.', ':', '"', "'"],
  ...['[^1]', '[^1]: ', '[^', '[@a]', '[@a, p. 3; @b]', '[@', '[a](b)', '[a](<b> "c")', '![a](b)', '<http://a.b>'],
  ...['&amp;', '&#x20;', '&#0;', '&', '<b>', '<!--', '-->', '<div>\n', 'http://x_y_', '[a]: b\n', '[a][b]', '\\*', '\\['],
  ...['“', '”', '—', '…', '我', '的', '。', '「', '」', 'か', '한', 'é', 'e\u0301', 'ש', 'ل', '🎉', '👩‍👩‍👧', '\u00a0', '\u3000'],
  ...['\0', '\ufeff', '\u2028', '\u200b', '\ud800', '\udc00', '\u000b', '\f', '\u0085'],
] as const

/** Texts dense with Markdown, well formed or not. */
export const markdownTexts = (maxLength = 40): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength }).map((found) => found.join('')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength }) },
  )
