import type { LlamaContext } from 'node-llama-cpp'

type Sample = (...given: readonly unknown[]) => Promise<unknown>

const sampleOf = (native: object): Sample => {
  const sample: unknown = Reflect.get(native, 'sampleToken')
  if (typeof sample !== 'function') throw new Error('This version of node-llama-cpp samples otherwise.')
  return (...given) => Promise.resolve(Reflect.apply(sample, native, given))
}

/**
 * The same context, which samples for one sequence after another. (node-llama-cpp 3.21.1 samples for all sequences of a
 * batch at once, each in a thread of its own; llama.cpp puts the rows of a batch in order the first time one is read, and
 * that is not made for several threads: one sequence then went on with the words of another.)
 */
export const oneSampleAtATime = (context: LlamaContext): LlamaContext => {
  const native: unknown = Reflect.get(context, '_ctx')
  if (typeof native !== 'object' || native === null) {
    throw new Error('This version of node-llama-cpp holds its context otherwise.')
  }
  const sample = sampleOf(native)
  let last: Promise<unknown> = Promise.resolve()
  const inTurn: Sample = (...given) => {
    const mine = last.then(() => sample(...given))
    last = mine.catch(() => undefined)
    return mine
  }
  // Its own methods cannot be written over; one of this object's own goes before them.
  Object.defineProperty(native, 'sampleToken', { value: inTurn, configurable: true, writable: true })
  return context
}
