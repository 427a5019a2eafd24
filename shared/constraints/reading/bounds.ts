import { articles, froms, untils } from './lexicon-en.ts'
import { orderedAt } from './ordinals.ts'
import type { Phrase } from './phrase.ts'
import { isUnit, wordAt, type Ground } from './points.ts'
import { runsAt, type Runs } from './runs.ts'
import { rawIn } from './tokens.ts'

export const firstOf = ({ runs }: Runs): number | null =>
  runs ? Math.min(...runs.map(({ from }) => from)) : null
export const lastOf = ({ runs }: Runs): number | null => (runs ? Math.max(...runs.map(({ to }) => to)) : null)

export const skip = (ground: Ground, at: number, words: ReadonlySet<string>, most = 4): number => {
  let i = at
  while (i < at + most && words.has(wordAt(ground, i))) i += 1
  return i
}

const lead = new Set('from at in on with the of and as end beginning start including week-of'.split(' '))
const onward = new Set('on onward onwards and up upward'.split(' '))

export const isPost = (ground: Ground, at: number, word: string): boolean =>
  wordAt(ground, at) === word && ground.tokens[at]?.post === true

const ranged = (found: Runs): boolean => {
  const [run] = found.runs ?? []
  return found.listed || (run !== undefined && run.to > run.from)
}

/** "starting from week 10", "from chapter 5 on", "from November 7 to November 8", 从第十三周开始. */
const fromAt = (ground: Ground, at: number): Phrase | null => {
  const word = wordAt(ground, at)
  if (!froms.has(word) || isPost(ground, at, 'from')) return null
  const start = skip(ground, skip(ground, at, froms), lead)
  const found = runsAt(ground, start)
  if (!found) return null
  const { next, runs, listed, cells } = found
  const end = isPost(ground, next, 'from') || isPost(ground, next, 'between') ? next + 1 : next
  // "starting in June" is where it starts; "from June" may be all of it.
  const all = cells !== undefined || /^(?:from|since)$/u.test(word) || rangeSaid(ground, start, end)
  if (ranged(found) && (all || listed)) {
    return { kind: 'at', start: at, end, runs, listed, ...(cells && { cells }) }
  }
  return { kind: 'from', start: at, end: skip(ground, end, onward, 3), at: firstOf(found) }
}

/** Whether a range was written out between two tokens, rather than told by one word such as a month. */
const rangeSaid = (ground: Ground, start: number, end: number): boolean => {
  for (let i = start + 1; i < end; i += 1) {
    if (/^(?:to|through|until|till|thru|and|-|–|—|~|,|、)$/u.test(wordAt(ground, i))) return true
  }
  return false
}

const untilWords = new Set('to the end of and including in with at by on'.split(' '))

/** Whether a phrase that says until when begins here: "until", "up to", 到, "goes on to". */
const saysUntil = (ground: Ground, at: number): boolean => {
  const word = wordAt(ground, at)
  if (word === 'up') return wordAt(ground, at + 1) === 'to'
  if (word !== 'to') return word === 'by' || (untils.has(word) && !isPost(ground, at, 'until'))
  const led = /^(?:on|runs?|through|continues?|goes|go|lasts?)$/u.test(wordAt(ground, at - 1))
  return led || /\p{Script=Han}/u.test(rawIn(ground.tokens, at))
}

const untilAt = (ground: Ground, at: number): Phrase | null => {
  if (!saysUntil(ground, at)) return null
  const start = skip(ground, at + 1, untilWords, 5)
  const found = runsAt(ground, start)
  if (!found) return null
  const end = isPost(ground, found.next, 'until') ? found.next + 1 : found.next
  if (isPost(ground, end, 'before')) return null
  const by = wordAt(ground, at) === 'by'
  if (by && !isUnit(ground, start)) return null
  return { kind: 'until', start: at, end, at: lastOf(found), word: by ? 'by' : 'until' }
}

