import { describe, expect, test } from 'vitest'
import { places, shown } from './test-shown.ts'

const chapters = { label: 'Chapter', count: 24 }
const weeks = { label: 'Week', count: 52, from: '2018-01-01', span: 'week' } as const
const days = { label: 'Day', count: 365, from: '2018-01-01', span: 'day' } as const

describe('one unit', () => {
  test.each<[string, string]>([
    ['In chapter 5 the bridge falls.', '5'],
    ['Chapter 5: the bridge falls', '5'],
    ['The bridge falls in Chapter Five.', '5'],
    ['CHAPTER 5 - the bridge falls', '5'],
    ['In chapter5 the bridge falls', '5'],
    ['ch. 5: the bridge falls', '5'],
    ['Chapter #5 shows the bridge.', '5'],
    ['Chapter no. 5 shows the bridge.', '5'],
    ['Chapter V shows the bridge.', '5'],
    ['Chapter XIV is set at sea.', '14'],
    ['The fifth chapter is set at sea.', '5'],
    ['the 5th chapter is set at sea', '5'],
    ['The bridge falls in the twenty-first chapter.', '21'],
    ['The first chapter introduces Ida.', '1'],
    ['The last chapter returns to the harbour.', '24'],
    ['The final chapter returns to the harbour.', '24'],
    ['In the penultimate chapter the ship burns.', '23'],
    ['In the second-to-last chapter the ship burns.', '23'],
    ['In the last chapter but one the ship burns.', '23'],
    ['In the third from last chapter the ship burns.', '22'],
    ['In the middle chapter they meet.', '12'],
    ['Open the opening chapter at dawn.', '1'],
    ['“In chapter 7”, the editor said, put the wedding.', '?'],
    ['The wedding takes place in section 7.', '7'],
    ['- Chapter 3 – the flood', '3'],
    ['• the flood (chapter 3)', '3'],
    ['🌊 the flood (chapter 3)', '3'],
    ['\tChapter 3:\tthe flood', '3'],
    ['3) Put the flood in chapter 3', '3'],
  ])('%s', (text, expected) => {
    expect(places(text, chapters)).toEqual(expected === '?' ? [] : [expected])
  })
})

describe('several units', () => {
  test.each<[string, string]>([
    ['In chapters 3-6 it rains.', '3-6'],
    ['In chapters 3–6 it rains.', '3-6'],
    ['In chapters 3 to 6 it rains.', '3-6'],
    ['In chapters three through six it rains.', '3-6'],
    ['It rains from chapter 3 to chapter 6.', '3-6'],
    ['It rains from chapter 3 until chapter 6.', '3-6'],
    ['Between chapters 3 and 6 it rains.', '3-6'],
    ['It rains between chapter 3 and chapter 6.', '3-6'],
    ['From the third to the sixth chapter it rains.', '3-6'],
    ['In the first three chapters it rains.', '1-3'],
    ['In the last four chapters it rains.', '21-24'],
    ['In the final two chapters it rains.', '23-24'],
    ['In the first half it rains.', '1-12'],
    ['In the second half of the book it rains.', '13-24'],
    ['It rains in the last third of the book.', '17-24'],
    ['It rains in chapters 3, 7 and 12.', '3,7,12'],
    ['It rains in chapters 3, 7, and 12.', '3,7,12'],
    ['It rains in chapters 3 & 7.', '3,7'],
    ['It rains in chapters 2-4 and 9.', '2,3,4,9'],
    ['It rains in chapter 3, chapter 7 and chapter 12.', '3,7,12'],
    ['It rains in the 3rd, 7th and 12th chapters.', '3,7,12'],
    ['It rains in the first and last chapters.', '1,24'],
    ['It rains in chapter 3 and in chapter 9.', '3,9'],
    ['From chapter 20 on it rains.', '20-24'],
    ['From chapter 20 onwards it rains.', '20-24'],
    ['It rains after chapter 20.', '21-24'],
    ['Starting with chapter 20 it rains.', '20-24'],
    ['All but the last chapter mention the rain.', '1-23'],
    ['Every chapter except the first mentions the rain.', '2-24'],
    [
      'Mention the rain in every chapter except chapters 3 and 7.',
      '1,2,4,5,6,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24',
    ],
    ['Mention the rain in all chapters apart from the last.', '1-23'],
  ])('%s', (text, expected) => {
    expect(places(text, chapters)).toEqual([expected])
  })
})

describe('what returns', () => {
  test.each<[string, string]>([
    ['Mention the sea every 5 chapters, starting from chapter 3.', '3+5'],
    ['Every five chapters from chapter 3, mention the sea.', '3+5'],
    ['Mention the sea every fifth chapter.', '5+5'],
    ['Mention the sea in every 5th chapter beginning with chapter 4', '4+5'],
    ['Mention the sea every other chapter.', '1+2'],
    ['Mention the sea every second chapter.', '2+2'],
    ['Mention the sea in alternate chapters.', '1+2'],
    ['Mention the sea once every 4 chapters, from chapter 2 until chapter 18.', '2+4..18'],
    ['From chapter 2 every 4 chapters until chapter 18 mention the sea.', '2+4..18'],
    ['Mention the sea starting at chapter 2 and repeating every 4 chapters.', '2+4'],
    ['Mention the sea at intervals of 4 chapters from chapter 2.', '2+4'],
    ['Mention the sea with an interval of every 4 chapters, beginning in chapter 2', '2+4'],
    ['Mention the sea every three chapters between chapters 10 and 20.', '10+3..20'],
    ['Mention the sea every 3 chapters up to chapter 12.', '3+3..12'],
    ['Even-numbered chapters mention the sea.', '2+2'],
    ['In odd chapters mention the sea.', '1+2'],
    ['Every chapter mentions the sea.', 'each'],
    ['Each chapter must mention the sea.', 'each'],
    ['Mention the sea in each of the chapters.', 'each'],
    ['All chapters mention the sea.', 'each'],
    ['All 24 chapters mention the sea.', 'each'],
    ['Mention the sea in every single chapter.', 'each'],
    ['Mention the sea once per chapter.', 'each'],
    ['EVERY   3   CHAPTERS , mention the sea', '3+3'],
    ['every 3chapters mention the sea', '3+3'],
  ])('%s', (text, expected) => {
    expect(places(text, chapters)).toEqual([expected])
  })
})

