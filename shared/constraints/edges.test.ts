import { expect, test } from 'vitest'
import { check } from './demand.ts'
import type { Edge } from './forms.ts'

const said = (kind: 'opening' | 'closing', params: Edge, text: string): readonly (string | undefined)[] => {
  const found = check({ kind, params }, text)
  return [found?.verdict, found?.quote]
}

test.each<[Edge, string, string, string?]>([
  [{ text: 'Dear diary' }, 'Dear diary, it rained.', 'kept', 'Dear diary, it rained.'],
  [{ text: 'Dear diary' }, '**Dear** Diary — so.', 'kept'],
  [{ text: 'Dear diary' }, 'Oh, dear diary.', 'broken', 'Oh, dear diary.'],
  [{ text: 'Dear' }, 'Dearest diary.', 'broken'],
  [{ text: 'Dear diary' }, '## Week 3\n\nDear diary.', 'kept', 'Dear diary.'],
  [{ text: 'Week 3' }, '## Week 3\n\nDear diary.', 'kept', 'Week 3'],
  [{ text: '“Who goes there?”' }, '"Who goes there?" she asked.', 'kept'],
  [{ text: '亲爱的日记' }, '亲爱的日记：今天下雨。', 'kept'],
  [{ text: 'One two. Three' }, 'One two.\n\nThree four.', 'kept'],
  [{ form: 'question' }, 'Who goes there? Nobody.', 'kept', 'Who goes there?'],
  [{ form: 'question' }, '“Who goes there?” she asked.', 'kept'],
  [{ form: 'question' }, 'Nobody came. Why?', 'broken'],
  [{ form: 'question' }, '谁在那里？没有人。', 'kept', '谁在那里？'],
  [{ form: 'exclamation' }, 'No! It rained.', 'kept', 'No!'],
  [{ form: 'exclamation' }, 'It rained! No.', 'kept'],
  [{ form: 'exclamation' }, 'It rained.', 'broken'],
  [{ form: 'dialogue' }, '“Come,” she said.', 'kept'],
  [{ form: 'dialogue' }, 'The “old” road.', 'broken'],
  [{ form: 'dialogue' }, '— Entrez, dit-elle.', 'kept'],
  [{ form: 'date' }, 'Monday, 13 May 2018. It rained.', 'kept'],
  [{ form: 'date' }, 'May 13: it rained.', 'kept'],
  [{ form: 'date' }, '### 2018-05-13\n\nIt rained.', 'kept'],
  [{ form: 'date' }, 'The 13th of May was wet.', 'kept'],
  [{ form: 'date' }, '3. Mai. Es regnete.', 'kept'],
  [{ form: 'date' }, '5月13日，下雨。', 'kept'],
  [{ form: 'date' }, '五月十三日，下雨。', 'kept'],
  [{ form: 'date' }, 'It may rain 13 times.', 'broken'],
  [{ form: 'date' }, 'They march 5 abreast.', 'broken'],
  [{ form: 'list' }, '- one\n- two\n\nText.', 'kept', 'one'],
  [{ form: 'list' }, 'Text:\n\n- one', 'broken', 'Text:'],
  [{ form: 'date', text: 'At sea' }, 'At sea, 3 May. Wind.', 'kept'],
  [{ form: 'date', text: 'At sea' }, 'At sea. Wind.', 'broken'],
  [{ text: 'a' }, '', 'broken'],
])('opens with %j: %j is %s', (edge, text, verdict, quote) => {
  const [found, place] = said('opening', edge, text)
  expect(found).toBe(verdict)
  if (quote !== undefined) expect(place).toBe(quote)
})

test.each<[Edge, string, string, string?]>([
  [{ text: 'The end' }, 'It was over. The end.', 'kept', 'The end.'],
  [{ text: 'the end' }, 'It was over. **THE END**', 'kept'],
  [{ text: 'end' }, 'It was the weekend.', 'broken'],
  [{ text: 'The end' }, 'The end came. So.', 'broken', 'So.'],
  [{ text: 'so it goes.' }, 'He said: “So it goes.”', 'kept'],
  [{ text: '完' }, '潮水退了。完', 'kept'],
  [{ text: 'The end' }, 'The end.[^1]\n\n[^1]: A note.', 'kept'],
  [{ text: 'The end' }, 'The end.\n\n---', 'kept'],
  [{ form: 'question' }, 'It rained. Why?', 'kept', 'Why?'],
  [{ form: 'question' }, '“Why?” she asked.', 'broken'],
  [{ form: 'question' }, 'She asked: “Why?”', 'kept'],
  [{ form: 'exclamation' }, 'At last!', 'kept'],
  [{ form: 'exclamation' }, '终于到了！', 'kept'],
  [{ form: 'dialogue' }, 'It rained. “Go,” he said.', 'kept'],
  [{ form: 'dialogue' }, '“Go,” he said. It rained.', 'broken'],
  [{ form: 'date' }, 'Yours, Ines, 13 May', 'kept'],
  [
    { form: 'date' },
    'On 13 May it was over, and nobody in the whole town had said a word about it since then.',
    'broken',
  ],
  [{ form: 'list' }, 'Text:\n\n- one\n- two', 'kept'],
  [{ form: 'list' }, '- one\n\nText.', 'broken', 'Text.'],
  [{ form: 'question' }, '', 'broken'],
])('closes with %j: %j is %s', (edge, text, verdict, quote) => {
  const [found, place] = said('closing', edge, text)
  expect(found).toBe(verdict)
  if (quote !== undefined) expect(place).toBe(quote)
})
