const protocols = new Set(['http:', 'https:', 'mailto:'])

/** Word calls a file damaged whose link is longer than this. */
const maxLength = 2000

/**
 * The address as it may stand in a file that leaves: absolute, http, https or mailto, every character fit for a URI.
 * Null for anything else, also for tricks such as `java\tscript:` that a browser would read as another protocol.
 */
export const safeUrl = (address: string): string | null => {
  const url = URL.parse(address)
  if (!url || !protocols.has(url.protocol)) return null
  const href = url.href.replace(/[\s"<>\\^`{|}]/gu, encodeURIComponent)
  return href.length > maxLength ? null : href
}
