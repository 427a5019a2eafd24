import { describe, expect, test } from 'vitest'
import { shown } from './test-shown.ts'

const chapters = { label: 'Chapter', count: 24 }

describe('matter', () => {
  test.each<[string, ...(readonly string[])]>([
    ['Include a restaurant in chapter 5.', '5 treat restaurant'],
    ['Please include a bell tower in chapter 5!', '5 treat bell tower'],
    ['Designate chapter 9 for tailoring use.', '9 treat tailoring'],
    ['Reserve chapter 9 for the garden party.', '9 treat garden party'],
    [
      'Allocate chapters 7 to 9 for a war council of the northern lords.',
      '7-9 treat war council of the northern lords',
    ],
    ['Set aside chapter 4 for the trial.', '4 treat trial'],
    [
      "Celebrate 'Harvest Home' in chapter 6 with a special dish: Pumpkin Pie.",
      '6 treat Harvest Home with a special dish: Pumpkin Pie',
    ],
    [
      "Schedule 'Quiz Night' every 3 chapters starting from chapter 2, serving: Cheese Boards.",
      '2+3 treat Quiz Night, serving: Cheese Boards',
    ],
    ['Walking the coast path in chapter 8-9.', '8-9 treat Walking the coast path'],
    [
      'Volunteer at the night shelter every 4 chapters from chapter 2.',
      '2+4 treat Volunteer at the night shelter',
    ],
    [
      'Chapter 3 introduces Ida, chapter 7 reveals the letter and chapter 12 ends in Rome.',
      '3 treat introduces Ida',
      '7 treat reveals the letter',
      '12 treat ends in Rome',
    ],
    [
      'The storm breaks in chapter 3, the dam in chapter 7, and the silence in chapter 12.',
      '3 treat The storm breaks',
      '7 treat the dam',
      '12 treat the silence',
    ],
    ['In chapter 3 Ida recalls the storm of chapter 2.', '3 treat Ida recalls the storm of chapter 2'],
    ['Chapter 9 echoes the opening of chapter 2', '9 treat echoes the opening of chapter 2'],
    ['Every chapter mentions the weather.', 'each treat weather'],
    [
      'Ensure that each chapter is uniquely planned to reflect the seasons.',
      'each rule Ensure that each chapter is uniquely planned to reflect the seasons',
    ],
    ['Make sure that chapter 4 has a duel.', '4 treat duel'],
    ['There must be a duel in chapter 4.', '4 treat duel'],
    ['Floor plan in chapter 4', '4 treat Floor plan'],
    ['(a duel, in chapter 4)', '4 treat duel'],
    ['Parts 2 and 3 of the map appear in chapter 4.', '4 treat Parts 2 and 3 of the map appear'],
  ])('%s', (text, ...expected) => {
    expect(shown(text, chapters)).toEqual(expected)
  })
})

describe('words in quotes', () => {
  test.each<[string, ...(readonly string[])]>([
    ['Say "salt and rope" in chapter 3.', '3 say salt and rope'],
    ['Chapter 3 must contain the words “salt and rope”.', '3 say salt and rope'],
    ['Mention ‘the blue door’ in every chapter.', 'each say the blue door'],
    ['Never say "suddenly".', 'all avoid suddenly'],
    ['Never use the word "suddenly" in chapters 1-5.', '1-5 avoid suddenly'],
    ['Do not use “very”.', 'all avoid very'],
    ["Don't mention Paris before chapter 10.", '1-9 avoid Paris'],
    ['Avoid mentioning Paris until chapter 10.', '1-9 avoid Paris'],
    ['Avoid the phrase "in the end".', 'all avoid in the end'],
    ['Repeat the phrase "salt and rope" exactly three times.', 'all repeat salt and rope 3-3'],
    ['Use the phrase "salt and rope" at least twice in chapter 4.', '4 repeat salt and rope 2-'],
    ['The word "ferry" may appear at most 5 times.', 'all repeat ferry -5'],
  ])('%s', (text, ...expected) => {
    expect(shown(text, chapters)).toEqual(expected)
  })
})

describe('what must not be', () => {
  test.each<[string, ...(readonly string[])]>([
    [
      'The name of the killer must not appear before chapter 20.',
      '1-19 rule The name of the killer must not appear before chapter 20',
    ],
    ['Ida must never meet her brother.', 'all rule Ida must never meet her brother'],
    ['Avoid clichés.', 'all rule Avoid clichés'],
    ['No swearing, please.', 'all rule No swearing, please'],
    ['After chapter 12 the dog is never mentioned again.', '13-24 avoid dog'],
    [
      'Do not let Ida leave the island until chapter 15.',
      '1-14 rule Do not let Ida leave the island until chapter 15',
    ],
    ['No dialogue in chapter 5.', '5 no dialogue'],
    ['There should be no tables.', 'all no table'],
    ['Tell it clearly, without any asides.', 'all rule Tell it clearly, without any asides'],
    ['The killer must be named before chapter 20.', 'all rule The killer must be named before chapter 20'],
  ])('%s', (text, ...expected) => {
    expect(shown(text, chapters)).toEqual(expected)
  })
})

