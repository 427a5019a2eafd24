import { useEffect } from 'react'
import type { ErrorCode } from '../../../shared/errors.ts'
import { lastRun } from '../../../shared/questions/phase.ts'
import { runStatus } from '../../../shared/questions/progress.ts'
import { dropNotice, notices } from '../../stores/notices.ts'
import { useProject } from '../../stores/project-store.ts'
import { show } from '../../stores/view-store.ts'
import { Button } from '../../ui/button.tsx'
import { useLoss } from './use-loss.ts'

const advice = (code: ErrorCode): string =>
  code === 'cap-reached'
    ? 'Raise the cap and resume, or leave it at that. Everything so far is kept.'
    : 'Resume when it is mended, or choose another model. Everything so far is kept.'

/** Why the run waits, and what to do; shown as long as it is so. */
const RunTrouble = () => {
  const status = useProject(runStatus)
  const reason = useProject((state) => lastRun(state)?.reason)
  useEffect(() => {
    // What was tried on the way here is over, and the same sentence stands in the bar.
    const over = notices.getState().filter(({ sentence }) => reason && sentence.startsWith(reason.sentence))
    for (const { number } of over) dropNotice(number)
  }, [reason])
  if (!reason || (status !== 'blocked' && status !== 'awaits-time')) return null
  return (
    <div role="alert" aria-label="Why the run waits" className="flex items-center gap-3 border-b px-4 py-2">
      <p className="min-w-0 flex-1">
        <span className="text-broken">{reason.sentence}</span>{' '}
        {status === 'blocked' && <span className="text-quiet">{advice(reason.code)}</span>}
      </p>
      <Button onClick={() => show({ dialog: 'models' })}>
        {reason.code === 'cap-reached' ? 'Change the cap' : 'Choose a model'}
      </Button>
    </div>
  )
}

const LostLink = () => {
  const loss = useLoss()
  return (
    loss && (
      <p role="alert" aria-label="Connection" className="border-b px-4 py-2 text-pretty">
        <span className="text-broken">{loss.happened}</span> <span className="text-quiet">{loss.todo}</span>
      </p>
    )
  )
}

/** What is wrong with the run or the connection, in whole sentences, below the bar. */
export const Trouble = () => (
  <>
    <LostLink />
    <RunTrouble />
  </>
)
