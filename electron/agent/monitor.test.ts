import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultOf, monitor, repetitionStart } from './monitor.ts'

const prose = Array.from(
  { length: 60 },
  (_, i) => `On day ${i} the ferry left at ${i % 24} past low water, as it had to.`,
).join(' ')

describe('what a stream is stopped for', () => {
  test.each([
    ['good prose', prose, 'en', null],
    ['a refusal', "I'm sorry, but I can't help with that.", 'en', 'reply-refusal'],
    ['a typographic refusal', 'I’m sorry, but I cannot write this.', 'en', 'reply-refusal'],
    ['a Chinese refusal', '很抱歉，我不能写这个。', 'zh', 'reply-refusal'],
    ['a character who is sorry', 'I am sorry about your boat, said Maren, and she meant it.', 'en', null],
    ['no letter at all', ' \n—\n ', 'en', 'reply-empty'],
    ['Chinese instead of English', '这一年的春天来得很早，渡轮停在码头。'.repeat(30), 'en', 'reply-language'],
    ['English instead of Chinese', prose, 'zh', 'reply-language'],
    ['a text that goes round', `${prose} ${'The tide came in. '.repeat(5)}`, 'en', 'reply-repetition'],
    [
      'a text without end',
      Array.from({ length: 900 }, (_, i) => `Line ${i} runs on.`).join(' '),
      'en',
      'reply-runaway',
    ],
  ])('%s', (_, text, language, code) => {
    expect(faultOf(text, language, 2_000)?.code ?? null).toBe(code)
  })

  test('a stream is stopped while it runs, having wasted at most 300 tokens', () => {
    const watch = monitor('en', 100_000)
    const endless = `${prose} ${'And then the tide turned once more over the sands of the bay. '.repeat(200)}`
    const stoppedAt = Array.from({ length: endless.length }, (_, i) => i).find(
      (i) => watch(endless.slice(0, i)) !== null,
    )
    expect(stoppedAt).toBeDefined()
    expect((stoppedAt ?? Infinity) - prose.length).toBeLessThan(300 * 4)
  })
})

test('the place where a text begins to repeat itself is found for every period, and only then', () => {
  fc.assert(
    fc.property(fc.integer({ min: 12, max: 400 }), fc.integer({ min: 0, max: 1_000 }), (period, from) => {
      const piece = prose.slice(from, from + period)
      fc.pre(/\p{L}/u.test(piece))
      const start = repetitionStart(`Before. ${piece}${piece}${piece}`)
      expect(start).not.toBeNull()
    }),
  )
  expect(repetitionStart(prose)).toBeNull()
  const round = 'The tide came in again. '
  expect(repetitionStart(`It was late. ${round.repeat(15)}`)).toBe(`It was late. ${round}`.length)
  expect(repetitionStart('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |')).toBeNull()
})
