import { expect, test } from 'vitest'
import { edited } from '../text/edits.ts'
import { termsTwoWays } from './terms.ts'
import { atOnce } from '../stepwise.ts'

const mended = (language: string, ...texts: readonly string[]): readonly string[] =>
  atOnce(
    termsTwoWays(
      texts.map((text, i) => ({ section: `section:${i + 1}` as const, text })),
      language,
    ),
  ).map(
    ({ section, edits }) =>
      `${section.slice(8)}: ${edited(texts[Number(section.slice(8)) - 1] ?? '', edits)}`,
  )

const maren = 'So Maren sat. Then Maren sang, and Maren slept, and Maren woke.'

test.each<readonly [string, string, readonly string[], readonly string[]]>([
  [
    'an accent',
    'en',
    ['We met Inés. Then Inés left with Inés.', 'She saw Ines. “Ines!”'],
    ['2: She saw Inés. “Inés!”'],
  ],
  [
    'a hyphen',
    'en',
    ['An email, and emails by email.', 'E-mail came. Send e-mail.'],
    ['2: Email came. Send email.'],
  ],
  ['of equals the first', 'en', ['We cooperate.', 'They co-operate.'], ['2: They cooperate.']],
  ['a slip in a name', 'en', [maren, 'They saw Marren there.'], ['2: They saw Maren there.']],
  ['its possessive', 'en', [maren, 'It was Marren’s boat.'], ['2: It was Maren’s boat.']],
  [
    'British and American',
    'en',
    ['The colour of the harbour.', 'A grey centre.', 'The color of the theater.'],
    ['3: The colour of the theatre.'],
  ],
  ['not where the brief says which', 'en-GB', ['The colour.', 'The color.'], []],
  ['names that differ at their end', 'en', [maren, 'They saw Marena there.'], []],
  ['two names that both stand often', 'en', [maren, maren.replaceAll('Maren', 'Marten')], []],
  ['words that an accent makes others', 'en', ['They resume.', 'Her résumé.'], []],
  ['words of other languages', 'es', ['Para él y el otro, más.', 'El mas alto.'], []],
  ['re- makes another word', 'en', ['They recover.', 'They re-cover it.'], []],
  ['code and links', 'en', ['By email.', 'See `e-mail` and [it](http://x.org/e-mail).'], []],
  [
    'a term in capitals',
    'en',
    ['So the Harbour Board met; and the Harbour Board voted.', 'Then the harbour board rose.'],
    ['2: Then the Harbour Board rose.'],
  ],
  [
    'a term in small letters',
    'en',
    ['So the low water came; after the low water it rose.', 'Then the Low Water came.'],
    ['2: Then the low water came.'],
  ],
  [
    'names at the start of a sentence',
    'en',
    ['Low water came; after low water it rose.', 'Low Water came.'],
    [],
  ],
  ['nothing', 'en', ['One.', 'Two.'], []],
])('%s', (_, language, texts, expected) => {
  expect(mended(language, ...texts)).toEqual(expected)
})
