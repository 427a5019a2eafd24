import { seedOf } from '../../../shared/text/hash.ts'
import { askedBrief } from './asked.ts'
import { languageFor } from './language.ts'
import type { PromptBlocks } from './prompt-blocks.ts'
import type { Random } from './random.ts'
import { registerFor } from './register.ts'
import { finished, freeTitles, namedParts } from './titles.ts'

/**
 * Sections an answer must have. `of` counts those of the whole work, `name` is how the brief itself names the matter,
 * `closes` marks a section that is written last.
 */
export type Wanted = readonly {
  readonly n: number
  readonly of: number
  readonly title: string
  readonly name?: string
  readonly words: number
  readonly closes: boolean
}[]

const unitTask =
  /^Plan (?<label>.+) (?<from>\d+) to \k<label> (?<to>\d+) of (?<count>\d+)\. Words each: (?<words>\d+)\./mu

const freeTask = /^Plan (?<least>\d+) to (?<most>\d+) sections\b.*?\badd up to (?<words>\d+)/mu

const partTask =
  /^The whole has (?<least>\d+) to (?<most>\d+) sections\. Plan (?:sections \d+ to (?<to>\d+)|.*?\bnumbered from (?<from>\d+)).*?\badd up to (?<words>\d+)/mu

const anewTask =
  /^Plan sections? (?<numbers>[\d, ]+) anew\b.*\n.*?(?:add up to (?<words>\d+)|Words each: (?<each>\d+))/mu

const unitTitle = (label: string, n: number): string =>
  /^\p{Script=Han}+$/u.test(label) ? `第${n}${label.replace(/^第/u, '')}` : `${label} ${n}`

const units = (blocks: PromptBlocks, groups: Readonly<Record<string, string>>): Wanted => {
  const [from, to, of, words] = ['from', 'to', 'count', 'words'].map((name) => Number(groups[name]))
  if (from === undefined || to === undefined || of === undefined || words === undefined) return []
  const named = namedParts(askedBrief(blocks).text).find(({ length }) => length === of)
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const n = from + i
    const name = named?.[n - 1]
    const title = unitTitle(groups['label'] ?? '', n)
    return name === undefined
      ? { n, of, title, words, closes: false }
      : { n, of, title: `${title}: ${name}`, name, words, closes: false }
  })
}

/** Whole numbers near each other that add up to `sum`. */
const shares = (sum: number, count: number, random: Random): readonly number[] => {
  const weights = Array.from({ length: count }, () => 0.85 + random.next() * 0.3)
  const whole = weights.reduce((a, b) => a + b, 0)
  const ends = weights.map((_, i) =>
    Math.round((weights.slice(0, i + 1).reduce((a, b) => a + b, 0) / whole) * sum),
  )
  return ends.map((end, i) => Math.max(1, end - (ends[i - 1] ?? 0)))
}

/** The shares of the whole that a pattern gives its parts; none where the prompt shows no pattern. */
const patternShares = (blocks: PromptBlocks): readonly number[] =>
  [...(blocks.get('Pattern') ?? '').matchAll(/^\d+\. .*? \((?<percent>\d+) %\)(?::|$)/gmu)].map(
    ({ groups }) => Number(groups?.['percent']),
  )

const patterned = (sum: number, percents: readonly number[]): readonly number[] => {
  const whole = percents.reduce((a, b) => a + b, 0)
  return percents.map((percent) => Math.max(1, Math.round((percent / whole) * sum)))
}

