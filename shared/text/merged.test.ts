import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markdownTexts } from './arbitraries.ts'
import { merged } from './merged.ts'

const base = 'It rained. Nobody came.\n\nThe quay was empty. She left.'

describe('what two sides made of one text', () => {
  test.each<readonly [string, string, string, string | null]>([
    ['nothing changed since', base.replace('empty', 'bare'), base, base.replace('empty', 'bare')],
    [
      'a sentence typed elsewhere',
      base.replace('empty', 'bare'),
      base.replace('\n\n', '\n\nA strike. '),
      base.replace('empty', 'bare').replace('\n\n', '\n\nA strike. '),
    ],
    [
      'one typed at the end of what is new throughout',
      'All new. All of it.',
      `${base} She came back.`,
      'All new. All of it. She came back.',
    ],
    ['one typed within it', 'All new. All of it.', base.replace('came.', 'came. A strike.'), null],
    ['the same sentence', base.replace('empty', 'bare'), base.replace('empty', 'full'), null],
    [
      'the same sentence, and another',
      base.replace('empty', 'bare').replace('rained', 'poured'),
      base.replace('empty', 'full'),
      base.replace('empty', 'full').replace('rained', 'poured'),
    ],
    [
      'a sentence that was moved to where something was changed: it stays where it was',
      'Nobody came.\n\nIt rained. The quay was bare. She left.',
      base.replace('empty', 'full'),
      null,
    ],
    [
      'the same change',
      base.replace('empty', 'bare'),
      base.replace('empty', 'bare').replace('It rained. ', ''),
      base.replace('empty', 'bare').replace('It rained. ', ''),
    ],
    [
      'what was cut stays cut',
      base.replace('empty', 'bare'),
      base.replace('It rained. ', ''),
      base.replace('empty', 'bare').replace('It rained. ', ''),
    ],
    ['both add at one place', `${base} Then dawn.`, `${base}\n\nThe end.`, `${base}\n\nThe end. Then dawn.`],
    [
      'a paragraph is split',
      base.replace('came.\n\nThe', 'came. The'),
      base.replace('left', 'went'),
      base.replace('came.\n\nThe', 'came. The').replace('left', 'went'),
    ],
    ['all is gone', base.replace('empty', 'bare'), '', null],
    ['without spaces', '他来了。天黑了。她走了。', '他来了。她走了。', '他来了。天黑了。她走了。'],
  ])('%s', (_, fresh, now, expected) => {
    const from = now.includes('他') ? '他来了。她走了。' : base
    expect(merged(from, fresh, now)).toBe(expected)
  })
})

const sentence = fc
  .array(fc.stringMatching(/^[a-z]{1,6}$/u), { minLength: 1, maxLength: 5 })
  .map((words) => `So ${words.join(' ')}.`)
const sentences = fc.array(sentence, { minLength: 1, maxLength: 8 })
const text = (all: readonly string[]): string =>
  all
    .map((each, i) => each + (i % 3 === 2 ? '\n\n' : ' '))
    .join('')
    .trim()

describe('laws', () => {
  test('no word that was typed since is lost, and of what stands only what the other changed', () => {
    const typed = fc.array(fc.tuple(fc.nat(), fc.constantFrom('put', 'cut', 'change')), { maxLength: 5 })
    const holds = fc.property(
      sentences,
      sentences,
      fc.array(fc.boolean()),
      typed,
      (all, others, kept, steps) => {
        const fresh = others.flatMap((other, i) => (kept[i] === false ? [other] : [all[i] ?? other, other]))
        let own: readonly string[] = all
        for (const [n, [at, how]] of steps.entries()) {
          const place = at % (own.length + 1)
          const word = `Typed typed${n}.`
          own = own.toSpliced(place, how === 'put' ? 0 : 1, ...(how === 'cut' ? [] : [word]))
        }
        const result = merged(text(all), text(fresh), text(own))
        fc.pre(result !== null)
        for (const [word] of text(own).matchAll(/typed\d/gu)) expect(result).toContain(word)
      },
    )
    fc.assert(holds, { numRuns: 300 })
  })

  test('of any texts: what one side alone changed is as that side has it', () => {
    const holds = fc.property(markdownTexts(), markdownTexts(), (before, after) => {
      expect(merged(before, after, before)).toBe(after)
      expect(merged(before, before, after)).toBe(after)
      expect(merged(before, after, after)).toBe(after)
    })
    fc.assert(holds, { numRuns: 300 })
  })
})
