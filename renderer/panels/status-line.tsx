import { lastRun } from '../../shared/questions/phase.ts'
import { spent, wordsWritten } from '../../shared/questions/progress.ts'
import { shape } from '../../shared/questions/shape.ts'
import { saveSentence, useSaveStatus } from '../editor/editing-status.ts'
import { useProject, useProjectView } from '../stores/project-store.ts'
import { modelName, useRunChoice } from '../stores/model-store.ts'
import { show, useView } from '../stores/view-store.ts'
import { brief, figure } from '../ui/figures.ts'
import { dollars } from './cost/cost-words.ts'
import { useBriefStand } from './brief/use-brief-form.ts'

/** How it stands with saving, in words; null where the page says so itself. */
const useSavedWords = (): { readonly words: string; readonly isBad: boolean } | null => {
  const status = useSaveStatus()
  const briefStand = useBriefStand()
  const link = useProjectView((view) => view.link)
  const onBrief = useView((view) => view.page === 'brief')
  if (status.kind === 'unsaved') return { words: saveSentence(status), isBad: true }
  if (link === 'lost') return { words: 'Connection lost', isBad: true }
  if (onBrief) return status.kind === 'saved' ? null : { words: saveSentence(status), isBad: false }
  if (briefStand.kind === 'unsaved')
    return { words: `The brief is not saved: ${briefStand.trouble}`, isBad: true }
  return { words: briefStand.kind === 'saving' ? 'Saving' : saveSentence(status), isBad: false }
}

const SavedState = () => {
  const saved = useSavedWords()
  return (
    <p
      role="status"
      aria-label="Saved state"
      className={`min-w-0 truncate ${saved?.isBad ? 'text-broken' : ''}`}
    >
      {saved?.words}
    </p>
  )
}

/** Words, saved state, model and tokens. */
export const StatusLine = () => {
  const words = useProject(wordsWritten)
  const wanted = useProject((state) => shape(state))
  const { tokens, calls, money } = useProject(spent)
  const run = useProject(lastRun)
  const chosen = useRunChoice(({ model }) => model.id)
  const cap = useRunChoice((choice) => choice.cap)
  const moneyCap = useRunChoice((choice) => choice.money)
  const model = run?.status === 'working' || run?.status === 'waiting' ? run.model : chosen
  return (
    <footer
      aria-label="Status"
      className="flex h-7 shrink-0 items-center gap-5 border-t px-3 text-small tabular-nums text-quiet"
    >
      <p className="shrink-0">
        {figure(words)} {wanted.stated && `of ${figure(wanted.words)} `}words
      </p>
      <SavedState />
      <span className="flex-1" />
      <button
        type="button"
        title={`${figure(calls)} calls`}
        className="shrink-0 rounded-desk px-1 hover:bg-hover hover:text-ink"
        onClick={() => show({ dialog: 'cost' })}
      >
        {brief(tokens.input + tokens.output)} tokens{cap === null ? '' : ` of at most ${brief(cap)}`}
        {money > 0 && `, ${dollars(money)}`}
        {moneyCap !== null && ` of at most ${dollars(moneyCap)}`}
      </button>
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
