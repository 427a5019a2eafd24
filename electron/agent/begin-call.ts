import type { AnyRecord, Call, Fault, Section } from '../../shared/records.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { mostMoney, overCap, type Reserved } from './caps.ts'
import type { Loop } from './loop.ts'

/** What is known of a call before it begins; `alongside` is saved in the same commit. */
type Beginning = Pick<Call, 'step' | 'verb' | 'role'> & {
  readonly section: Section | null
  readonly alongside?: readonly AnyRecord[]
}

const nextCall = (
  loop: Loop,
  { call }: ProjectState,
  { step, verb, role, section }: Beginning,
  { model, reserved }: { readonly model: string; readonly reserved: Reserved },
): Call => ({
  id: `call:${String(call.size + 1).padStart(6, '0')}`,
  run: loop.run,
  step,
  verb,
  role,
  section: section?.id ?? null,
  take: section?.take ?? 0,
  model,
  status: 'started',
  reserved: reserved.input + reserved.output,
  ...(reserved.price && { money: mostMoney(reserved) }),
  startedAt: loop.now(),
})

/**
 * Saves a call as started, in one commit with all calls that start at this moment, or says which cap leaves no room for
 * it beside those.
 */
export const beginCall = async (
  loop: Loop,
  beginning: Beginning,
  given: { readonly model: string; readonly reserved: Reserved },
): Promise<Call | Fault> => {
  let begun: Call | Fault | null = null
  await loop.project.putSoon((state) => {
    const time = { startedAt: loop.startedAt, now: loop.now() }
    const fault = overCap(state, loop.caps, given.reserved, time)
    begun = fault ?? nextCall(loop, state, beginning, given)
    return 'id' in begun ? { put: [...(beginning.alongside ?? []), begun] } : {}
  })
  if (!begun) throw new Error('a call was neither begun nor refused')
  return begun
}
