import { describe, expect, test } from 'vitest'
import { asks, readBrief } from './brief.ts'
import { conflictsOf } from './constraints/conflicts.ts'
import { dutyLine } from './constraints/demand.ts'
import { placementWords } from './placement-words.ts'
import { readProposals, type Proposed } from './read-proposals.ts'
import type { Constraint } from './records.ts'
import { settleConstraints } from './settle-constraints.ts'

const text = `Write a novel in 8 chapters of 300 to 400 words each.
In chapter 3, mention the lamp. Chapter 5 must mention only the storm.
His brother’s letters frame the book, and a bell is heard whenever the number is even.
The keeper, who is mute, says nothing before the sixth.`

const { brief, constraints } = readBrief(text)

const read = (said: readonly Proposed[], standing: readonly Constraint[] = constraints) =>
  readProposals(brief, standing, 8, said)

const shown = (list: readonly Constraint[]): readonly string[] =>
  list.map(
    ({ demand, placement, origin }) =>
      `${placementWords(placement, brief.units)}: ${dutyLine(demand)} (${origin.quote})`,
  )

const bell = { quote: 'a bell is heard', says: 'Every 2 chapters from chapter 2, mention the bell.' }
const heard = 'chapter 2, then every 2: Bring in: "bell" (a bell is heard)'
const frame = 'The whole must be framed by letters.'
const letters = 'the whole: Keep to: The whole must be framed by letters'

describe('what of a proposal is kept', () => {
  test.each<readonly [string, readonly Proposed[], readonly string[]]>([
    ['nothing said', [], []],
    ['a rhythm', [bell], [heard]],
    [
      'typography forgiven, the brief’s own words kept',
      [{ quote: "His brother's letters frame", says: frame }],
      [`${letters} (His brother’s letters frame)`],
    ],
    ['no quote', [{ ...bell, quote: ' ' }], []],
    ['a quote without words', [{ ...bell, quote: '.' }], []],
    ['a quote that is not in the brief', [{ ...bell, quote: 'a gong is heard' }], []],
    ['a sentence that asks nothing', [{ ...bell, says: 'It is a nice bell.' }], []],
    ['a sentence without a place', [{ ...bell, says: 'Somewhere a bell might be.' }], []],
    ['a unit that does not exist', [{ ...bell, says: 'Chapter 9 must mention the bell.' }], []],
    ['a unit beyond, in part', [{ ...bell, says: 'Chapters 7 to 9 must mention the bell.' }], []],
    ['how long the whole is', [{ ...bell, says: 'The whole must have 2,600 words.' }], []],
    ['how long every unit is', [{ ...bell, says: 'Every chapter must have 350 words.' }], []],
    ['what is read already', [{ ...bell, says: 'Chapter 3 must mention the lamp.' }], []],
    [
      'of the same words, at the same place',
      [{ quote: 'in chapter 3, mention the lamp.', says: 'Chapter 3 must be lit by a lamp.' }],
      [],
    ],
    [
      'of the same words, at another place',
      [{ quote: 'In chapter 3, mention the lamp', says: 'Chapter 4 must mention the lamp.' }],
      ['chapter 4: Bring in: "lamp" (In chapter 3, mention the lamp)'],
    ],
    ['twice', [bell, bell], [heard]],
    ['twice, from other words', [bell, { ...bell, quote: 'the number is even' }], [heard]],
    [
      'two requirements of one quote',
      [bell, { ...bell, says: 'Chapter 2 must mention the letters.' }],
      [heard, 'chapter 2: Bring in: "letters" (a bell is heard)'],
    ],
  ])('%s', (_, said, expected) => {
    const { kept, clashing } = read(said)
    expect({ kept: shown(kept), clashing }).toEqual({ kept: expected, clashing: [] })
  })

  test('it waits for a yes, under a name made of what it asks', () => {
    const [kept] = read([bell]).kept
    expect(kept).toMatchObject({
      id: kept && `constraint:${asks(kept)}`,
      confirmed: false,
      origin: { from: 'model', quote: 'a bell is heard' },
    })
  })

  test('what goes against the brief is left out and told', () => {
    const said = [{ ...bell, says: 'Chapter 5 must mention the bell.' }, bell]
    const { kept, clashing } = read(said)
    expect({ kept: shown(kept), clashing: shown(clashing) }).toEqual({
      kept: [heard],
      clashing: ['chapter 5: Bring in: "bell" (a bell is heard)'],
    })
    expect(conflictsOf(brief, [...constraints, ...kept]).filter(({ level }) => level === 'conflict')).toEqual(
      [],
    )
  })

  test('what the writer has muted or mended does not come back', () => {
    const [proposal] = read([bell]).kept
    if (!proposal) throw new Error('nothing was read')
    const mended: Constraint = { ...proposal, placement: { where: 'once', at: 2 }, mended: true }
    expect(read([bell], [...constraints, { ...proposal, muted: true }]).kept).toEqual([])
    expect(read([bell], [...constraints, mended]).kept).toEqual([])
  })

  test('beside a rule of the same words that code could not place, both show', () => {
    const quote = 'says nothing before the sixth'
    const unplaced: Constraint = {
      id: 'constraint:unplaced',
      demand: { kind: 'rule', params: { text: quote } },
      placement: { where: 'document' },
      origin: { from: 'brief', quote },
      confirmed: false,
    }
    const placed = { quote, says: 'Chapters 1 to 5 must keep the keeper silent.' }
    expect(read([placed], [...constraints, unplaced]).kept).toHaveLength(1)
    expect(
      read([{ quote, says: 'The whole must be silent.' }], [...constraints, unplaced]).kept,
    ).toHaveLength(1)
  })
})

test('a proposal stays while its words stand in the brief', () => {
  const { kept } = read([bell])
  const later = (edited: string): readonly Constraint[] =>
    settleConstraints([...constraints, ...kept], readBrief(edited).constraints, edited).filter(
      ({ origin }) => origin.from === 'model',
    )
  expect(later(`${text}\nMore.`)).toEqual(kept)
  expect(later(text.replace('a bell', 'a gong'))).toEqual([])
})
