import { changesOf, piecesOf, type Change } from '../../shared/text/changes.ts'

/** Sentences in a text, and in its revision, beyond which no parts are looked for. */
const most = 600
/** Changes that are tried one by one. */
const mostChanges = 40

const fenced = /^ {0,3}(?:```|~~~)/mu

const withChanges = (old: readonly string[], changes: readonly Change[]): string => {
  let at = 0
  const parts: string[] = []
  for (const { from, to, fresh } of changes) {
    parts.push(...old.slice(at, from), ...fresh)
    at = to
  }
  return [...parts, ...old.slice(at)].join('').trim()
}

/**
 * The text that stands with those changes of a revision, sentence by sentence, that each make it better: as they are,
 * or else with what they would take out left standing. The text itself where none does, or where there is code in it.
 */
export const inPart = (
  text: string,
  revision: string,
  isBetter: (after: string, before: string) => boolean,
): string => {
  if (fenced.test(text) || fenced.test(revision)) return text
  const [old, fresh] = [piecesOf(text), piecesOf(revision)]
  if (old.length > most || fresh.length > most) return text
  let best = text
  const taken: Change[] = []
  for (const change of changesOf(old, fresh).slice(0, mostChanges)) {
    for (const way of [change, { ...change, to: change.from }]) {
      const next = withChanges(old, [...taken, way])
      if (!isBetter(next, best)) continue
      best = next
      taken.push(way)
      break
    }
  }
  return best
}
