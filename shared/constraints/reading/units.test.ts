import { describe, expect, test } from 'vitest'
import { unitsShown } from './test-shown.ts'

describe('units and their count', () => {
  test.each<[string, string]>([
    ['A novel in twelve chapters.', 'Chapter 12'],
    ['Write a 12-chapter novel about salt.', 'Chapter 12'],
    ['Write a twelve-chapter novel about salt.', 'Chapter 12'],
    ['A play of five acts.', 'Act 5'],
    ['The report has 8 sections. Section 3 covers cost.', 'Section 8'],
    ['Build a tower with 100 floors. Put a bar on floor 3.', 'Floor 100'],
    ['Design a skyscraper of one hundred and five floors.', 'Floor 105'],
    ['Write ten letters from Ida to her sister. Each letter ends with a question.', 'Letter 10'],
    ['Draft 20 episodes of a radio serial.', 'Episode 20'],
    ['A podcast season of 24 episodes: in episode 5 the host loses her voice.', 'Episode 24'],
    ['Ensure that the document consists of 300 entries. Floor 3 is a bakery, floor 9 a gym.', 'Floor 300'],
    ['A cycle of 14 sonnets. The third sonnet is about rain.', 'Sonnet 14'],
    ['The course is divided into 30 lessons.', 'Lesson 30'],
    ['A collection of thirty vignettes; every vignette mentions water.', 'Vignette 30'],
    ['In chapter 7 the boat sinks.', 'Chapter'],
    ['A novel in three parts of eight chapters each. In chapter 7 the boat sinks.', 'Chapter 24'],
    ['Write a short poem about salt.', ''],
    ['', ''],
    ['Every man dreams of a house by the sea.', ''],
    ['He was 5 weeks old and had 3 sisters.', ''],
  ])('%s', (text, expected) => {
    expect(unitsShown(text)).toBe(expected)
  })
})

describe('calendars', () => {
  test.each<[string, string]>([
    ['A weekly diary for 2021.', 'Week 52 2021-01-01 week'],
    ['A weekly diary for the entire year of 2021, 52 entries, one for each week.', 'Week 52 2021-01-01 week'],
    ['Keep a daily journal for the year 2023.', 'Day 365 2023-01-01 day'],
    ['Keep a daily journal for the year 2024.', 'Day 366 2024-01-01 day'],
    [
      'A daily menu for 2024. Ensure that it consists of 365 entries, one for each day.',
      'Day 365 2024-01-01 day',
    ],
    ['A monthly newsletter for 2022.', 'Month 12 2022-01-01 month'],
    ["Document each day's menu for 2019.", 'Day 365 2019-01-01 day'],
    ['A weekly column for 2020. Start from January 6th, a Monday.', 'Week 52 2020-01-06 week'],
    ['A daily journal covering March 2021. Every day mentions the sea.', 'Day 31 2021-03-01 day'],
    ['A daily diary from 1 June 2021 to 31 August 2021. Each day mentions the sea.', 'Day 92 2021-06-01 day'],
    ['52 weekly letters, one per week.', 'Week 52'],
    ['A diary of 30 days. On day 3 it snows.', 'Day 30'],
  ])('%s', (text, expected) => {
    expect(unitsShown(text)).toBe(expected)
  })
})

describe('grids', () => {
  test.each<[string, string]>([
    ['Plan a city on a 10x10 block grid.', 'Block 100 10x10'],
    ['Plan a city using an 8 × 6 grid of blocks.', 'Block 48 8x6'],
    ['A garden laid out as a 5 by 4 grid of tiles', 'Tile 20 5x4'],
    ['A quilt with a grid of 6 columns and 4 rows.', 'Cell 24 6x4'],
    ['The map is a 3x3 grid.', 'Cell 9 3x3'],
    ['The photograph measures 10x15 cm.', ''],
  ])('%s', (text, expected) => {
    expect(unitsShown(text)).toBe(expected)
  })
})

describe('words', () => {
  test.each<[string, string]>([
    ['Ten chapters, each at least 800 words.', 'Chapter 10 each 800-'],
    ['52 weekly entries of 200 to 220 words.', 'Week 52 each 200-220'],
    ['Ten chapters of about 2,000 words each.', 'Chapter 10 each 1800-2200'],
    ['A novel of ten chapters, 20,000 words in all.', 'Chapter 10 whole 18000-22000'],
    [
      'A novel, 12,000 words in all, ten chapters of 1,100 to 1,300 words.',
      'Chapter 10 each 1100-1300 whole 10800-13200',
    ],
    ['Write a 600-word essay on tides.', 'whole 540-660'],
    ['An article about tides, no more than 1,500 words.', 'whole -1500'],
    ['Write a research report of no less than 2500 words.', 'whole 2500-'],
  ])('%s', (text, expected) => {
    expect(unitsShown(text)).toBe(expected)
  })
})

describe('names that a sample heading gives', () => {
  test.each<[string, string]>([
    [
      "A weekly menu for 2018. Use '#' before each (e.g. # Menu Week 1 (January 1st): soup and bread).",
      'Menu Week 52 2018-01-01 week',
    ],
    ['Eight log entries. Log Entry 1 begins at dawn.', 'Log Entry 8'],
  ])('%s', (text, expected) => {
    expect(unitsShown(text)).toBe(expected)
  })
})
