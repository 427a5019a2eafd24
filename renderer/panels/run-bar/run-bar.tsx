import { runStatus } from '../../../shared/questions/progress.ts'
import { nextWords, takeNextStep } from '../../stores/commands.ts'
import { stopRun } from '../../stores/actions.ts'
import { useRunChoice } from '../../stores/model-store.ts'
import { nextStep, type NextStep } from '../../stores/next-step.ts'
import { useProject, useProjectView } from '../../stores/project-store.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/use-now.ts'
import { useEstimate } from '../cost/use-estimate.ts'
import { shareDone } from './progress-made.ts'
import { useNextFocus } from './use-next-focus.ts'
import { runSentence } from './run-sentence.ts'
import { useTimeLeft } from './use-time-left.ts'

const Progress = ({ share }: { readonly share: number }) => (
  <progress
    aria-label="Progress of the writing"
    max={100}
    value={Math.round(share * 100)}
    className="h-1 w-24 shrink-0 appearance-none overflow-hidden rounded-full bg-hair [&::-moz-progress-bar]:bg-verdigris [&::-webkit-progress-bar]:bg-hair [&::-webkit-progress-value]:bg-verdigris"
  />
)

/** Steps before which it is said what they are likely to cost. */
const costly: ReadonlySet<NextStep | null> = new Set(['plan', 'approve', 'draft'])

/** How the run stands, and the one thing that can be done next. */
export const RunBar = () => {
  const status = useProject(runStatus)
  const step = useProject(nextStep)
  const share = useProject(shareDone)
  const isWorking = status === 'working' || status === 'awaits-time'
  const now = useNow(isWorking)
  const left = useTimeLeft(now, isWorking)
  const model = useRunChoice(({ model: { id }, casting, lanes }) => JSON.stringify([id, casting, lanes]))
  const seq = useProject((state) => state.seq)
  const rest = useEstimate(costly.has(step) ? `${model} ${seq}` : null)
  const estimate = rest !== 'loading' && 'estimate' in rest ? rest.estimate : null
  const sentence = useProjectView(({ state }) => runSentence(state, now, left, estimate))
  const next = useNextFocus(step)
  const isTrouble = status === 'blocked' || status === 'awaits-time'
  return (
    <div role="group" aria-label="Run" className="flex min-w-0 items-center justify-end gap-3">
      <p
        role="status"
        title={sentence}
        className={`min-w-0 truncate tabular-nums ${isTrouble ? 'text-broken' : 'text-quiet'}`}
      >
        {sentence}
      </p>
      {share > 0 && share < 1 && status !== 'done' && <Progress share={share} />}
      {isWorking && <Button onClick={() => void stopRun()}>Stop</Button>}
      {step && (
        <Button ref={next} kind="next" onClick={() => void takeNextStep()}>
          {nextWords[step]}
        </Button>
      )}
    </div>
  )
}
