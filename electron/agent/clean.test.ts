import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clean } from './clean.ts'

const same = (text: string): readonly [string, string] => [text, text]

test.each([
  ['prose', ...same('The ferry left.')],
  ['an opening remark', 'Sure, here is the section you asked for:\n\nThe ferry left.', 'The ferry left.'],
  ['another', "Here's Chapter 1:\nThe ferry left.", 'The ferry left.'],
  ['a remark and a rule', 'Certainly! Below is the section.\n\n---\n\nThe ferry left.', 'The ferry left.'],
  ['two remarks', 'Understood!\n\nHere is the revised section:\n\nThe ferry left.', 'The ferry left.'],
  [
    'thinking aloud',
    'Okay, I need to write the section about the ferry.\n\nThe ferry left.',
    'The ferry left.',
  ],
  [
    'a remark on a continuation',
    'Continuing from where the section broke off:\n\nThe ferry left.',
    'The ferry left.',
  ],
  ['a Chinese remark', '好的，以下是第一章：\n\n渡轮开走了。', '渡轮开走了。'],
  ['a German remark', 'Hier ist der überarbeitete Abschnitt:\n\nDie Fähre fuhr ab.', 'Die Fähre fuhr ab.'],
  ['a French remark', 'Voici la suite :\n\nLe bac partit.', 'Le bac partit.'],
  ['prose that begins alike', ...same('Sure, he said, and went on.')],
  ['the same in a line of its own', ...same('Here they were at last.\n\nThe ferry left.')],
  ['prose that opens with Of course', ...same('Of course the ferry was late again.\n\nShe waited.')],
  ['prose that opens so and is short', ...same('Of course.\n\nShe waited.')],
  [
    'prose that opens with Here is',
    ...same('Here is what the harbour master said, word for word:\n\nGo home.'),
  ],
  ['a bare Sure', 'Sure!\n\nThe ferry left.', 'The ferry left.'],
  ['two blocks of code', ...same('```sh\nmake\n```\n\nThen:\n\n```sh\nmake install\n```')],
  ['a fence', '```markdown\nThe ferry left.\n```', 'The ferry left.'],
  ['a fence that never closes', '```markdown\nThe ferry left.', 'The ferry left.'],
  ['a remark and a fence', 'Here is the section:\n\n```\nThe ferry left.\n```', 'The ferry left.'],
  ['a fence and a farewell', '```\nThe ferry left.\n```\n\nI hope this helps!', 'The ferry left.'],
  ['the fence of the prompt', '"""\nThe ferry left.\n"""', 'The ferry left.'],
  ['code that never closes', ...same('Run it:\n\n```sh\nmake')],
  ['thinking', '<think>They want a ferry.</think>\nThe ferry left.', 'The ferry left.'],
  ['thinking that never ended', '<think>They want a ferry', ''],
  ['the token of an end', 'The ferry left.<|im_end|>', 'The ferry left.'],
  ['what comes after it', 'The ferry left.</s>\n[INST] And then? [/INST] It sank.', 'The ferry left.'],
  ['tokens of a beginning', '<|im_start|>assistant\nThe ferry left.', 'The ferry left.'],
  [
    'headers of a beginning',
    '<|start_header_id|>assistant<|end_header_id|>\n\nThe ferry left.<|eot_id|>',
    'The ferry left.',
  ],
  ['tokens in code', ...same('The token `<|im_end|>` ends a turn.')],
  ['its own title as a heading', '## Chapter 1\n\nThe ferry left.', 'The ferry left.'],
  ['its own title in bold', '**Chapter 1:**\n\nThe ferry left.', 'The ferry left.'],
  ['its own title alone', 'Chapter 1\n\nThe ferry left.', 'The ferry left.'],
  ['its own title with a number', '# Section 3 of 12: Chapter 1\n\nThe ferry left.', 'The ferry left.'],
  ['a first line that says it', ...same('Chapter 1.\n\nThe ferry left.')],
  ['a heading of its own', ...same('## Low water\n\nThe ferry left.')],
  ['Windows line ends', 'One.\r\n\r\nTwo.', 'One.\n\nTwo.'],
  ['a farewell', 'The ferry left.\n\nI hope this helps! Let me know if you want changes.', 'The ferry left.'],
  ['an offer', 'The ferry left.\n\nWould you like me to continue with the next section?', 'The ferry left.'],
  ['an end', 'The ferry left.\n\n[End of section]', 'The ferry left.'],
  ['another end', 'The ferry left.\n\n--- End of Chapter 1 ---', 'The ferry left.'],
  ['a count', 'The ferry left.\n\n(Word count: 350)', 'The ferry left.'],
  ['a count in the same line', 'The ferry left. (350 words)', 'The ferry left.'],
  [
    'a rule, a count and a farewell',
    'The ferry left.\n\n---\n\n**Word count:** 350\n\nFeel free to ask.',
    'The ferry left.',
  ],
  ['a note', 'The ferry left.\n\n*Note: I have kept the section within 350 words.*', 'The ferry left.'],
  ['a Chinese end', '渡轮开走了。\n\n（本章完）', '渡轮开走了。'],
  ['a Chinese count', '渡轮开走了。（约350字）', '渡轮开走了。'],
  [
    'a German farewell',
    'Die Fähre fuhr ab.\n\nIch hoffe, dass dieser Text Ihnen hilft.',
    'Die Fähre fuhr ab.',
  ],
  [
    'a letter’s farewell',
    ...same('The ferry left.\n\nI hope you will come. Let me know when the tide turns.'),
  ],
  ['the end of a story', ...same('The ferry left.\n\nThe End')],
  ['a count that belongs', ...same('The ferry left.\n\nHis last letter had 350 words, and none was of her.')],
])('%s', (_, reply, expected) => {
  expect(clean(reply, 'Chapter 1')).toBe(expected)
})

