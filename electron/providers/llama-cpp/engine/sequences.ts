import type { LlamaContext, LlamaContextSequence } from 'node-llama-cpp'
import type { EngineFacts } from '../wire.ts'
import { createContexts } from './contexts.ts'
import type { Contexts, Wish } from './contexts.ts'
import type { LoadedModel } from './load-model.ts'
import { overlap } from './prompt.ts'

/** A sequence lent to one request. */
export type Lease = { readonly sequence: LlamaContextSequence; readonly release: () => void }

type Slot = { readonly sequence: LlamaContextSequence; readonly speculates: boolean }

/** Lends sequences, first come, first served; rejects with the signal's reason where it aborts first. */
export type Sequences = { readonly lease: (wish: Wish, signal: AbortSignal) => Promise<Lease> }

/** Where one waits until something is so, which is looked at again whenever `wake` is called. */
const waitingRoom = () => {
  let wake = (): void => undefined
  const until = async (isSo: () => boolean, signal: AbortSignal): Promise<void> => {
    const stop = (): void => wake()
    signal.addEventListener('abort', stop, { once: true })
    while (!isSo() && !signal.aborted) await new Promise<void>((resolve) => (wake = resolve))
    signal.removeEventListener('abort', stop)
    signal.throwIfAborted()
  }
  return { until, wake: () => wake() }
}

/** The slot itself where it can do what is wished, else another in its place. */
const suited = async (slot: Slot, contexts: Contexts, speculates: boolean): Promise<Slot> => {
  if (slot.speculates === speculates && !slot.sequence.disposed) return slot
  await slot.sequence.dispose()
  return { sequence: contexts.sequence(contexts.current(), speculates), speculates }
}

/** The sequences of one context, which is made anew when a request needs a longer one. */
export const createSequences = (loaded: LoadedModel, tell: (facts: EngineFacts) => void): Sequences => {
  const contexts: Contexts = createContexts(loaded, tell)
  // A sequence of a draft model is never given back by whatever proposes tokens from it: each slot has one, and keeps it.
  const drafts = loaded.draft !== null
  let free: Slot[] = []
  let lent = 0
  let last: Promise<unknown> = Promise.resolve()
  const { until, wake } = waitingRoom()

  const fill = (context: LlamaContext): void => {
    free = Array.from({ length: context.totalSequences }, () => ({
      sequence: contexts.sequence(context, drafts),
      speculates: drafts,
    }))
  }
  /** The free slot that holds most of the prompt already, of those that can do what is wished. */
  const choose = async (wish: Wish): Promise<Slot> => {
    const speculates = drafts || wish.speculates
    const able = free.filter((slot) => slot.speculates === speculates)
    const held = ({ sequence }: Slot): number => overlap(sequence.contextTokens, wish.tokens)
    const [best] = (able.length > 0 ? able : free).toSorted((a, b) => held(b) - held(a))
    if (!best) throw new Error('No sequence is free.')
    free = free.filter((slot) => slot !== best)
    try {
      return await suited(best, contexts, speculates)
    } catch (error) {
      free.push(best)
      throw error
    }
  }
  const take = async (wish: Wish, signal: AbortSignal): Promise<Lease> => {
    if (!contexts.fits(wish)) await until(() => lent === 0, signal)
    // None free and none lent: nobody would ever give one back.
    if (!contexts.fits(wish) || (free.length === 0 && lent === 0)) {
      free = []
      fill(await contexts.make(wish))
    }
    await until(() => free.length > 0, signal)
    const slot = await choose(wish)
    lent += 1
    return {
      sequence: slot.sequence,
      release: () => {
        lent -= 1
        free.push(slot)
        wake()
      },
    }
  }
  return {
    lease: (wish, signal) => {
      const mine = last.then(() => take(wish, signal))
      last = mine.catch(() => undefined)
      return mine
    },
  }
}
