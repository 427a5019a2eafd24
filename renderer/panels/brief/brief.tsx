import { Field, TextArea } from '../../ui/field.tsx'
import { StatusSentence } from '../../ui/status-sentence.tsx'
import { BriefFields } from './brief-fields.tsx'
import { RequirementRows } from './requirement-rows.tsx'
import { StaleNotice } from './stale-notice.tsx'
import { useBriefForm, useBriefStand } from './use-brief-form.ts'

const SavedState = () => {
  const stand = useBriefStand()
  return (
    <p role="status" className={stand.kind === 'unsaved' ? 'text-broken' : 'text-quiet'}>
      {stand.kind === 'unsaved' ? `Not saved: ${stand.trouble}` : stand.kind === 'saved' ? 'Saved' : 'Saving'}
    </p>
  )
}

/** What the writer asks for: form fields and free text side by side. */
export const BriefPanel = () => {
  const { form, onForm } = useBriefForm()
  if (!form) return <StatusSentence title="The brief is being opened." />
  const { brief, rows } = form
  return (
    <section aria-label="Brief" className="flex h-full flex-col overflow-y-auto bg-paper px-8 py-6">
      <header className="mx-auto mb-4 flex w-full max-w-340 flex-col gap-3">
        <div className="flex items-baseline justify-between">
          <h2 className="text-title font-bold">Brief</h2>
          <SavedState />
        </div>
        <StaleNotice />
      </header>
      <div className="mx-auto grid min-h-0 w-full max-w-340 flex-1 grid-cols-[repeat(auto-fit,minmax(340px,1fr))] gap-8">
        <div className="flex flex-col gap-6">
          <BriefFields brief={brief} onBrief={(changed) => onForm({ brief: changed, rows })} />
          <RequirementRows rows={rows} onRows={(changed) => onForm({ brief, rows: changed })} />
        </div>
        <div className="sticky top-0 flex h-[calc(100vh-172px)] min-h-80 flex-col self-start [&>div]:flex-1">
          <Field
            label="What you want written"
            hint="In your own words: what it is about, who is in it, what must not be missing."
          >
            {(ids) => (
              <TextArea
                {...ids}
                className="flex-1 px-4! py-3! font-text text-reading"
                value={brief.text}
                placeholder="A keeper spends one winter alone with a light…"
                onChange={({ target }) => onForm({ brief: { ...brief, text: target.value }, rows })}
              />
            )}
          </Field>
        </div>
      </div>
    </section>
  )
}
