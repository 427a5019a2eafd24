import { diffWordsWithSpace } from 'diff'

/** A stretch of two texts: the same in both, or what one has in place of what the other has. */
export type Stretch =
  | { readonly same: true; readonly text: string }
  | { readonly same: false; readonly removed: string; readonly added: string }

/** Milliseconds a comparison may take before two texts count as wholly different. */
const patience = 1500

type Change = Extract<Stretch, { same: false }>

const joined = (a: Change, b: Change, between = ''): Change => ({
  same: false,
  removed: a.removed + between + b.removed,
  added: a.added + between + b.added,
})

/** What a person reads as one change: changes with nothing but a space between them. */
const merged = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const found: Stretch[] = []
  for (const stretch of stretches) {
    const [before, last] = [found.at(-2), found.at(-1)]
    if (stretch.same || !last) found.push(stretch)
    else if (!last.same) found.splice(-1, 1, joined(last, stretch))
    else if (before && !before.same && /^ ?$/u.test(last.text)) {
      found.splice(-2, 2, joined(before, stretch, last.text))
    } else found.push(stretch)
  }
  return found
}

/** What changes from one text to another, word by word. Letters are never lost: see `textWith`. */
export const textChanges = (from: string, to: string): readonly Stretch[] => {
  const parts = diffWordsWithSpace(from, to, { timeout: patience })
  if (!parts) return [{ same: false, removed: from, added: to }]
  return merged(
    parts.map(({ value, added, removed }): Stretch => {
      if (!added && !removed) return { same: true, text: value }
      return { same: false, removed: removed ? value : '', added: added ? value : '' }
    }),
  )
}

/** The text with those changes made whose number `isTaken` says yes to, from 0; with none it is the first text. */
export const textWith = (stretches: readonly Stretch[], isTaken: (change: number) => boolean): string => {
  let change = -1
  return stretches
    .map((stretch) => {
      if (stretch.same) return stretch.text
      change += 1
      return isTaken(change) ? stretch.added : stretch.removed
    })
    .join('')
}

/** How many changes there are. */
export const changeCount = (stretches: readonly Stretch[]): number =>
  stretches.filter(({ same }) => !same).length
