import { changesOf, piecesOf, type Change } from '../../../shared/text/changes.ts'
import { findQuote } from '../../../shared/text/quotes.ts'
import type { Order } from './order.ts'
import { fenced, type PromptBlocks } from './prompt-blocks.ts'
import type { Random } from './random.ts'
import { mended } from './revise.ts'

/** Words that stand in a text, and what is to stand there instead: what a prompt for replacements asks for. */
type Replacement = { readonly find: string; readonly replace: string }

/** Pieces of the text that stands, and the changes that are made among them, by number. */
type Patch = { readonly from: number; readonly to: number; readonly first: number; readonly last: number }

const joined = (pieces: readonly string[], from: number, to: number): string =>
  pieces.slice(from, to).join('').trim()

const standsOnce = (text: string, find: string): boolean => {
  const first = findQuote(text, find)
  return first !== null && findQuote(text.slice(first.from + 1), find) === null
}

/** A change with as many neighbours as it takes for its words to stand in the text, and only once. */
const anchored = (text: string, old: readonly string[], change: Change, n: number): Patch => {
  let { from, to } = change
  while (!standsOnce(text, joined(old, from, to)) && (from > 0 || to < old.length)) {
    if (from > 0) from -= 1
    else to += 1
  }
  return { from, to, first: n, last: n }
}

/** Patches that meet as one. */
const merged = (patches: readonly Patch[]): readonly Patch[] => {
  const done: Patch[] = []
  for (const next of patches) {
    let patch = next
    for (let last = done.at(-1); last && patch.from < last.to; last = done.at(-1)) {
      const [from, to] = [Math.min(last.from, patch.from), Math.max(last.to, patch.to)]
      patch = { from, to, first: last.first, last: patch.last }
      done.pop()
    }
    done.push(patch)
  }
  return done
}

/** By how many pieces the first changes make a text longer. */
const shiftOf = (changes: readonly Change[], count: number): number =>
  changes.slice(0, count).reduce((sum, { from, to, fresh }) => sum + fresh.length - (to - from), 0)

/** The replacements that make a revision of a text, sentence by sentence; what is added is quoted with what it follows. */
export const replacementsFor = (text: string, revision: string): readonly Replacement[] => {
  const [old, fresh] = [piecesOf(text), piecesOf(revision)]
  const changes = changesOf(old, fresh)
  return merged(changes.map((change, n) => anchored(text, old, change, n))).map((patch) => ({
    find: joined(old, patch.from, patch.to),
    replace: joined(
      fresh,
      patch.from + shiftOf(changes, patch.first),
      patch.to + shiftOf(changes, patch.last + 1),
    ),
  }))
}

/** Whether a prompt asks for replacements rather than for the whole text. */
export const wantsReplacements = (blocks: PromptBlocks): boolean =>
  (blocks.get('Your task') ?? '').includes('"find"')

/** What mends the text of a prompt, as replacements; none where there is nothing to mend. */
export const mend = (blocks: PromptBlocks, order: Order, random: Random): readonly Replacement[] => {
  const [text = ''] = fenced(blocks.get('Its text now') ?? '')
  return text.trim() === '' ? [] : replacementsFor(text, mended(text, order, random, blocks))
}
