/** An element as it opens; its name and those of its attributes without the prefixes of their namespaces. */
export type Opened = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
}

/** What hears of an XML text, in order. */
export type XmlHearer = {
  readonly open: (element: Opened) => void
  readonly close: (element: Opened) => void
  readonly text: (text: string) => void
}

/** Elements may stand this deep in each other. */
const deepest = 1_000

const token =
  /<(?:!--[^]*?-->|!\[CDATA\[([^]*?)\]\]>|\?[^]*?\?>|(\/?)([^\s<>/!?"'=&]+)((?:\s+[^\s<>/"'=&]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>)|[^<]+/uy
const attribute = /([^\s<>/"'=&]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const character = (code: number): string => {
  if (code > 0x10ffff) throw new Error('a character that there is not')
  return String.fromCodePoint(code)
}

const plain = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{1,20}));|&/giu,
        (whole, hex, decimal, name: string) => {
          if (hex !== undefined) return character(Number.parseInt(String(hex), 16))
          if (decimal !== undefined) return character(Number(decimal))
          const found = entities[name ?? '']
          if (found === undefined) throw new Error(`the entity ${whole}`)
          return found
        },
      )
    : text

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads XML that has no document type: declarations, and so entities of its own, are refused, and nothing outside of
 * the text is ever looked for. Strict: throws an Error where it is not well-formed. Its time grows with the text.
 */
export const readXml = (source: string, hearer: XmlHearer): void => {
  const open: (Opened & { readonly written: string })[] = []
  const enter = (written: string, given: string): void => {
    if (open.length >= deepest) throw new Error('elements that stand too deep in each other')
    const attributes = new Map<string, string>()
    for (const [, name = '', double, single] of given.matchAll(attribute))
      attributes.set(withoutPrefix(name), plain(double ?? single ?? ''))
    const element = { name: withoutPrefix(written), attributes, written }
    open.push(element)
    hearer.open(element)
  }
  const leave = (written: string): void => {
    const element = open.pop()
    if (element?.written !== written) throw new Error(`</${written.slice(0, 40)}> without its beginning`)
    hearer.close(element)
  }
  let at = source.startsWith('\ufeff') ? 1 : 0
  while (at < source.length) {
    token.lastIndex = at
    const [whole, data, end, name, given = '', empty] = token.exec(source) ?? []
    if (whole === undefined) throw new Error(`what begins with ${source.slice(at, at + 20)}`)
    at += whole.length
    if (name !== undefined) {
      if (end === '/') leave(name)
      else {
        enter(name, given)
        if (empty === '/') leave(name)
      }
    } else if (data !== undefined) hearer.text(data)
    else if (!whole.startsWith('<')) hearer.text(plain(whole))
  }
  if (open.length > 0) throw new Error('elements without an end')
}
