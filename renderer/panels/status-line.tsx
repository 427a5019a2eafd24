import { lastRun } from '../../shared/questions/phase.ts'
import { spent, wordsWritten } from '../../shared/questions/progress.ts'
import { shape } from '../../shared/questions/shape.ts'
import { saveSentence, useSaveStatus } from '../editor/editing-status.ts'
import { useProject, useProjectView } from '../stores/project-store.ts'
import { modelName, useRunChoice } from '../stores/model-store.ts'
import { show } from '../stores/view-store.ts'
import { brief, figure } from '../ui/figures.ts'

const SavedState = () => {
  const status = useSaveStatus()
  const link = useProjectView((view) => view.link)
  const isLost = link === 'lost' && status.kind !== 'unsaved'
  return (
    <p
      role="status"
      aria-label="Saved state"
      className={`min-w-0 truncate ${isLost || status.kind === 'unsaved' ? 'text-broken' : ''}`}
    >
      {isLost ? 'Connection lost' : saveSentence(status)}
    </p>
  )
}

/** Words, saved state, model and tokens. */
export const StatusLine = () => {
  const words = useProject(wordsWritten)
  const wanted = useProject((state) => shape(state).words)
  const { tokens, calls } = useProject(spent)
  const run = useProject(lastRun)
  const chosen = useRunChoice(({ model }) => model.id)
  const cap = useRunChoice((choice) => choice.cap)
  const model = run?.status === 'working' || run?.status === 'waiting' ? run.model : chosen
  return (
    <footer
      aria-label="Status"
      className="flex h-7 shrink-0 items-center gap-5 border-t px-3 text-small tabular-nums text-quiet"
    >
      <p className="shrink-0">
        {figure(words)} of {figure(wanted)} words
      </p>
      <SavedState />
      <span className="flex-1" />
      <p className="shrink-0" title={`${figure(calls)} calls`}>
        {brief(tokens.input + tokens.output)} tokens{cap === null ? '' : ` of at most ${brief(cap)}`}
      </p>
      <button
        type="button"
        aria-label={`Model: ${modelName(model)}`}
        className="shrink-0 rounded-desk px-1 hover:bg-hover hover:text-ink"
        onClick={() => show({ dialog: 'models' })}
      >
        {modelName(model)}
      </button>
    </footer>
  )
}
