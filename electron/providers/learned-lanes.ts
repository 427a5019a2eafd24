/** How one call that had a place ended, for whoever learns how many places there are. */
export type Lesson = 'good' | 'limit' | 'nothing'

/**
 * How many calls a server takes at once, as far as it has shown: `most` is without end until it first asks for fewer.
 * `round` counts how often it did; `good` are the replies since it last did, or since `most` last grew.
 */
export type Lanes = { readonly most: number; readonly round: number; readonly good: number }

/** Good replies after which one more call at once is tried. */
const repliesToGrow = 8

/** Before anything was learned. */
export const allLanes: Lanes = { most: Infinity, round: 0, good: 0 }

/**
 * What is known after a call: half of those that were in hand where the server asks for fewer, never less than one; one
 * more after eight good replies. Of the calls that began in one `round` only the first to be refused counts: they all
 * tell of the same moment.
 */
export const learned = (
  lanes: Lanes,
  lesson: Lesson,
  { round, inHand }: { readonly round: number; readonly inHand: number },
): Lanes => {
  if (lesson === 'limit') {
    if (round !== lanes.round) return lanes
    return { most: Math.max(1, Math.floor(Math.min(lanes.most, inHand) / 2)), round: round + 1, good: 0 }
  }
  if (lesson === 'nothing' || lanes.most === Infinity) return lanes
  const good = lanes.good + 1
  return good < repliesToGrow ? { ...lanes, good } : { ...lanes, most: lanes.most + 1, good: 0 }
}
