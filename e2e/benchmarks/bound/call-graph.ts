import { commonBeginning, marksOf } from './marks.ts'
import type { LoggedCall } from './logged-call.ts'

/** That a call cannot begin before another (by its place in the log) has gone on for so many ms. */
export type Need = { readonly of: number; readonly after: number }

/** A logged call with all that it had to wait for, and the call whose first word it waited for, if any. */
export type GraphCall = LoggedCall & { readonly needs: readonly Need[]; readonly warmedBy: number | null }

/** Vendors keep beginnings from 1,024 tokens on, in blocks of 128; four letters a token. */
const [leastKept, blockKept] = [1_024 * 4, 128 * 4]

/** The earliest call that had begun with all that of this call's beginning which a vendor can keep. */
const warmedBy = (log: readonly LoggedCall[], at: number): number | null => {
  const common = log.slice(0, at).map(({ prompt }) => commonBeginning(prompt, log[at]?.prompt ?? ''))
  const kept = Math.floor(Math.max(0, ...common) / blockKept) * blockKept
  return kept < leastKept ? null : common.findIndex((letters) => letters >= kept)
}

/** How long a call must have gone on until it has said what another quotes of it: to its end, where it was awaited. */
const lagOf = (a: LoggedCall, b: LoggedCall, quoted: readonly string[]): number => {
  if (a.to <= b.from) return a.to - a.from
  const said = Math.max(...quoted.map((mark) => a.reply.indexOf(mark) + mark.length)) / a.reply.length
  return Math.min(a.first + (a.to - a.first) * said, b.from) - a.from
}

const isProse = ({ reply }: LoggedCall): boolean => !/^\s*(?:```\w*\s*)?[[{]/u.test(reply)

type Read = { readonly needs: Map<number, number>; readonly texts: Set<number> }

/** What a call quotes of those before it: their replies, and the texts that it is thereby about. */
const read = (log: readonly LoggedCall[], at: number, known: Known): Read => {
  const [call, needs, texts] = [log[at], new Map<number, number>(), new Set<number>()]
  if (!call) return { needs, texts }
  for (const [of, earlier] of log.slice(0, at).entries()) {
    const quoted = known.marks[of]?.filter((mark) => call.prompt.includes(mark)) ?? []
    if (quoted.length === 0) continue
    needs.set(of, lagOf(earlier, call, quoted))
    if (isProse(earlier)) known.about[of]?.forEach((text) => texts.add(text))
  }
  if (texts.size === 0 && isProse(call)) texts.add(at)
  return { needs, texts }
}

type Known = {
  readonly marks: readonly (readonly string[])[]
  /** The texts that each call so far is about, by the calls that wrote them first. */
  readonly about: readonly ReadonlySet<number>[]
}

/** The calls before this one that it awaited although it does not quote them. */
const awaited = (log: readonly LoggedCall[], at: number, texts: ReadonlySet<number>, { about }: Known) => {
  const isPlanning = !log.slice(0, at + 1).some(isProse)
  return log.slice(0, at).flatMap(({ from, to }, of): readonly Need[] => {
    const [text, another] = about[of] ?? []
    const isAbout = text !== undefined && another === undefined && texts.has(text)
    return to <= (log[at]?.from ?? 0) && (isAbout || isPlanning) ? [{ of, after: to - from }] : []
  })
}

type Linked = {
  readonly call: LoggedCall
  readonly needs: Map<number, number>
  readonly texts: ReadonlySet<number>
}

/** Whether a call judges the work as a whole: it quotes no text, comes when there are texts, and nobody reads its reply. */
const isOnWhole = (links: readonly Linked[], at: number): boolean => {
  const [link, before, after] = [links[at], links.slice(0, at), links.slice(at + 1)]
  if (!link || link.texts.size > 0) return false
  const hasTexts = before.some(({ call }) => isProse(call) && call.to <= link.call.from)
  return hasTexts && !after.some(({ needs }) => needs.has(at))
}

/** What was done about single texts before a call began. */
const doneBefore = (links: readonly Linked[], at: number): readonly Need[] =>
  links
    .slice(0, at)
    .flatMap(({ call: { from, to }, texts }, of): readonly Need[] =>
      texts.size === 1 && to <= (links[at]?.call.from ?? 0) ? [{ of, after: to - from }] : [],
    )

/**
 * What each call of a log had to wait for, by what was said alone:
 * - for every call whose reply it quotes (a draft quotes the plan, a review the draft, a draft the memory of what it
 *   comes after), as far as it quotes it where that one was still speaking;
 * - about a text (it quotes the prose of a call, or prose that grew from it): for all that had ended by then and was
 *   about this one text, since each verb waits for the verdict of the one before;
 * - before there is any prose: for the calls that had ended by then, since the plan is made in one chain;
 * - about the work as a whole: for all that had ended by then about any one text, since what is told twice can only be
 *   looked for once all texts stand.
 */
export const callGraph = (calls: readonly LoggedCall[]): readonly GraphCall[] => {
  const log = calls.toSorted((a, b) => a.from - b.from || a.n - b.n)
  const marks = marksOf(log)
  const about: ReadonlySet<number>[] = []
  const links = log.map((call, at): Linked => {
    const { needs, texts } = read(log, at, { marks, about })
    about.push(texts)
    for (const { of, after } of awaited(log, at, texts, { marks, about })) needs.set(of, after)
    return { call, needs, texts }
  })
  return links.map(({ call, needs }, at) => ({
    ...call,
    needs: [
      ...[...needs].map(([of, after]) => ({ of, after })),
      ...(isOnWhole(links, at) ? doneBefore(links, at).filter(({ of }) => !needs.has(of)) : []),
    ],
    warmedBy: warmedBy(log, at),
  }))
}
