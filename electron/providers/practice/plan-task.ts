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

const free = (blocks: PromptBlocks, groups: Readonly<Record<string, string>>, random: Random): Wanted => {
  const [least = 1, most = 1, words = 0] = ['least', 'most', 'words'].map((name) => Number(groups[name]))
  const { text, form, language } = askedBrief(blocks)
  const tongue = languageFor(language)
  const { titles, named } = freeTitles(text, tongue, registerFor(form), { least, most, words })
  const budget = shares(words, titles.length, random)
  return titles.map((title, i) => ({
    n: i + 1,
    of: titles.length,
    title,
    ...(named && { name: title }),
    words: budget[i] ?? 1,
    closes: i > 1 && i === titles.length - 1 && tongue.outline.closing.test(title),
  }))
}

/** The sections that a planning prompt asks for; none where it asks for none in a known way. */
export const wanted = (blocks: PromptBlocks, random: Random): Wanted => {
  const task = blocks.get('Your task') ?? ''
  const unit = unitTask.exec(task)?.groups
  if (unit) return units(blocks, unit)
  const chosen = freeTask.exec(task)?.groups
  return chosen ? free(blocks, chosen, random) : []
}

const planLine = /^(?<n>\d+)\. (?<title>.*) \((?<words>\d+) words\): (?<entry>.*)$/gmu

/** The sections of the plan that a list of what is wrong with it names, by number or by their matter. */
export const planned = (blocks: PromptBlocks): Wanted => {
  const wrong = blocks.get('What is wrong with it') ?? ''
  const numbers = new Set([...wrong.matchAll(/\bsections? (\d+)/giu)].map(([, n]) => Number(n)))
  const matters = [...wrong.matchAll(/"([^"]+)"/gu)].map(([, matter = '']) => matter.toLowerCase())
  const lines = [...(blocks.get('The plan') ?? '').matchAll(planLine)].map(({ groups }) => ({
    n: Number(groups?.['n']),
    title: groups?.['title'] ?? '',
    words: Math.max(1, Number(groups?.['words'])),
    entry: (groups?.['entry'] ?? '').toLowerCase(),
  }))
  return lines
    .filter(({ n, entry }) => numbers.has(n) || matters.some((matter) => entry.includes(matter)))
    .map(({ n, title, words }) => {
      const name = finished(title)
      return { n, of: lines.length, title: name === '' ? `Section ${n}` : name, words, closes: false }
    })
}