/** A plan whose length the planner chooses: all of it, or the sections `from` to `to` of it, which share the words. */
const free = (
  blocks: PromptBlocks,
  groups: Readonly<Record<string, string>>,
  random: Random,
  { from = 1, to = Infinity }: { readonly from?: number; readonly to?: number } = {},
): Wanted => {
  const [least = 1, most = 1, words = 0] = ['least', 'most', 'words'].map((name) => Number(groups[name]))
  const { text, form, language, words: inAll } = askedBrief(blocks)
  const tongue = languageFor(language)
  const percents = patternShares(blocks)
  const like = Math.min(most, Math.max(least, percents.length))
  const range = percents.length > 0 ? { least: like, most: like } : { least, most }
  const isPart = from > 1 || to < Infinity
  const { titles, named } = freeTitles(text, tongue, registerFor(form), {
    ...range,
    words: isPart ? inAll : words,
  })
  const mine = titles.slice(from - 1, to)
  const budget =
    percents.length === mine.length ? patterned(words, percents) : shares(words, mine.length, random)
  return mine.map((title, i) => ({
    n: from + i,
    of: titles.length,
    title,
    ...(named && { name: title }),
    words: budget[i] ?? 1,
    closes: i + from > 2 && i + from === titles.length && tongue.outline.closing.test(title),
  }))
}

const rangeOf = ({ from, to }: Readonly<Record<string, string>>) => ({
  ...(from !== undefined && { from: Number(from) }),
  ...(to !== undefined && { to: Number(to) }),
})

/** The sections that a planning prompt asks for; none where it asks for none in a known way. */
export const wanted = (blocks: PromptBlocks, random: Random): Wanted => {
  const task = blocks.get('Your task') ?? ''
  const unit = unitTask.exec(task)?.groups
  if (unit) return units(blocks, unit)
  const part = partTask.exec(task)?.groups
  if (part) return free(blocks, part, random, rangeOf(part))
  const chosen = freeTask.exec(task)?.groups
  return chosen ? free(blocks, chosen, random) : []
}

const planLine = /^(?<n>\d+)\. (?<title>.*) \((?<words>\d+) words\): (?<entry>.*)$/gmu

/** The lines of the plan that a prompt shows. */
export const planLines = (blocks: PromptBlocks) =>
  [...(blocks.get('The plan') ?? '').matchAll(planLine)].map(({ groups }) => ({
    n: Number(groups?.['n']),
    title: groups?.['title'] ?? '',
    words: Math.max(1, Number(groups?.['words'])),
    entry: groups?.['entry'] ?? '',
  }))

/** What a list of what is wrong with a plan says is to be treated, by the number of the section that is to do it. */
const topics = (wrong: string, from: number, count: number): ReadonlyMap<number, string> =>
  new Map([
    ...[...wrong.matchAll(/^- No section treats "(?<topic>.+)"\.$/gmu)].map(
      ({ groups }): [number, string] => {
        const topic = groups?.['topic'] ?? ''
        return [from + (seedOf(topic) % Math.max(1, count - from + 1)), topic]
      },
    ),
    ...[...wrong.matchAll(/^- Section (?<n>\d+) is to treat "(?<topic>.+)" but/gmu)].map(
      ({ groups }): [number, string] => [Number(groups?.['n']), groups?.['topic'] ?? ''],
    ),
  ])

/** The sections of a plan that a prompt asks for again: those that a list of what is wrong with it names, or the task. */
export const planned = (blocks: PromptBlocks): Wanted => {
  const lines = planLines(blocks)
  const wrong = blocks.get('What is wrong with it') ?? ''
  const task = blocks.get('Your task') ?? ''
  const anew = anewTask.exec(task)?.groups
  const from = Number(/from section (?<from>\d+) on/u.exec(task)?.groups?.['from'] ?? 1)
  const named = topics(wrong, from, lines.length)
  const numbers = new Set([
    ...[...wrong.matchAll(/^- Section (\d+)/gmu)].map(([, n]) => Number(n)),
    ...named.keys(),
    ...(anew?.['numbers'] ?? '').split(', ').map(Number),
  ])
  return lines
    .filter(({ n }) => numbers.has(n))
    .map(({ n, title, words }) => {
      const [whole, name] = [finished(title), named.get(n)]
      const base = { n, of: lines.length, title: whole === '' ? `Section ${n}` : whole, words, closes: false }
      return name === undefined ? base : { ...base, name }
    })
}
