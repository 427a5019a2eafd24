/** How a vendor says that a reply is over. */
export type Finish = 'stop' | 'length' | 'filter'

/** What one frame of a stream says of the call, whatever else it carries. */
export type Frame = {
  /** The reply is over; `error`: the vendor gave it up. */
  readonly finish?: Finish | 'error'
  /** The call failed inside its reply. */
  readonly error?: { readonly words: string; readonly status?: number }
  /** The model declines, in words that are no text of the work. */
  readonly isRefusal?: boolean
  /** A kind of frame that was not known when this was written: it is passed over. */
  readonly isUnknown?: boolean
}

/** Reads one frame as it came, before anything else has looked at it. Never throws. */
export type ReadFrame = (raw: unknown) => Frame

const kinds: readonly (readonly [RegExp, number])[] = [
  [/overload/i, 529],
  [/insufficient_quota|rate_limit|resource_exhausted/i, 429],
  [/authentication|unauthenticated/i, 401],
  [/permission/i, 403],
  [/billing|payment/i, 402],
  [/not_found/i, 404],
  [/invalid|bad_request|context_length/i, 400],
  [/server_error|api_error|internal|unavailable|timeout|deadline/i, 500],
]

/** The status that an error inside a reply stands for: its own where it has one, else by the name of its kind. */
const statusOf = (code: unknown, kind?: string | null): number | undefined => {
  const own = Number(code)
  if (Number.isInteger(own) && own >= 400 && own < 600) return own
  const name = `${typeof code === 'string' ? code : ''} ${kind ?? ''}`
  return kinds.find(([words]) => words.test(name))?.[1]
}

/** An error of a frame: its words, and the status it stands for. */
export const errorOf = (
  message: string,
  code: unknown,
  kind?: string | null,
): NonNullable<Frame['error']> => {
  const status = statusOf(code, kind)
  return { words: [message, kind].filter(Boolean).join(' · '), ...(status !== undefined && { status }) }
}
