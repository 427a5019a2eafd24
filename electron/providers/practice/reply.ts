import type { ModelRequest } from '../../../shared/model.ts'
import { seedOf } from '../../../shared/text/hash.ts'
import { compose } from './compose.ts'
import { misheard } from './erring.ts'
import { join } from './join.ts'
import { orderOf } from './order.ts'
import { plan } from './plan.ts'
import { promptBlocks } from './prompt-blocks.ts'
import { randomFrom } from './random.ts'
import { remember } from './remember.ts'
import { review } from './review.ts'
import { revise } from './revise.ts'
import { understand } from './understand.ts'

const isRetry = ({ messages }: ModelRequest): boolean =>
  messages.some(({ text }) => /^Your last answer could not be used: /mu.test(text))

/**
 * The whole reply to a request, drawn from its verb, seed and messages and from nothing else. `erring` is the share of
 * first drafts that break one of their duties on purpose.
 */
export const replyTo = (request: ModelRequest, erring: number): string => {
  const { verb, seed, messages } = request
  const blocks = promptBlocks(messages)
  const random = randomFrom(seedOf([verb, seed, messages.map(({ text }) => text)]))
  switch (verb) {
    case 'understand':
      return JSON.stringify(understand)
    case 'plan':
      return JSON.stringify(plan(blocks))
    case 'draft': {
      const order = orderOf(blocks)
      const errs = random.chance(erring) && !isRetry(request)
      return compose(errs ? misheard(order, random) : order, random)
    }
    case 'revise':
      return revise(blocks, orderOf(blocks), random)
    case 'review':
      return JSON.stringify(review(blocks))
    case 'remember':
      return JSON.stringify(remember(blocks))
    case 'join':
      return JSON.stringify(join(blocks))
  }
}
