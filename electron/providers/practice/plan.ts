import { countWords } from '../../../shared/text/words.ts'
import { seedOf } from '../../../shared/text/hash.ts'
import { askedBrief } from './asked.ts'
import { focuses } from './focus.ts'
import { framed } from './grammar.ts'
import { inQuotes, languageFor, withinQuotes, type Language } from './language.ts'
import { planned, wanted, type Wanted } from './plan-task.ts'
import type { PromptBlocks } from './prompt-blocks.ts'
import { randomFrom } from './random.ts'
import { registerFor } from './register.ts'
import { cropped } from './says.ts'
import { finished } from './titles.ts'

/** One section as the planner answers it. */
export type PlanEntry = {
  readonly n: number
  readonly title: string
  readonly entry: string
  readonly words: number
  readonly owns: readonly string[]
  readonly leaves: readonly string[]
  readonly after: readonly number[]
}

/** Words a plan entry may have. */
const longest = 25

/** A plan entry: the matter, then as many of the phrases as there is room for. */
const clauses = (language: Language, matter: string, says: readonly string[], turn: number): string => {
  const { grammar, clause, stop } = language
  const frames = grammar.treats
  const treats = framed(frames[turn % frames.length], matter)
  const said = says.map((phrase) =>
    framed(grammar.says[0], withinQuotes(finished(cropped(phrase, 14)), language)),
  )
  const parts = [treats]
  for (const next of said) {
    if (countWords([...parts, next].join(clause)) <= longest) parts.push(next)
  }
  const entry = parts.join(clause)
  return entry.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) + stop
}

const owedBy = (blocks: PromptBlocks, count: number): ReadonlyMap<number, readonly string[]> => {
  const lines = (blocks.get('What single sections owe') ?? '').matchAll(
    /^- (?<n>\d+): (?:Say|Bring in): "(?<phrase>.*)"$/gmu,
  )
  const placed = [...lines].map(({ groups }) => ({
    n: Number(groups?.['n']),
    phrase: groups?.['phrase'] ?? '',
  }))
  // What the whole must say needs one section that says it.
  const whole = askedBrief(blocks).wholeAsks.flatMap(({ kind, params }) =>
    kind === 'mentions' ? [{ n: (seedOf(params.text) % count) + 1, phrase: params.text }] : [],
  )
  const byNumber = Map.groupBy([...placed, ...whole], ({ n }) => n)
  return new Map([...byNumber].map(([n, all]) => [n, all.map(({ phrase }) => phrase)]))
}

/** Whether entries are asked for that are there already. */
const patches = (blocks: PromptBlocks): boolean =>
  blocks.has('What is wrong with it') ||
  /^Plan sections? [\d, ]+ anew\b/mu.test(blocks.get('Your task') ?? '')

const namesOf = (sections: Wanted, n: number): string | undefined =>
  sections.find((each) => each.n === n)?.name

const entriesFor = (blocks: PromptBlocks, sections: Wanted): readonly PlanEntry[] => {
  const brief = askedBrief(blocks)
  const language = languageFor(brief.language)
  const count = sections[0]?.of ?? 0
  const matters = focuses(
    language,
    registerFor(brief.form),
    count * 2,
    randomFrom(seedOf(blocks.get('The brief'))),
  )
  const owed = owedBy(blocks, count)
  return sections.map(({ n, title, name, words, closes }) => {
    // A mended section takes matter that no section had before.
    const drawn = matters[n - 1 + (patches(blocks) ? count : 0)] ?? title
    const own = name ?? drawn
    const matter = name === undefined ? own : inQuotes(cropped(name, 14), language)
    const others = [n - 1, n + 1].filter((other) => other >= 1 && other <= count)
    return {
      n,
      title,
      entry: clauses(language, matter, owed.get(n) ?? [], n),
      words,
      owns: [own],
      leaves: others.flatMap((other) => namesOf(sections, other) ?? matters[other - 1] ?? []),
      after: closes ? Array.from({ length: n - 1 }, (_, i) => i + 1) : [],
    }
  })
}

/**
 * Answers a planning prompt: just the batch it asks for, or just the sections that are to be mended or planned anew. The same brief gives
 * the same matter to the same section, whatever the batch.
 */
export const plan = (blocks: PromptBlocks): readonly PlanEntry[] =>
  entriesFor(
    blocks,
    patches(blocks)
      ? planned(blocks)
      : wanted(blocks, randomFrom(seedOf(['words', blocks.get('The brief')]))),
  )
