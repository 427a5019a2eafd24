/** What bears on how much context a model is given; bytes and tokens. */
export type Room = {
  /** What the writer asked for. */
  readonly asked?: number
  /** What the model was trained for. */
  readonly trained?: number
  /** What it is loaded with now. */
  readonly loaded?: number
  /** The size of its weights. */
  readonly bytes?: number
  /** What each token of context takes. */
  readonly bytesPerToken?: number
  /** The memory of the machine that runs it. */
  readonly memory?: number
}

const usual = 16_384
const least = 4096

/** The part of a machine's memory that a model may take. */
const share = 0.7

const fitting = (size: number, { bytes = 0, bytesPerToken = 0, memory = Infinity }: Room): number =>
  size > least && bytes + size * bytesPerToken > memory * share
    ? fitting(Math.max(least, Math.floor(size / 2)), { bytes, bytesPerToken, memory })
    : size

/**
 * The context in tokens that every call asks for: what was asked, never more than the model was trained for; else what
 * it is loaded with where that is enough (another size would load it again); else 16,384, halved down to 4,096 while
 * weights and context take over 70 % of the memory.
 */
export const contextSizeFor = (room: Room): number => {
  const { asked, trained = asked ?? usual / 2, loaded } = room
  if (asked !== undefined) return Math.min(asked, trained)
  if (loaded !== undefined && loaded >= usual / 2) return Math.min(loaded, trained)
  return fitting(Math.min(usual, trained), room)
}
