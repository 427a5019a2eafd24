const schemes: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:'])

/** An address as a link may hold it, or null where it names anything but http, https or mailto. */
export const safeAddress = (address: string): string | null => {
  const url = URL.parse(address)
  return url && schemes.has(url.protocol) ? url.href : null
}

/** The same of what a person typed, who may leave `https://` or `mailto:` out. */
export const typedAddress = (typed: string): string | null => {
  const text = typed.trim()
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/u.test(text)) return safeAddress(`mailto:${text}`)
  if (/^[\w-]+(?:\.[\w-]+)+(?:[/?#:].*)?$/u.test(text) && !text.includes(' ')) {
    return safeAddress(`https://${text}`)
  }
  return safeAddress(text)
}
