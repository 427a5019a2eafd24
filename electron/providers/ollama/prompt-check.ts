import { guessTokens } from '../../../shared/text/tokens.ts'
import { isCut, surelyFits } from './truncation.ts'

/** The smallest context that Ollama has ever taken by itself. */
const leastEver = 2048

const mostEarlier = 8

/** Says whether the prompt of one call was read whole. */
export type PromptCheck = {
  /** The prompt in tokens, by a cautious guess. */
  readonly guess: number
  /** Whether it fits for certain, so that what comes may be shown before the call has ended. */
  readonly isSure: () => boolean
  /** Takes note of the context that the server says it has. */
  readonly tell: (context: number | undefined) => void
  /** Whether it was cut, by what the server counted (undefined: it has not said). */
  readonly isCut: (count: number | undefined) => boolean
  /** Takes note of a prompt that was read whole. */
  readonly keep: (count: number | undefined) => void
}

const sharedWith = (prompt: string, earlier: readonly string[]): number =>
  earlier.reduce((most, other) => {
    let at = 0
    while (at < prompt.length && prompt[at] === other[at]) at += 1
    return Math.max(most, at)
  }, 0)

/** Begins the check of a prompt. What is learnt in one call is known in the next, as long as `asked` stays. */
export const promptChecks = (): ((prompt: string, asked: number) => PromptCheck) => {
  const earlier: string[] = []
  const said = new Map<number, number>()
  let taken = leastEver
  return (prompt, asked) => {
    const guess = guessTokens(prompt)
    const proven = (): number => said.get(asked) ?? Math.min(asked, taken)
    return {
      guess,
      isSure: () => surelyFits({ guess, proven: proven() }),
      tell: (context) => {
        if (context !== undefined) said.set(asked, context)
      },
      isCut: (count) => {
        if (surelyFits({ guess, proven: proven() })) return false
        const fresh = guessTokens(prompt.slice(sharedWith(prompt, earlier)))
        return isCut({ guess, fresh, count, context: said.get(asked) ?? asked, proven: proven() })
      },
      keep: (count = 0) => {
        taken = Math.max(taken, count)
        earlier.unshift(prompt)
        earlier.splice(mostEarlier)
      },
    }
  }
}
