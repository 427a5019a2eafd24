import { expect, test } from 'vitest'
import { check, type Demand } from './demand.ts'

type Voice = Extract<Demand, { kind: 'voice' }>['params']

const I =
  'I walked down to the quay and looked for my brother, who had left before the rain came and took our boat with him. We had been there for most of the day, and I was tired of it. My coat was wet.'
const she =
  'She walked down to the quay and looked for her brother, who had left before the rain came and took the boat with him. They had been there for most of the day, and she was tired of it. Her coat was wet.'
const you =
  'You walk down to the quay and look for your brother, who leaves before the rain comes and takes the boat with him. You are there for most of the day, and you have had enough of it. Your coat is wet.'
const now =
  'She walks down to the quay and looks for her brother, who is there before the rain comes and takes the boat with him. It is late, and she has no coat. He says that the boat is old, and she knows that it is.'
const said =
  '“I walked down to the quay and looked for my brother,” she said. “We had our boat, I had my coat, and I was glad.”'
const ich =
  'Ich ging zum Hafen und suchte meinen Bruder, der vor dem Regen gegangen war und unser Boot mit sich genommen hatte. Wir waren den ganzen Tag dort, und ich war müde. Mein Mantel war nass und die Schuhe auch, aber das war mir gleich.'
const elle =
  'Elle est descendue au port et elle a cherché son frère, qui était parti avant la pluie avec la barque. Ils étaient là depuis le matin, et elle était lasse de tout cela. Le manteau était trempé et les souliers aussi, mais ce n’était pas grave.'

test.each<[string, Voice, string, string | null]>([
  ['a first person', { person: 'first' }, I, 'kept'],
  ['a third person', { person: 'third' }, she, 'kept'],
  ['a second person', { person: 'second' }, you, 'kept'],
  ['no first person', { person: 'first' }, she, 'broken'],
  ['a first person where a third is wanted', { person: 'third' }, I, 'broken'],
  ['no second person', { person: 'second' }, she, 'broken'],
  ['a first person in dialogue alone is none', { person: 'third' }, `${she}\n\n${said}`, 'kept'],
  ['… nor does it make a voice', { person: 'first' }, `${she}\n\n${said}`, 'broken'],
  ['one slip', { person: 'third' }, `${she} ${she} ${she} I think.`, null],
  ['too short to tell', { person: 'first' }, 'She walked.', null],
  ['nothing', { person: 'third' }, '', null],
  ['German', { person: 'first' }, ich, 'kept'],
  ['German, wrong', { person: 'third' }, ich, 'broken'],
  ['French', { person: 'third' }, elle, 'kept'],
  ['French, wrong', { person: 'first' }, elle, 'broken'],
  ['Chinese leaves pronouns out', { person: 'first' }, '走到码头，等了一天，船没有来。'.repeat(9), null],
  ['past', { tense: 'past' }, she, 'kept'],
  ['past, wrong', { tense: 'past' }, now, 'broken'],
  ['present', { tense: 'present' }, now, 'kept'],
  ['present, wrong', { tense: 'present' }, she, 'broken'],
  ['both', { tense: 'present' }, `${she} ${now}`, null],
  ['tense of another language', { tense: 'past' }, ich, null],
  ['person and tense', { person: 'first', tense: 'past' }, I, 'kept'],
  ['person right, tense wrong', { person: 'third', tense: 'past' }, now, 'broken'],
  ['whose eyes, a reader tells', { of: 'Ines' }, she, null],
  ['… unless the person is wrong', { person: 'first', of: 'Ines' }, she, 'broken'],
  ['markup and lists', { person: 'first' }, `## Notes\n\n- **I** ${I}\n- _my_ ${I}`, 'kept'],
])('%s', (_, params, text, verdict) => {
  expect(check({ kind: 'voice', params }, text)?.verdict ?? null).toBe(verdict)
})

test.each<[Voice, string, string | undefined]>([
  [{ person: 'third' }, `${she} ${I}`, 'I walked down to the quay'],
  [{ person: 'first' }, I, 'I walked down to the quay'],
  [{ tense: 'past' }, now, 'She walks down to the quay'],
])('%j shows the place', (params, text, begin) => {
  expect(check({ kind: 'voice', params }, text)?.quote?.startsWith(begin ?? '')).toBe(true)
})
