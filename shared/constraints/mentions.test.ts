import { expect, test } from 'vitest'
import { bearsOut, check } from './demand.ts'

const said = (text: string, wanted: string, loosely?: true): readonly [string | null, string | undefined] => {
  const found = check({ kind: 'mentions', params: { text: wanted, ...(loosely && { loosely }) } }, text)
  return [found?.contestable ? 'contestable' : (found?.verdict ?? null), found?.quote]
}

test.each([
  ["We saw The Tide's turn (a+b) at noon.", 'the tide’s turn (a+b)', 'kept', "The Tide's turn (a+b)"],
  ['We saw the tide’s\nturn (a+b).', 'the tide’s turn (a+b)', 'kept', 'the tide’s turn (a+b)'],
  ['We saw the tide turn.', 'the tide’s turn', 'broken', undefined],
  ['The **tide** tables hang here.', 'tide tables', 'kept', 'tide tables'],
  ['The party; a part.', 'art', 'broken', undefined],
  ['artful art', 'art', 'kept', 'art'],
  ['Über Café', 'über café', 'kept', 'Über Café'],
  ['Cafe\u0301 noir', 'café', 'kept', 'Cafe\u0301'],
  ['他在潮位站等人。', '潮位站', 'kept', '潮位站'],
  ['她说：“好。”', '好', 'kept', '好'],
  ['| a | low water |\n|---|---|\n| b | c |', 'low water', 'kept', 'low water'],
  ['See [low water](http://tide.example).', 'tide.example', 'broken', undefined],
  ['5 — 6', '—', 'kept', '—'],
  ['', 'a', 'broken', undefined],
])('word for word: in %j, %j is %s', (text, wanted, verdict, quote) => {
  expect(said(text, wanted)).toEqual([verdict, quote])
})

test.each([
  [
    'It rained. I volunteered at the animal shelter again.',
    'Volunteer at the animal shelter',
    'kept',
    'I volunteered at the animal shelter again.',
  ],
  ['We attended the jazz club.', 'Attend a jazz club', 'kept', 'We attended the jazz club.'],
  ['The clubs were shut, but jazz is jazz; we attend to it.', 'attend jazz club', 'kept', undefined],
  ['We went to a jazz bar.', 'Attend a jazz club', 'contestable', undefined],
  ['We stayed in.', 'Attend a jazz club', 'broken', undefined],
  ['Jazz.\n\nWe attended.\n\nThe club.', 'Attend a jazz club', 'contestable', undefined],
  ['“Happy birthday, Ann!” we sang.', 'Sing happy birthday', 'kept', '“Happy birthday, Ann!” we sang.'],
  ['The shelter for animals needs volunteers.', 'volunteer animal shelter', 'kept', undefined],
  ['Sheltered, animated volumes.', 'Volunteer at the animal shelter', 'contestable', undefined],
  ['Animated volumes.', 'Volunteer at the animal shelter', 'broken', undefined],
  ['我昨天去参加了一个爵士的俱乐部。', '参加爵士俱乐部', 'kept', '我昨天去参加了一个爵士的俱乐部。'],
  ['我昨天去听爵士。', '参加爵士俱乐部', 'contestable', undefined],
  ['我昨天在家。', '参加爵士俱乐部', 'broken', undefined],
  ['- the **weather** was _warmer_', 'warmer weather', 'kept', 'the weather was warmer'],
  ['She bought two houses.', 'buying a house', 'kept', 'She bought two houses.'],
  ['It is what it is.', 'it is', 'kept', 'It is'],
  ['Nothing of it.', 'who are you', 'broken', undefined],
])('loosely: in %j, %j is %s', (text, wanted, verdict, quote) => {
  const [found, place] = said(text, wanted, true)
  expect([found, quote === undefined ? undefined : place]).toEqual([verdict, quote])
})

test.each([
  ['Attend a jazz club', 'We spent the night at the jazz club.', true],
  ['Attend a jazz club', 'We went to a jazz bar.', false],
  ['conference room', 'The conference was long.', false],
  ['conference room', 'They met in a room for conferences.', true],
  ['参加爵士俱乐部', '我们昨天去了爵士俱乐部。', true],
  ['参加爵士俱乐部', '我昨天去听爵士。', false],
])('whether %j is borne out by %j: %s', (text, quote, expected) => {
  expect(bearsOut({ kind: 'mentions', params: { text, loosely: true } }, quote)).toBe(expected)
})