describe('what only reads like a remark or a farewell stays', () => {
  const body = 'Unscrew the cap and lift the filter out of its housing. Rinse it under cold water.'

  test.each([
    'If you need to change the filter again, go back to the first step.',
    'Feel free to ask at the desk for a new key.',
    'Let me know if you want the boat in May.',
    '— Shall I go on?',
    'Shall I go on?',
    'Note that this section of the pipe is under pressure.',
    'Please note that the above section of hull must be dry.',
    'If you want to continue on foot, take the coast path at the lighthouse.',
    'I have kept the length of rope you asked for, and the word I gave you.',
    'End of the day, and nobody had come',
    'The end of the chapter of my life that began in Oslo',
    'Would you like to change the date of your booking? Call the office.',
    'Do you want to change lines? Take the stairs.',
    'I hope it works between you and Ann.',
    '如果您需要更多时间，请告诉船长。',
    'Espero que esto termine pronto, querida Ana.',
  ])('below: %s', (last) => {
    expect(clean(`${body}\n\n${last}`, 'Filters')).toBe(`${body}\n\n${last}`)
  })

  test.each([
    'Of course this is the part of the story that nobody believed.',
    'This is the section of the coast where the ferry sank.',
    'This is the section of the pipe where it leaks:',
    'Great revised plans hung on the wall.',
    'Understood: the chapter was closed.',
    'Let me continue with the week 3 of the strike.',
  ])('above: %s', (first) => {
    expect(clean(`${first}\n\n${body}`, 'Filters')).toBe(`${first}\n\n${body}`)
  })

  test.each([
    'Here is the section of the report you asked for:',
    'Here is Chapter 3 of the novel:',
    'Here is the revised and shortened version:',
  ])('and a remark goes: %s', (first) => {
    expect(clean(`${first}\n\n${body}`, 'Filters')).toBe(body)
  })

  test.each([
    'Let me know if you would like me to revise this section or go on with the next chapter.',
    'I hope this section meets your requirements.',
    'I’ve kept the section within 350 words, as requested.',
    'Would you like me to continue with the next chapter?',
    'This section is approximately 350 words long.',
    'Please note that I have followed all the instructions.',
    'End of Section 3: Filters',
    '需要我继续写下一章吗？',
  ])('and a farewell goes: %s', (last) => {
    expect(clean(`${body}\n\n${last}`, 'Filters')).toBe(body)
  })
})

describe('what stands in the text that was given stays, mended or not', () => {
  test.each([
    ['a letter’s end', 'Dear Ann,\n\nIt rained.\n\nLet me know if you need any changes.'],
    ['a text about the work', 'It rained.\n\nThis section meets all the requirements of the plan.'],
    ['a beginning', 'Here is the section you asked for:\n\nIt rained.'],
    ['its title', '# Chapter 1\n\nIt rained.'],
    ['its title in a line', 'Chapter 1\n\nIt rained.'],
    ['a count', 'It rained. (350 words)'],
    ['a fence', '"""\nA poem,\nin lines.\n"""'],
    ['code', '```\ncode here\n```'],
    ['tokens', 'She wrote `x` and [INST] on the wall.\n\nIt rained.'],
    ['a thought', 'A text on <thinking> aloud.\n\nIt rained.'],
  ])('%s', (_, given) => {
    expect(clean(given, 'Chapter 1', given)).toBe(given)
    const mended = given.replace('rained', 'poured').replace('need', 'wish for').replace('poem', 'verse')
    expect(clean(mended, 'Chapter 1', given)).toBe(mended)
  })

  test('and what was added to it goes', () => {
    const given = '# Chapter 1\n\nIt rained.\n\nLet me know if you want the boat in May.'
    const reply = `Here is the revised section:\n\n${given}\n\n---\n\nI hope this section meets your needs.`
    expect(clean(reply, 'Chapter 1', given)).toBe(given)
    expect(clean(`"""\n"""\nA poem.\n"""\n"""`, 'T', '"""\nA poem.\n"""')).toBe('"""\nA poem.\n"""')
  })
})

const sentence = fc
  .array(fc.stringMatching(/^[a-z]{1,9}$/u), { minLength: 3, maxLength: 8 })
  .map((words) => `It was ${words.join(' ')}.`)

test('ordinary prose comes back as it is, and cleaning twice is cleaning once', () => {
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), (all) => {
      expect(clean(all.join('\n\n'), 'Chapter 1')).toBe(all.join('\n\n'))
    }),
  )
  const any = fc.array(
    fc.oneof(
      sentence,
      fc.constantFrom('Sure!', '## Chapter 1', '[End of section]', '```', '---', '</s>', '(12 words)'),
    ),
  )
  fc.assert(
    fc.property(any, (all) => {
      const once = clean(all.join('\n\n'), 'Chapter 1')
      expect(clean(once, 'Chapter 1')).toBe(once)
    }),
  )
})
