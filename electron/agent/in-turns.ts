import type { Stepwise } from '../../shared/stepwise.ts'
import type { Loop } from './loop.ts'

/** Milliseconds after which others have their turn: a frame of a screen. */
const frame = 16

/** Does long work in steps, so that the screen and the writer's letters are not kept waiting while it goes on. */
export const inTurns = async <Value>(
  { turn, now }: Pick<Loop, 'turn' | 'now'>,
  work: Stepwise<Value>,
): Promise<Value> => {
  let began = now()
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    if (now() - began < frame) continue
    await turn()
    began = now()
  }
}
