import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Stretch } from '../../../shared/constraints/reading/reading.ts'
import { findQuote } from '../../../shared/text/quotes.ts'
import { Field } from '../../ui/field.tsx'
import { StatusSentence } from '../../ui/status-sentence.tsx'
import type { BriefForm } from './brief-editing.ts'
import { BriefFields } from './brief-fields.tsx'
import { BriefText } from './brief-text.tsx'
import { Chips } from './chips.tsx'
import { Conflicts } from './conflicts.tsx'
import { useReading } from './read-as-you-type.ts'
import { withText, type BriefReading } from './read-form.ts'
import { isRow, RequirementRows, withRows } from './requirement-rows.tsx'
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

/** The words that are selected in a field, for as long as they are. */
const useSelection = (field: RefObject<HTMLTextAreaElement | null>): string => {
  const [selection, setSelection] = useState('')
  useEffect(() => {
    const look = (): void => {
      const { current } = field
      if (!current || document.activeElement !== current) return
      setSelection(current.value.slice(current.selectionStart, current.selectionEnd).trim())
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [field])
  return selection
}

/** The text, with what is read from it beside it: as chips, and what stands in its own way above them. */
const Words = ({
  form,
  reading,
  onForm,
}: {
  readonly form: BriefForm
  readonly reading: BriefReading
  readonly onForm: (form: BriefForm) => void
}) => {
  const field = useRef<HTMLTextAreaElement>(null)
  const [lit, setLit] = useState<string | null>(null)
  const selection = useSelection(field)
  const { brief } = form
  const select = (at: Stretch | null): void => {
    field.current?.focus()
    if (at) field.current?.setSelectionRange(at.from, at.to)
  }
  return (
    <>
      <div className="flex min-h-60 flex-1 flex-col [&>div]:flex-1">
        <Field
          label="What you want written"
          hint="In your own words: what it is about, who is in it, what must not be missing."
        >
          {(ids) => (
            <BriefText
              {...ids}
              field={field}
              reading={reading}
              lit={lit}
              className="px-4! py-3! font-text text-reading"
              value={brief.text}
              placeholder="A keeper spends one winter alone with a light…"
              onChange={({ target }) => onForm({ ...form, brief: withText(brief, target.value, reading) })}
            />
          )}
        </Field>
      </div>
      <div
        role="region"
        aria-label="Requirements in the text"
        tabIndex={0}
        className="flex max-h-[38vh] shrink-0 flex-col gap-4 overflow-y-auto wide:max-h-none wide:w-95"
      >
        <Conflicts conflicts={reading.conflicts} onQuote={(quote) => select(findQuote(brief.text, quote))} />
        <Chips
          reading={reading}
          selection={selection}
          lit={lit}
          onLit={setLit}
          onShow={({ at }) => select(at)}
        />
      </div>
    </>
  )
}

/** What the writer asks for: form fields and free text side by side. */
export const BriefPanel = () => {
  const { form, onForm } = useBriefForm()
  const reading = useReading(form)
  if (!form) return <StatusSentence title="The brief is being opened." />
  const { brief, rows } = form
  const units = brief.units ?? reading.units
  return (
    <section aria-label="Brief" className="flex h-full flex-col overflow-y-auto bg-paper px-8 py-6">
      <header className="mx-auto mb-4 flex w-full max-w-340 flex-col gap-3">
        <div className="flex items-baseline justify-between">
          <h2 className="text-title font-bold">Brief</h2>
          <SavedState />
        </div>
        <StaleNotice />
      </header>
      <div className="mx-auto grid min-h-0 w-full max-w-340 flex-1 grid-cols-[repeat(auto-fit,minmax(340px,1fr))] wide:grid-cols-[minmax(320px,1fr)_minmax(0,2.4fr)] gap-8">
        <div className="flex flex-col gap-6">
          <BriefFields
            brief={{ ...brief, ...(units && { units }) }}
            onBrief={(changed) => onForm({ brief: changed, rows })}
          />
          <RequirementRows
            rows={rows.filter(isRow)}
            onRows={(changed) => onForm({ brief, rows: withRows(rows, changed) })}
          />
        </div>
        <div className="sticky top-0 flex h-[calc(100vh-172px)] min-h-120 flex-col gap-6 self-start wide:flex-row">
          <Words form={form} reading={reading} onForm={onForm} />
        </div>
      </div>
    </section>
  )
}
