import type { ProjectState } from '../../../shared/project-state.ts'
import { question } from '../../../shared/questions/question.ts'
import { useProject } from '../../stores/project-store.ts'
import { Button } from '../../ui/button.tsx'
import { showPlace } from './show-place.ts'

const seamsWithAdvice = question(['seam', 'section'], (state: ProjectState) =>
  [...state.seam.values()].flatMap(({ id, left, right, advice }) => {
    const [before, after] = [state.section.get(left), state.section.get(right)]
    return advice !== null && before && after ? [{ id, before, after, advice }] : []
  }),
)

/** What the review of the joins would have the writer do. */
export const WorkOrders = () => {
  const orders = useProject(seamsWithAdvice)
  if (orders.length === 0) return null
  return (
    <section aria-label="Joins" className="border-b py-2">
      <h3 className="px-4 py-1 font-medium">Joins</h3>
      <ul>
        {orders.map(({ id, before, after, advice }) => (
          <li key={id} className="flex flex-col items-start gap-1 px-4 py-1.5">
            <p>{advice}</p>
            <Button kind="quiet" className="-ml-2" onClick={() => showPlace(after.id, '')}>
              Show where {before.title} meets {after.title}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