describe('shapes', () => {
  test.each<[string, ...(readonly string[])]>([
    ['Each chapter must include a table.', 'each has table'],
    ['Include at least two questions in chapter 6.', '6 has question 2'],
    ['Chapter 6 should contain a bulleted list.', '6 has list'],
    ['Every chapter has a heading.', 'each has heading'],
    ['Include a list of the dead in chapter 6.', '6 treat list of the dead'],
    ['Each chapter opens with a question.', 'each opens question'],
    ['Begin every chapter with the words "Dear Ann".', 'each opens Dear Ann'],
    ['Start each chapter with a date.', 'each opens date'],
    ['The last chapter must end with a question.', '24 closes question'],
    ['Chapter 3 closes on the line “And so to sea.”', '3 closes And so to sea.'],
    ['End the book with "Home."', 'all closes Home.'],
    [
      "When all chapters are done, use '*** the end' to mark the end of the document.",
      'all closes *** the end',
    ],
    ['Cite at least five sources.', 'all cites 5'],
    ['Each chapter must cite at least 2 sources.', 'each cites 2'],
  ])('%s', (text, ...expected) => {
    expect(shown(text, chapters)).toEqual(expected)
  })
})

describe('how a place opens or ends, where it is no words and no form', () => {
  test.each<[string, ...(readonly string[])]>([
    [
      'The last chapter ends with the ledger being burned.',
      '24 rule The last chapter ends with the ledger being burned',
    ],
    ['Chapter 1 opens on the harbour at dawn.', '1 rule Chapter 1 opens on the harbour at dawn'],
    ['Each chapter begins with a letter.', 'each rule Each chapter begins with a letter'],
    ['The novel ends on a funeral at sea.', '24 rule The novel ends on a funeral at sea'],
    ['Begin with the storm of 1911.', '1 rule Begin with the storm of 1911'],
    ['In chapter 2 the shop opens on a cold morning.', '2 treat shop opens on a cold morning'],
    ['The shop opens with a party.'],
  ])('%s', (text, ...expected) => {
    expect(shown(text, chapters)).toEqual(expected)
  })
})

describe('what a clause asks beside voice and language', () => {
  test.each<[string, ...(readonly string[])]>([
    ['British spelling.', 'all language en-GB'],
    ['First person, wry.', 'all voice first', 'all rule wry'],
    ['Past tense.', 'all voice past'],
    [
      'Write in the past tense, third person, dry and a little funny.',
      'all voice third past',
      'all rule dry and a little funny',
    ],
    ['Write in English, using short words.', 'all language en', 'all rule using short words'],
    ['Write chapter 3 in the present tense, breathless.', '3 voice present', '3 rule breathless'],
    ['Keep it in the third person and the past tense throughout.', 'all voice third past'],
    ['Write a novel in the first person, about a lighthouse.', 'all voice first'],
    ['The first person she met was a spy.'],
    ['American English speakers gather.'],
  ])('%s', (text, ...expected) => {
    expect(shown(text, chapters)).toEqual(expected)
  })
})

describe('voice and language', () => {
  test.each<[string, ...(readonly string[])]>([
    ['Write in the first person.', 'all voice first'],
    ['Use first-person narration.', 'all voice first'],
    ['Use the present tense throughout.', 'all voice present'],
    ['Write in third person, past tense.', 'all voice third past'],
    ["Every other chapter is told from Anna's point of view.", '1+2 voice of Anna'],
    ['Chapters 3 and 9 are told from the perspective of the dog.', '3,9 voice of the dog'],
    ['Chapter 4 is seen through the eyes of Captain Morrow.', '4 voice of Captain Morrow'],
    ['From chapter 10 on use the present tense.', '10-24 voice present'],
    ['Use British spelling.', 'all language en-GB'],
    ['Use American English throughout.', 'all language en-US'],
    ['Write in French.', 'all language fr'],
    ['The whole text must be written in German.', 'all language de'],
    ['Language: Spanish', 'all language es'],
    ['Write everything in traditional Chinese.', 'all language zh-Hant'],
    ['Write about a wedding in traditional dress.', 'all rule Write about a wedding in traditional dress'],
    ['She learns French in chapter 3.', '3 treat She learns French'],
  ])('%s', (text, ...expected) => {
    expect(shown(text, chapters)).toEqual(expected)
  })
})

describe('lengths', () => {
  test.each<[string, ...(readonly string[])]>([
    ['Each chapter should be at least 200 words.', 'each length 200-'],
    ['Each chapter must have no fewer than 200 words.', 'each length 200-'],
    ['Each chapter must not exceed 300 words.', 'each length -300'],
    ['No chapter may be longer than 300 words.', 'each length -300'],
    ['Aim for between 200 and 220 words per chapter.', 'each length 200-220'],
    ['200-220 words per chapter', 'each length 200-220'],
    ['Chapters of 1,100 to 1,300 words.', 'each length 1100-1300'],
    ['Chapters run to about 500 words each.', 'each length 450-550'],
    ['Each chapter: 500 words minimum.', 'each length 500-'],
    ['each chapter min. 150 words', 'each length 150-'],
    ['Every chapter has 500+ words', 'each length 500-'],
    ['at least 200 and at most 300 words per chapter', 'each length 200-300'],
    ['Chapter 3 should be at least 3000 words long.', '3 length 3000-'],
    ['Chapters 3-5: up to two thousand words', '3-5 length -2000'],
    ['12,000 words in all.', 'all length 10800-13200'],
    ['The novel should have about 80k words in total.', 'all length 72000-88000'],
    ['Approximately 400 words.', 'all length 360-440'],
    ['Word count: 1500', 'all length 1350-1650'],
    ['In other words, be brief.'],
    ['She wrote a 300-word foreword in long words.'],
    ['Write a 2000 word paper: introduction (300 words), conclusion (300 words).', 'all length 1800-2200'],
    ['Write an abstract of 250 words.', 'all length 225-275'],
  ])('%s', (text, ...expected) => {
    expect(shown(text, chapters)).toEqual(expected)
  })
})