/** "between weeks 10 and 20": its two ends. */
const betweenAt = (ground: Ground, at: number): Phrase | null => {
  if (wordAt(ground, at) !== 'between' || isPost(ground, at, 'between')) return null
  const found = runsAt(ground, skip(ground, at + 1, articles, 2))
  if (!found?.runs || found.runs.length !== 2) return null
  const [from, to] = [firstOf(found), lastOf(found)]
  const runs = from === null || to === null ? null : [{ from, to, step: 1 }]
  return { kind: 'at', start: at, end: found.next, runs, listed: false }
}

export const beforeWords = new Set(['before', 'preceding'])
export const afterWords = new Set(['after', 'following', 'past', 'beyond'])

/** Which side of a place is meant, and how many tokens say so: "before", "prior to", "after". */
const sideAt = (ground: Ground, at: number): { readonly before: boolean; readonly taken: number } | null => {
  const word = wordAt(ground, at)
  if (wordAt(ground, at + 1) === 'to' && /^(?:prior|subsequent)$/u.test(word)) {
    return { before: word === 'prior', taken: 2 }
  }
  if (ground.tokens[at]?.post) return null
  if (beforeWords.has(word)) return { before: true, taken: 1 }
  return afterWords.has(word) ? { before: false, taken: 1 } : null
}

const edgeWords = new Set(['the', 'end', 'start', 'beginning', 'of'])

/** "before chapter 20", "prior to", "after week 5": a place is left out, and all before or behind it is meant. */
const besideAt = (ground: Ground, at: number): Phrase | null => {
  const side = sideAt(ground, at)
  if (!side) return null
  const start = skip(ground, at + side.taken, edgeWords, 4)
  const found = runsAt(ground, start)
  if (!found) return null
  const inner = side.before ? /^end$/u : /^(?:start|beginning)$/u
  const inclusive = ground.tokens.slice(at, start).some(({ word }) => inner.test(word))
  const edge = side.before ? firstOf(found) : lastOf(found)
  const by = inclusive ? 0 : side.before ? -1 : 1
  const unit = edge === null ? null : edge + by
  const place = { start: at, end: found.next, at: unit }
  return side.before ? { kind: 'until', ...place, word: 'before' } : { kind: 'from', ...place }
}

const exceptWords = new Set('for from in on than'.split(' '))

/** "except the last chapter", "all but chapters 3 and 7". */
const exceptAt = (ground: Ground, at: number): Phrase | null => {
  const word = wordAt(ground, at)
  const apart = word === 'apart' || word === 'aside' || word === 'other'
  if (!['except', 'excepting', 'excluding', 'but', 'save'].includes(word) && !apart) return null
  const said = skip(ground, at + 1, exceptWords, 2)
  if (apart && said === at + 1) return null
  const point = runsAt(ground, said)
  const bare = point ? null : orderedAt(ground, said, 'any')
  const [one] = bare ?? []
  if (bare && one) {
    const units = bare.flatMap((each) => each.units ?? [])
    const runs =
      units.length < bare.length * 2
        ? null
        : bare.flatMap(({ units: each }) => (each ? [{ from: each[0], to: each[1], step: 1 }] : []))
    return { kind: 'except', start: at, end: one.next, runs }
  }
  if (!point) return null
  return {
    kind: 'except',
    start: at,
    end: isPost(ground, point.next, 'in') ? point.next + 1 : point.next,
    runs: point.runs,
  }
}

/** "all but the last chapter": what is left of each. */
const allBut = (ground: Ground, at: number): Phrase | null => {
  if (!/^(?:all|every|everything|anywhere|everywhere)$/u.test(wordAt(ground, at))) return null
  const except = exceptAt(ground, at + 1)
  return except ? { ...except, start: at } : null
}

/** What bounds a place, said from `at` on: from, until, before, after, between, except. */
export const boundAt = (ground: Ground, at: number): Phrase | null =>
  allBut(ground, at) ??
  exceptAt(ground, at) ??
  fromAt(ground, at) ??
  untilAt(ground, at) ??
  besideAt(ground, at) ??
  betweenAt(ground, at)