describe('weeks of a year', () => {
  test.each<[string, string]>([
    ['Aunt Vera visits on May 13.', '19'],
    ['Aunt Vera visits on 13 May.', '19'],
    ['Aunt Vera visits on the 13th of May.', '19'],
    ['Aunt Vera visits on May 13th, 2018.', '19'],
    ['Aunt Vera visits on 2018-05-13.', '19'],
    ['Aunt Vera visits on 05-13.', '19'],
    ['Aunt Vera visits on 5/13/2018.', '19'],
    ['Aunt Vera visits on Sunday, 13 May.', '19'],
    ['Aunt Vera visits in the week of May 13.', '19'],
    ['Aunt Vera visits at Christmas.', '52'],
    ['Aunt Vera visits on Christmas Eve.', '52'],
    ['Aunt Vera visits at Easter.', '13'],
    ['Aunt Vera visits on Thanksgiving.', '47'],
    ["Aunt Vera visits on New Year's Eve.", '52'],
    ['Aunt Vera visits on December 31.', '52'],
    ['Throughout June the roof is mended.', '22-26'],
    ['The roof is mended in June.', '22-26'],
    ['The roof is mended from June to August.', '22-35'],
    ['The roof is mended from May 9 to May 20.', '19-20'],
    ['Go to choir fortnightly from week 4.', '4+2'],
    ['Go to choir biweekly, starting in week 4.', '4+2'],
    ['Go to choir every fortnight from week 4.', '4+2'],
    ['Go to choir every month.', '1,5,9,13,18,22,26,31,35,40,44,48'],
    ['Go to choir on the first Monday of every month.', '1,6,10,14,19,23,27,32,36,40,45,49'],
    ['Go to choir weekly.', 'each'],
    ['Go to choir every Friday.', 'each'],
    ['Go to choir every 5 weeks on weekends, starting from week 13.', '13+5'],
    ['Go to choir once every three weeks starting the week of January 15.', '3+3'],
    ['Travel to Lisbon in week 24-25.', '24-25'],
    ['Travel to Lisbon in wk 24.', '24'],
    ['Travel to Lisbon in weeks twenty-four and twenty-five.', '24,25'],
    ['Travel to Lisbon in the 24th week.', '24'],
    ['In the second quarter work gets hard.', '14-26'],
  ])('%s', (text, expected) => {
    expect(places(text, weeks)).toEqual([expected])
  })
})

describe('days of a year', () => {
  test.each<[string, string]>([
    ['The shop opens on May 13.', '133'],
    ['The shop opens on day 111.', '111'],
    ['The boiler fails on day 111 and repeating every 60 days.', '111+60'],
    ['Soup is served every 14 days starting from day January 19.', '19+14'],
    ['Fish is served every Friday.', '5+7'],
    ['Fish is served on Fridays from day 100.', '100+7'],
    ['Fish is served every two weeks from January 5.', '5+14'],
    ['Fish is served on the first Monday of each month.', '1,36,64,92,127,155,183,218,246,274,309,337'],
    ['Pay the rent on the 1st of every month.', '1,32,60,91,121,152,182,213,244,274,305,335'],
    ['Pay the rent on the last day of each month.', '31,59,90,120,151,181,212,243,273,304,334,365'],
    ['The fair runs from August 26 to August 31, 2018.', '238-243'],
    ['The fair runs May 13-17.', '133-137'],
    ['In week 2 the pipes freeze.', '8-14'],
    ['The pipes freeze in the first two weeks.', '1-14'],
    ['Throughout February the pipes freeze.', '32-59'],
    ['The pipes freeze in March.', '60-90'],
    ['Until March 3 the pipes are frozen: no baths.', '1-62'],
  ])('%s', (text, expected) => {
    expect(places(text, days)).toEqual([expected])
  })
})

describe('parts of a work', () => {
  const novel = 'A novel of 24 chapters in three parts. '
  test.each<[string, string]>([
    ['Part II is set in Ghent.', '9-16'],
    ['Part two is set in Ghent.', '9-16'],
    ['The second part is set in Ghent.', '9-16'],
    ['Every chapter in part 3 mentions Ghent.', '17-24'],
    ['In part one, every other chapter mentions Ghent.', '1+2..8'],
    ['Part 2 (chapters 5-20) is set in Ghent.', '5-20'],
  ])('%s', (text, expected) => {
    expect(places(novel + text)).toEqual([expected])
  })
})

describe('places that nobody can tell', () => {
  test.each<[string, Parameters<typeof shown>[1], string]>([
    ['The last chapter must be short.', { label: 'Chapter' }, '? rule The last chapter must be short'],
    ['One of the chapters must be a letter.', chapters, '? rule One of the chapters must be a letter'],
    [
      'At least three chapters should mention rain.',
      chapters,
      '? rule At least three chapters should mention rain',
    ],
    ['Some chapters should be funny.', chapters, '? rule Some chapters should be funny'],
    ['Call mother twice a month.', weeks, '? rule Call mother twice a month'],
  ])('%s', (text, known, expected) => {
    expect(shown(text, known)).toEqual([expected])
  })
})
