import type { Shape } from '../../../shared/constraints/patterns.ts'
import { spelled } from '../../../shared/text/spelling.ts'
import type { Order } from './order.ts'
import { saysOneOf } from './says.ts'

/** Signs by which a sentence shows that it holds a shape; what stands in blocks no sentence holds. */
const signs: Readonly<Partial<Record<Shape, RegExp>>> = {
  dialogue: /["“”„«»「」『』]/u,
  quotation: /["“”„«»「」『』]/u,
  question: /[?？]/u,
  number: /\p{N}/u,
  link: /\]\(|https?:/u,
}

const tellers = {
  first:
    /(?<!\p{L})(?:I|me|my|mine|we|us|our|ich|mich|mir|mein\p{L}*|wir|uns|unser\p{L}*|je|j|moi|mon|ma|mes|nous|nos|notre)(?!\p{L})/iu,
  second: /(?<!\p{L})(?:you|your|du|dich|dir|dein\p{L}*|tu|te|vous|votre|vos)(?!\p{L})/iu,
} as const

const byDuty = ({ others }: Order): readonly ((sentence: string) => boolean)[] =>
  others.flatMap((demand): readonly ((sentence: string) => boolean)[] => {
    switch (demand.kind) {
      case 'pattern': {
        const sign = demand.params.not && signs[demand.params.has]
        return sign ? [(sentence) => sign.test(sentence)] : []
      }
      case 'voice':
        return demand.params.person === 'third'
          ? [(sentence) => tellers.first.test(sentence) || tellers.second.test(sentence)]
          : []
      case 'language': {
        const home = demand.params.code === 'en-GB' ? 'GB' : demand.params.code === 'en-US' ? 'US' : null
        return home ? [(sentence) => spelled(sentence, home).foreign !== null] : []
      }
      default:
        return []
    }
  })

/** What a writer of this order must not write, sentence by sentence; with `counted`, words either that may come only so often. */
export const refusalsOf = (order: Order, counted: boolean): ((sentence: string) => boolean) => {
  const often = order.others.flatMap((each) =>
    counted && each.kind === 'repeats' && each.params.max !== undefined ? [each.params.text] : [],
  )
  const says = saysOneOf([...order.never, ...often])
  const others = byDuty(order)
  return (sentence) => says(sentence) !== undefined || others.some((refuses) => refuses(sentence))
}
