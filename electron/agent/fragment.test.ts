import { expect, test } from 'vitest'
import type { Fault } from '../../shared/records.ts'
import { fragmentOf, type FragmentAsked } from './fragment.ts'

const wanted = (some: Partial<FragmentAsked> = {}): FragmentAsked => ({
  expected: { language: 'en', mostWords: 400 },
  title: 'The quay',
  passage: 'An old passage that says too little.',
  words: null,
  whole: true,
  ...some,
})
const good = 'The ferry left at noon. Nobody waved.'
const goesOn = 'and the bell rang over the water again '
const french = 'Le bateau est parti dans la nuit et personne ne savait où il allait avec tous ces gens. '
const stopped = (code: Fault['code']): Fault => ({ code, sentence: 'It stopped.' })

test.each<readonly [string, string, Partial<FragmentAsked>, Fault['code'] | undefined, unknown]>([
  ['a whole text', good, {}, undefined, [good, undefined, undefined]],
  ['a text that was cut', `${good} The lamps w`, {}, 'reply-cut', [good, 'reply-cut', undefined]],
  ['one whose model went quiet', `${good} The l`, {}, 'reply-stalled', [good, 'reply-stalled', undefined]],
  [
    'one that ran away, no longer than was asked',
    `${good} ${good}`,
    { words: { max: 8 } },
    'reply-runaway',
    [good, 'reply-runaway', undefined],
  ],
  [
    'one that goes round',
    `${good} Then ${goesOn.repeat(12)}`,
    {},
    undefined,
    [good, 'reply-repetition', undefined],
  ],
  [
    'one that goes over to French',
    `${good}\n\n${french.repeat(24)}`,
    {},
    undefined,
    [good, 'reply-language', undefined],
  ],
  [
    'one that goes on as somebody else',
    `${good}\n<|im_start|>user\nMore.`,
    {},
    'reply-strays',
    [good, 'reply-strays', undefined],
  ],
  ['a refusal', 'I’m sorry, but I can’t write this.', {}, undefined, ['', undefined, 'reply-refusal']],
  [
    'a refusal that was cut',
    'I’m sorry, but I can’t write this.',
    {},
    'reply-cut',
    ['', undefined, 'reply-refusal'],
  ],
  ['nothing', ' \n', {}, undefined, ['', undefined, 'reply-empty']],
  ['what a filter took', good, {}, 'reply-filtered', ['', undefined, 'reply-filtered']],
  [
    'the same again',
    'An old passage that says too little.',
    {},
    undefined,
    ['', undefined, 'reply-malformed'],
  ],
  ['too few words', good, { words: { min: 20 } }, undefined, [good, 'reply-malformed', undefined]],
])('what a part of a text is worth: %s', (_, reply, some, code, expected) => {
  const { text, short, fault } = fragmentOf(reply, wanted(some), code && stopped(code))
  expect([text, short?.code, fault?.code]).toEqual(expected)
})
