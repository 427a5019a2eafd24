import type { Line, Span } from './spans.ts'

const thousands = new Intl.NumberFormat('en-US')

/** A number with thousands set off: 12,400. */
export const figure = (value: number): string => thousands.format(value)

/** Words, counted: "1 word", "1,200 words". */
export const inWords = (count: number): string => `${figure(count)} ${count === 1 ? 'word' : 'words'}`

/** A moment (ms since 1970) as the hour here: 14:05:09. */
export const clock = (ms: number): string => new Date(ms).toTimeString().slice(0, 8)

/** Duties by verdict, those of which there are none left out: "3 kept, 1 broken". */
export const verdictSpans = (counts: {
  readonly kept: number
  readonly broken: number
  readonly unsure: number
  /** Not checked yet. */
  readonly owed?: number
}): Line => {
  const { kept, broken, unsure, owed = 0 } = counts
  const parts: readonly Span[] = [
    ...(kept > 0 || broken + unsure + owed === 0
      ? [{ text: `${figure(kept)} kept`, style: 'good' } as const]
      : []),
    ...(broken > 0 ? [{ text: `${figure(broken)} broken`, style: 'bad' } as const] : []),
    ...(unsure > 0 ? [{ text: `${figure(unsure)} unsure`, style: 'warn' } as const] : []),
    ...(owed > 0 ? [{ text: `${figure(owed)} not checked yet`, style: 'dim' } as const] : []),
  ]
  return parts.flatMap((part, i): Line => (i === 0 ? [part] : [', ', part]))
}
