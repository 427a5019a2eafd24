import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Order } from '../records.ts'
import { edited, placeIn } from '../text/edits.ts'
import { orderTarget, restOfSentence, targetEdit } from './order-target.ts'

type About = Pick<Order, 'section' | 'places' | 'selection' | 'where'>

const text = 'It rained. Nobody came.\n\nThe **quay** was empty.\n\n- rope\n- tar and oil\n\nShe left.'

const selected = (quote: string, where: Order['where'] = 'replace', within = text): About => {
  const from = within.indexOf(quote)
  return {
    section: 'section:1',
    places: [],
    selection: placeIn(within, { from, to: from + quote.length }),
    where,
  }
}
const quoting = (...quotes: readonly string[]): About => ({
  section: 'section:1',
  places: [
    { section: 'section:2', quote: 'Elsewhere.' },
    ...quotes.map((quote) => ({ section: 'section:1' as const, quote })),
  ],
})
const cut = (about: About, within = text): string | null => {
  const target = orderTarget(about, within)
  return target && within.slice(target.from, target.to)
}

describe('what an order is about', () => {
  test.each<readonly [string, About, string | null]>([
    ['a selection, without the space around it', selected(' Nobody came.\n'), 'Nobody came.'],
    ['a selection that cuts emphasis in two', selected('**quay'), '**quay**'],
    ['a part of one sentence, in whole words', selected('came'), 'came'],
    ['whole words, where it cuts some', selected('body ca'), 'Nobody came'],
    ['whole sentences, where it touches two', selected('rained. Nobody'), 'It rained. Nobody came.'],
    [
      'whole sentences, over paragraphs',
      selected('came.\n\nThe **quay** was'),
      'Nobody came.\n\nThe **quay** was empty.',
    ],
    ['whole items, where it touches two', selected('ope\n- tar'), '- rope\n- tar and oil'],
    ['up to the end of its sentence, where something is to follow', selected('body', 'after'), 'body came.'],
    ['the whole, whatever is selected', selected('Nobody', 'whole'), text],
    ['the whole, where nothing is', { section: 'section:1', places: [], where: 'replace' }, text],
    [
      'the last paragraph, where something is to follow',
      { section: 'section:1', places: [], where: 'after' },
      'She left.',
    ],
    ['the paragraph that holds a quote', quoting('Nobody came.'), 'It rained. Nobody came.'],
    [
      'a quote in other typography and without markup',
      quoting('The quay was empty.'),
      'The **quay** was empty.',
    ],
    [
      'all between two quotes',
      quoting('Nobody came.', 'The quay'),
      'It rained. Nobody came.\n\nThe **quay** was empty.',
    ],
    ['the whole, where only others are quoted', quoting(), text],
    ['nothing, where the quote is gone', quoting('Somebody came.'), null],
    [
      'nothing, where the selection is gone',
      { ...selected('rope'), selection: { from: 3, to: 8, quote: 'gone?' } },
      null,
    ],
  ])('%s', (_, about, expected) => {
    expect(cut(about)).toBe(expected)
  })

  test('nothing in an empty text', () => {
    expect(cut({ section: 'section:1', places: [] }, ' \n')).toBeNull()
  })
})

describe('the edit that is made of it', () => {
  const after = (about: About, fresh: string, within = text): string | null => {
    const target = orderTarget(about, within)
    return target && edited(within, [targetEdit(within, target, fresh)])
  }
  const chinese = '他来了。她走了。'
  const went = 'She went down to the quay at noon. It rained.'
  test.each<readonly [string, string | null, string]>([
    ['in its place', after(selected('Nobody came.'), 'All came.'), text.replace('Nobody came.', 'All came.')],
    [
      'behind it, in its paragraph',
      after(selected('It rained.', 'after'), 'It poured.'),
      text.replace('It rained.', 'It rained. It poured.'),
    ],
    [
      'behind it, as a paragraph',
      after(selected('Nobody came.', 'after'), 'One did.'),
      text.replace('Nobody came.', 'Nobody came.\n\nOne did.'),
    ],
    [
      'behind the sentence that a selection ends in',
      after(selected('It ra', 'after'), 'It poured.'),
      text.replace('It rained.', 'It rained. It poured.'),
    ],
    [
      'within a sentence that goes on, without an end of its own',
      after(selected('down to the quay', 'replace', went), 'along the river.', went),
      went.replace('down to the quay', 'along the river'),
    ],
    [
      'up to the end of a sentence, with its end',
      after(selected('at noon.', 'replace', went), 'by night.', went),
      went.replace('at noon.', 'by night.'),
    ],
    [
      'within a list item, on its line',
      after(selected('tar'), 'pitch,\n\nand more'),
      text.replace('tar', 'pitch, and more'),
    ],
    [
      'in scripts without spaces',
      after(selected('他来了。', 'after', chinese), '天黑了。', chinese),
      '他来了。天黑了。她走了。',
    ],
  ])('%s', (_, result, expected) => {
    expect(result).toBe(expected)
  })
})

test.each<readonly [string, string, ReturnType<typeof restOfSentence>]>([
  ['a part', 'quay** was', { before: 'The', after: 'empty.' }],
  ['a beginning', 'Nobody', { before: '', after: 'came.' }],
  ['a part of a list item', 'and oil', { before: 'tar', after: '' }],
  ['a whole sentence', 'Nobody came.', null],
  ['all but the full stop', 'Nobody came', null],
])('of a sentence is left: %s', (_, quote, expected) => {
  const target = orderTarget(selected(quote), text)
  expect(target && restOfSentence(text, target)).toEqual(expected)
})

test('law: whatever is selected, all around it stays as it is, unit by unit', () => {
  const words = fc.stringMatching(/^[a-z.\n*_#|> -]{1,60}$/u)
  const holds = fc.property(words, fc.nat(), fc.nat(), words, fc.boolean(), (all, a, b, fresh, follows) => {
    const [from = 0, to = 0] = [a % (all.length + 1), b % (all.length + 1)].toSorted((x, y) => x - y)
    const where = follows ? 'after' : 'replace'
    const about: About = {
      section: 'section:1',
      places: [],
      selection: placeIn(all, { from, to }),
      where,
    }
    const target = orderTarget(about, all)
    if (!target) return
    const result = edited(all, [targetEdit(all, target, fresh)]) ?? ''
    expect([result.slice(0, target.from), result.slice(result.length - (all.length - target.to))]).toEqual([
      all.slice(0, target.from),
      all.slice(target.to),
    ])
    expect(!follows || result.startsWith(all.slice(0, target.to))).toBe(true)
  })
  fc.assert(holds, { numRuns: 300 })
})
