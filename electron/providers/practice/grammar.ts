import type { Random } from './random.ts'

/** Symbols every language offers; each frame may call further symbols of its own, written `{name}`. */
export const topSymbols = [
  'report',
  'story',
  'diary',
  'manual',
  'bare',
  'tiny',
  'honest',
  'honestShort',
  'say',
  'keep',
  'entry',
  'topic',
  'lead',
  'heading',
  'columns',
  'row',
  'reportFocus',
  'storyFocus',
  'diaryFocus',
  'manualFocus',
  'treats',
  'says',
  'quote',
] as const
export type TopSymbol = (typeof topSymbols)[number]

/** Frames by symbol. `{phrase}` and `{title}` are filled by the caller, every other slot from the grammar. */
export type Grammar = Readonly<Record<TopSymbol, readonly string[]>> & {
  readonly [symbol: string]: readonly string[]
}

/** What fills the slots that are not in the grammar. */
export type Given = { readonly phrase?: string; readonly title?: string }

/** Turns a frame into words; what it draws for a slot comes again only after all else that fits there has come. */
export type Fill = (frame: string, given?: Given) => string

const slot = /\{(?<name>\w+)\}/gu

/** Symbols that frames of a grammar call and that it does not define. */
export const missingSymbols = (grammar: Grammar): readonly string[] => {
  const called = Object.values(grammar).flatMap((frames) =>
    frames.flatMap((frame) => [...frame.matchAll(slot)].map(({ groups }) => groups?.['name'] ?? '')),
  )
  return [...new Set(called)].filter((name) => !['phrase', 'title'].includes(name) && !grammar[name])
}

/** Fills frames from decks of its own: pieces are dealt like cards, so that repetition stays far apart. */
export const filler = (grammar: Grammar, random: Random): Fill => {
  const decks = new Map<string, { readonly cards: readonly string[]; at: number }>()
  const deal = (symbol: string): string => {
    let deck = decks.get(symbol)
    if (!deck || deck.at >= deck.cards.length) {
      deck = { cards: random.shuffled(grammar[symbol] ?? []), at: 0 }
      decks.set(symbol, deck)
    }
    return deck.cards[deck.at++] ?? ''
  }
  const fill: Fill = (frame, given = {}) =>
    frame.replace(slot, (_, name: string) =>
      name === 'phrase' || name === 'title' ? (given[name] ?? '') : fill(deal(name), given),
    )
  return fill
}

/** A frame with its phrase, where nothing is left to chance. */
export const framed = (frame = '{phrase}', phrase: string): string => frame.replace('{phrase}', () => phrase)
