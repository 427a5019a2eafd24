import { describe, expect, test } from 'vitest'
import { shown } from './test-shown.ts'

const weeks = { label: 'Week', count: 52, from: '2018-01-01', span: 'week' } as const
const days = { label: 'Day', count: 365, from: '2018-01-01', span: 'day' } as const
const chapters = { label: 'Chapter', count: 24 }

describe('what a list shares among its members', () => {
  test.each<[string, Parameters<typeof shown>[1], readonly string[]]>([
    [
      '1) Birthdays in the family: Ida (birthday on July 04), Uncle Bo (birthday on March 28),',
      weeks,
      ['27 treat Ida birthday', '13 treat Uncle Bo birthday'],
    ],
    [
      'Birthdays of the family:\n- Ida (birthday on July 04)\n- Uncle Bo (birthday on March 28)\n\n2) Opening of the ferry line on June 3',
      days,
      ['185 treat Ida birthday', '87 treat Uncle Bo birthday', '154 treat Opening of the ferry line'],
    ],
    [
      'Birthdays:\n- Ida: July 4\n- Bo: March 28',
      weeks,
      ['27 treat Birthdays: Ida', '13 treat Birthdays: Bo'],
    ],
    [
      'Birthdays: Ida on July 4, Bo on March 28.',
      weeks,
      ['27 treat Birthdays: Ida', '13 treat Birthdays: Bo'],
    ],
    [
      'Anniversaries:\nthe shop, May 13\nthe choir, June 1',
      weeks,
      ['19 treat Anniversaries: the shop', '22 treat Anniversaries: the choir'],
    ],
    [
      '1) Single weeks:\n  - Put a fair in week 9.\n  - Put a flood in week 12.\n2) Ranges: Allocate weeks 20 to 22 for a regatta.\n3) Rhythm: Include a concert every 6 weeks, starting from week 4',
      weeks,
      ['9 treat fair', '12 treat flood', '20-22 treat regatta', '4+6 treat concert'],
    ],
    ['Chapter 3:\n- a duel\n- a letter from Rome', chapters, ['3 treat duel', '3 treat letter from Rome']],
    [
      '## Chapter 3\n\nIda must find the letter.\n\n## Chapter 4\n\nIda must burn it.',
      chapters,
      ['3 treat Ida must find the letter', '4 treat Ida must burn it'],
    ],
    [
      'In every chapter:\n* mention the weather\n* include a question',
      chapters,
      ['each treat weather', 'each has question'],
    ],
    ['Avoid:\n- "suddenly"\n- "very"', chapters, ['all avoid suddenly', 'all avoid very']],
    [
      'Never use the following words:\n• “suddenly”\n• “very”',
      chapters,
      ['all avoid suddenly', 'all avoid very'],
    ],
    ['Must include:\n- a duel in chapter 3\n- a map', chapters, ['3 treat duel', 'all treat map']],
    [
      'The book should: 1) mention rain in chapter 2, 2) end in Rome; 3) use British spelling.',
      chapters,
      ['2 treat rain', 'all rule end in Rome', 'all language en-GB'],
    ],
    [
      '1.1 Hold a fair in week 9.\n1.2 Hold a flea market on 05-13.',
      weeks,
      ['9 treat fair', '19 treat flea market'],
    ],
    ['(a) a fair in week 9\n(b) a flood in week 12', weeks, ['9 treat fair', '12 treat flood']],
    ['一）第三章出现一封信\n二）第五章下雨', chapters, ['3 treat 一封信', '5 treat 下雨']],
  ])('%s', (text, known, expected) => {
    expect(shown(text, known)).toEqual(expected)
  })
})

describe('what is not to be read', () => {
  test.each<[string, Parameters<typeof shown>[1]]>([
    ['It stood on page 3 of the Times.', chapters],
    ['He was 5 weeks old.', chapters],
    ['He was 5 weeks old.', weeks],
    ['Every man dreams of the sea.', chapters],
    ['She knew the book by chapter and verse.', chapters],
    ['The harbour is a part of it.', chapters],
    ['It may rain; march on.', weeks],
    ['In the first place he was late.', chapters],
    ['Ida is a nurse who keeps a diary.', weeks],
    ['Ida, who is forty, lives at 12 Quay Street with two cats.', days],
    ['The ferry was sold in 1987.', chapters],
    ['Call it "Every Fifth Week" or “The Last Chapter”.', { label: 'Lesson' }],
    [
      'Mark entries (e.g. # Week 1: In week 5 it must rain. Every week mention the sea) as you like',
      { label: 'Lesson' },
    ],
    ['# Week 1 (January 1st - January 7th):', weeks],
    [
      'Write a diary of 52 weeks. Start on January 1st, a Monday, and go on to December 31st, the end of the 52nd week.',
      weeks,
    ],
    ['A weekly diary of 52 entries, one for each week.', undefined],
    ['```\nIn chapter 3 it must rain.\n```', chapters],
    ['Example entry: In week 5 it must rain.', weeks],
    ['See https://example.org/chapter-3/must-include?week=5', chapters],
    ['', undefined],
    [' \n\t ', undefined],
    ['🎈', undefined],
  ])('%s', (text, known) => {
    expect(shown(text, known)).toEqual([])
  })
})

describe('examples hide only themselves', () => {
  test.each<[string, readonly string[]]>([
    [
      'Separate the weeks (e.g. # Week 1: all was well. 1) Work: slow. 2) Home: warm.). Put a fair in week 9.',
      ['9 treat fair'],
    ],
    ["Set off each (e.g. '# Week 1 (1)). \nAll was well that week.) Put a fair in week 9.", ['9 treat fair']],
    ['Say how it smells (e.g. of tar) in week 9.', ['9 treat Say how it smells']],
    ['Mention rain, e.g. in week 3. Mention snow in week 4.', ['all treat rain', '4 treat snow']],
    ['Example: Week 1. It rains.\n\nPut a fair in week 9.', ['9 treat fair']],
  ])('%s', (text, expected) => {
    expect(shown(text, weeks).filter((line) => !line.startsWith('all rule'))).toEqual(expected)
  })
})

describe('only', () => {
  test.each<[string, readonly string[]]>([
    ['Chapter 9 is exclusively for the trial.', ['9 treat trial (only)']],
    ['Use chapter 9 only for the trial.', ['9 treat trial (only)']],
    ['Not only chapter 9 mentions rain.', ['9 treat rain']],
  ])('%s', (text, expected) => {
    expect(shown(text, chapters)).toEqual(expected)
  })
})
