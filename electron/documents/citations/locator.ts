/** A place within a source: what kind of place, and which. `label` is '' where the words stand for themselves. */
export type Locator = { readonly label: string; readonly value: string }

const labels: readonly (readonly [label: string, pattern: RegExp])[] = [
  [
    'page',
    /^(?:pp?\.?|pages?|S\.|Seiten?|páginas?|págs?\.|pagina|с\.|стр\.|第(?=\s*\d+\s*页))\s*(?=\d|[ivxlc]+\b)/iu,
  ],
  ['chapter', /^(?:chap(?:ter|\.)?s?|ch\.|Kap(?:itel|\.)|cap(?:ítulo|itolo|\.)|гл\.)\s*(?=\S)/iu],
  ['section', /^(?:sec(?:tion|\.|t\.)?s?|§+|Abschn(?:itt|\.))\s*(?=\S)/iu],
  ['paragraph', /^(?:para(?:graph|\.)?s?|¶+|Abs(?:atz|\.))\s*(?=\S)/iu],
  ['figure', /^(?:fig(?:ure|\.)?s?|Abb(?:ildung|\.))\s*(?=\S)/iu],
  ['volume', /^(?:vol(?:ume|\.)?s?|Bd\.|Band)\s*(?=\S)/iu],
]

const bare = /^\d+(?:\s*[-–,]\s*\d+)*$/u

/** What stands behind the comma of a citation, as a place: a bare number is a page. */
export const locatorOf = (place: string): Locator | null => {
  const text = place.trim()
  if (text === '') return null
  const dashed = (value: string): string => value.replace(/(?<=\d)\s*--?\s*(?=\d)/gu, '–').trim()
  if (bare.test(text)) return { label: 'page', value: dashed(text) }
  for (const [label, pattern] of labels) {
    const [found] = pattern.exec(text) ?? []
    if (found !== undefined && text.length > found.length)
      return { label, value: dashed(text.slice(found.length)) }
  }
  return { label: '', value: text }
}
