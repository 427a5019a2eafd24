import { expect, test } from 'vitest'
import { check } from './demand.ts'

const english =
  'The ferry left the quay before the rain came, and nobody was there to see it go. It was late in the year, and the boats had been brought in.'
const british =
  'The colour of the harbour was grey, and the travellers had cancelled their journey to the theatre.'
const american =
  'The color of the harbor was gray, and the travelers had canceled their journey to the theater.'
const french =
  'Le bac a quitté le quai avant la pluie, et il n’y avait personne pour le voir partir. C’était la fin de l’année et les bateaux étaient rentrés.'
const german =
  'Die Fähre hatte den Kai vor dem Regen verlassen, und niemand war da, der sie gehen sah. Es war spät im Jahr, und die Boote waren schon an Land.'

test.each<[string, string, string | null, string?]>([
  ['en', english, 'kept'],
  [
    'en',
    french,
    'broken',
    'Le bac a quitté le quai avant la pluie, et il n’y avait personne pour le voir partir.',
  ],
  ['fr', french, 'kept'],
  ['fr', german, 'broken'],
  ['de', german, 'kept'],
  ['de', 'Nein.', null],
  ['zh', '渡轮在下雨之前离开了码头，没有人看见。', 'kept'],
  ['zh', '渡し船は雨の前に岸壁を離れた。誰も見ていなかった。', 'broken'],
  ['ja', '渡し船は雨の前に岸壁を離れた。誰も見ていなかった。', 'kept'],
  ['zh-TW', '渡輪在下雨之前離開了碼頭，沒有人看見。', null],
  ['ru', english, 'broken'],
  ['ru', 'Паром ушёл до дождя.', null],
  ['en', '渡轮在下雨之前离开了码头。', 'broken'],
  [
    'sw',
    'Kivuko kiliondoka kabla ya mvua, na hakuna mtu aliyekiona kikienda zake asubuhi ile ya baridi kali sana huko pwani.',
    null,
  ],
  ['en', '12 + 13', null],
  ['en', '', null],
  ['en-GB', british, 'kept'],
  ['en-GB', american, 'broken', 'color'],
  ['en-US', american, 'kept'],
  ['en-US', british, 'broken', 'colour'],
  ['en-GB', english, null],
  ['en-GB', french, 'broken'],
  ['en-GB', 'They realize that the harbour is organized.', 'kept'],
  ['en-US', 'They realise it.', 'broken', 'realise'],
  ['en-GB', 'They came to Pearl Harbor and loved its colour.', 'kept'],
  ['en-GB', '“What **color** is it?”', 'broken', 'color'],
  ['en-US', 'It tasted of **grey** fog; programmer, tired, checked.', 'broken', 'grey'],
  ['en-GB', 'Humorists and honorary panels; the inventor, an author, four hours.', null],
  ['en-AU', 'The color of it.', 'broken', 'color'],
])('%s: %j is %s', (code, text, verdict, quote) => {
  const said = check({ kind: 'language', params: { code } }, text)
  expect(said?.verdict ?? null).toBe(verdict)
  if (quote !== undefined) expect(said?.quote).toBe(quote)
})
