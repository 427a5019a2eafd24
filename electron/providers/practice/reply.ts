import type { ModelRequest } from '../../../shared/model.ts'
import { seedOf } from '../../../shared/text/hash.ts'
import { compose } from './compose.ts'
import { misheard } from './erring.ts'
import { join, pairs, statements } from './join.ts'
import { mend, wantsReplacements } from './mend.ts'
import { orderOf } from './order.ts'
import { planning } from './planning.ts'
import { passage } from './passage.ts'
import { promptBlocks, type PromptBlocks } from './prompt-blocks.ts'
import { randomFrom } from './random.ts'
import { remember } from './remember.ts'
import { review } from './review.ts'
import { revise } from './revise.ts'
import { understand } from './understand.ts'

const isRetry = ({ messages }: ModelRequest): boolean =>
  messages.some(({ text }) => /^Your last answer could not be used: /mu.test(text))

const joining = (blocks: PromptBlocks): unknown => {
  if (blocks.has('Pairs')) return pairs(blocks)
  return blocks.has('Statements') ? statements(blocks) : join(blocks)
}

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
      return JSON.stringify(planning(blocks))
    case 'draft': {
      const order = orderOf(blocks)
      const isFirst = !isRetry(request) && !blocks.has('Its text so far')
      const errs = random.chance(erring) && isFirst
      return compose(errs ? misheard(order, random) : order, random)
    }
    case 'revise':
      return blocks.has('The passage')
        ? passage(blocks, orderOf(blocks), random)
        : wantsReplacements(blocks)
          ? JSON.stringify(mend(blocks, orderOf(blocks), random))
          : revise(blocks, orderOf(blocks), random)
    case 'review':
      return JSON.stringify(review(blocks))
    case 'remember':
      return JSON.stringify(remember(blocks))
    case 'join':
      return JSON.stringify(joining(blocks))
  }
}
