import type { ProjectState } from '../../../shared/project-state.ts'
import { agenda, type Work } from '../../../shared/questions/agenda.ts'
import { progress } from '../../../shared/questions/progress.ts'
import { counted } from '../../ui/figures.ts'

type Todo = { readonly one?: string; readonly todo: string }

const thePlan: Todo = { todo: 'the plan to finish' }
const theWhole: Todo = { todo: 'the whole to read once more' }

/** What each verb leaves to do, in the order in which it is told: counted things, or a thing there is one of. */
const todos: Readonly<Record<Work['verb'], Todo>> = {
  understand: thePlan,
  plan: thePlan,
  check: thePlan,
  critique: thePlan,
  learn: thePlan,
  replan: thePlan,
  draft: { one: 'section', todo: 'to write' },
  review: { one: 'section', todo: 'to check' },
  revise: { one: 'section', todo: 'to mend' },
  remember: { one: 'section', todo: 'to remember' },
  sum: { one: 'section', todo: 'to remember' },
  order: { one: 'order', todo: 'to carry out' },
  join: theWhole,
  search: theWhole,
  confirm: theWhole,
}

/** Drafts also of sections whose turn has not come. */
const toWrite = (state: ProjectState, now: readonly Work[]): number =>
  Math.max(
    now.length,
    progress(state).filter(({ phase, section }) => phase === 'unwritten' && section.hold !== true).length,
  )

/** What the next run would do, in a few words: "2 sections to write, 1 section to check". */
export const workLeft = (state: ProjectState): string => {
  const byVerb = Map.groupBy(agenda(state), ({ verb }) => verb)
  const verbs = Object.keys(todos).flatMap((verb) => [...byVerb.keys()].find((each) => each === verb) ?? [])
  const byTodo = Map.groupBy(verbs, (verb) => todos[verb].todo)
  return [...byTodo]
    .map(([todo, alike]) => {
      const works = alike.flatMap((verb) => byVerb.get(verb) ?? [])
      const one = alike[0] && todos[alike[0]].one
      if (one === undefined) return todo
      return `${counted(alike.includes('draft') ? toWrite(state, works) : works.length, one)} ${todo}`
    })
    .join(', ')
}
