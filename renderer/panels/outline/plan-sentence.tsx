import { nextStep } from '../../stores/next-step.ts'
import { useProject } from '../../stores/project-store.ts'
import { show } from '../../stores/view-store.ts'
import { Button } from '../../ui/button.tsx'

/** What the writer may do while the plan waits for a yes. */
export const PlanSentence = () => {
  const step = useProject(nextStep)
  const notes = useProject((state) => [...state.plan.values()][0]?.notes)
  if (step !== 'approve') return null
  return (
    <div className="border-b p-3 text-quiet">
      <p>This plan is a proposal. Rename, move, add or delete what you like, then approve it.</p>
      <Button className="mt-2" onClick={() => show({ dialog: 'replan' })}>
        Plan anew
      </Button>
      {notes && notes.length > 0 && (
        <ul className="mt-2 list-disc pl-4">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
