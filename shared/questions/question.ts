import type { StateKind } from '../records.ts'
import type { ProjectState } from '../project-state.ts'

type Kinds = readonly [StateKind, ...StateKind[]]

/** A question that knows what it reads, so that another made of it can say so too. */
export type Question<Answer> = ((state: ProjectState) => Answer) & { readonly kinds: Kinds }

/**
 * A question about a project's state, remembered as long as the maps of `kinds` keep their identity. The answer
 * must depend on nothing else. Answers hang on the first map by a weak key, so that they go when the state goes.
 */
export const question = <Answer>(kinds: Kinds, answer: (state: ProjectState) => Answer): Question<Answer> => {
  const known = new WeakMap<object, { readonly maps: readonly object[]; readonly answer: Answer }>()
  const ask = (state: ProjectState): Answer => {
    const maps = kinds.map((kind) => state[kind])
    const last = known.get(state[kinds[0]])
    if (last && last.maps.every((map, i) => map === maps[i])) return last.answer
    const fresh = { maps, answer: answer(state) }
    known.set(state[kinds[0]], fresh)
    return fresh.answer
  }
  return Object.assign(ask, { kinds })
}
