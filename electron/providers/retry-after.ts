const dayMs = 24 * 60 * 60 * 1000

const dates = [
  /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]+day, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/,
]

/** One of the three HTTP dates of RFC 9110 §5.6.7, in ms since 1970. */
export const httpDateIn = (value: string): number | null => {
  if (!dates.some((shape) => shape.test(value))) return null
  const at = Date.parse(value.endsWith('GMT') ? value : `${value} GMT`)
  return Number.isNaN(at) ? null : at
}

const numberIn = (value: string | undefined): number | null =>
  value !== undefined && /^\d+(\.\d+)?$/.test(value) ? Number(value) : null

/**
 * Milliseconds a server asks to wait, from `retry-after-ms`, else `retry-after` in seconds or as one of the three
 * HTTP dates of RFC 9110 §5.6.7 (reckoned from the server's own `date`, so that a wrong clock does not matter).
 * At most a day; null where nothing usable is said. Header names in lower case.
 */
export const retryAfterMs = (
  headers: Readonly<Record<string, string | undefined>>,
  now: number,
): number | null => {
  const exact = numberIn(headers['retry-after-ms']?.trim())
  if (exact !== null) return Math.min(exact, dayMs)
  const value = headers['retry-after']?.trim()
  const seconds = numberIn(value)
  if (seconds !== null) return Math.min(seconds * 1000, dayMs)
  const at = httpDateIn(value ?? '')
  if (at === null) return null
  const base = httpDateIn(headers['date']?.trim() ?? '') ?? now
  return Math.min(Math.max(0, at - base), dayMs)
}
