import { z } from 'zod'
import { phrasePlaces } from '../text/quotes.ts'
import { sentences } from '../text/sentences.ts'
import { contentHeld, contentOf, type Content } from '../text/stems.ts'
import type { CheckedText } from './checked-text.ts'
import { quoting, sentenceAt } from './evidence.ts'
import { defineKind, type Check } from './kind.ts'

const params = z.object({ text: z.string().trim().min(1), loosely: z.literal(true).optional() })

type Stretch = { readonly from: number; readonly to: number }
type Nearest = { readonly held: number; readonly at: number }

/** The stretch that holds most of a phrase's content, the first of several. */
const fullest = (content: Content, text: string, stretches: Iterable<Stretch>): Nearest => {
  let best = { held: 0, at: 0 }
  for (const { from, to } of stretches) {
    const held = contentHeld(content, text.slice(from, to))
    if (held > best.held) best = { held, at: from }
  }
  return best
}

const paragraphs = function* (text: string): Generator<Stretch> {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n\n', from)
    const to = end < 0 ? text.length : end
    yield { from, to }
    from = to + 2
  }
}

const sizeOf = ({ stems, pieces }: Content): number => stems.length + pieces.length

const treated = (text: string, wanted: string): Check => {
  const content = contentOf(wanted)
  const { held, at } = fullest(content, text, paragraphs(text))
  if (held < sizeOf(content)) {
    const broken = { verdict: 'broken', advice: `Bring in "${wanted}".` } as const
    return held === 0 ? broken : { ...broken, contestable: true }
  }
  const end = text.indexOf('\n\n', at)
  const paragraph = text.slice(at, end < 0 ? text.length : end)
  const sentence = fullest(content, paragraph, sentences(paragraph))
  return { verdict: 'kept', ...quoting(sentenceAt(text, at + sentence.at)) }
}

/**
 * The text must say this, word for word; only typography and letter case are forgiven. `loosely`: it must treat of the
 * matter, in whatever words: kept where a paragraph holds every word that counts in any of its forms. Where some are
 * missing it is broken unless a reader quotes a place that holds most of them; where none stands anywhere it is broken.
 */
export const mentions = defineKind({
  kind: 'mentions',
  params,
  wordings: [
    {
      field: 'say',
      lead: 'Say',
      quoted: true,
      read: (text) => ({ text }),
      write: ({ text, loosely }) => (loosely ? null : text),
    },
    {
      field: 'treat',
      lead: 'Bring in',
      quoted: true,
      read: (text) => ({ text, loosely: true as const }),
      write: ({ text }) => text,
    },
  ],
  documentMeans: () => 'one section',
  check: (text: CheckedText, { text: wanted, loosely }): Check => {
    const plain = text.plain()
    const [place] = phrasePlaces(plain, wanted, text.folded())
    if (place) return { verdict: 'kept', quote: plain.slice(place.from, place.to) }
    if (loosely) return treated(plain, wanted)
    return { verdict: 'broken', advice: `Say "${wanted}" in these very words.` }
  },
  bearsOut: (quote, { text: wanted }) => {
    const content = contentOf(wanted)
    return contentHeld(content, quote) * 2 > sizeOf(content)
  },
})
