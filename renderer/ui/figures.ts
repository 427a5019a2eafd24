const thousands = new Intl.NumberFormat('en-US')

/** A number with thousands set off: 12,400. */
export const figure = (value: number): string => thousands.format(value)

/** A large number in few letters: 950, 12.4k, 1.2M. */
export const brief = (value: number): string => {
  if (value < 1000) return String(value)
  const [by, unit] = value < 999_500 ? [1000, 'k'] : [1_000_000, 'M']
  const scaled = value / by
  return `${scaled >= 99.5 ? Math.round(scaled) : Number(scaled.toFixed(1))}${unit}`
}

/** Words, counted: "1 word", "1,200 words". */
export const inWords = (count: number): string => counted(count, 'word')

/** A noun, counted: "1 section", "12 sections". */
export const counted = (count: number, noun: string): string =>
  `${figure(count)} ${count === 1 ? noun : `${noun}s`}`

/** A span of time that nobody knows exactly: "less than a minute", "about 3 minutes", "about 1 hour 20 minutes". */
export const roughly = (ms: number): string => {
  if (ms < 50_000) return 'less than a minute'
  const exact = ms / 60_000
  const step = exact < 12 ? 1 : exact < 57.5 ? 5 : 10
  const minutes = Math.round(exact / step) * step
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [
    ...(hours > 0 ? [counted(hours, 'hour')] : []),
    ...(rest > 0 ? [counted(rest, 'minute')] : []),
  ]
  return `about ${parts.join(' ')}`
}

/** A span of time as it is said: "40 s", "3 min", "1 h 20 min". */
export const span = (ms: number): string => {
  const seconds = Math.max(1, Math.ceil(ms / 1000))
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)} h${rest > 0 ? ` ${rest} min` : ''}`
}
