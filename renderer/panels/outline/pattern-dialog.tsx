import { useState } from 'react'
import { wordsWritten } from '../../../shared/questions/progress.ts'
import { forgetPlan, learnPlan } from '../../stores/plan-actions.ts'
import { useProject } from '../../stores/project-store.ts'
import { useAttempt } from '../../stores/use-attempt.ts'
import { show } from '../../stores/view-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { ChooseTextFile } from '../../ui/choose-text-file.tsx'
import { decodeText } from '../../ui/decode-text.ts'

const close = (): void => show({ dialog: null })

const percent = (share: number): string => `${Math.max(1, Math.round(share * 100))} %`

/** The parts of the pattern that the plan follows, with what each takes of the whole. */
const Pattern = () => {
  const pattern = useProject((state) => [...state.brief.values()][0]?.pattern)
  if (!pattern || pattern.length === 0) {
    return <p className="text-quiet">There is no pattern: the plan is made from the brief alone.</p>
  }
  return (
    <section aria-label="The pattern" className="flex flex-col gap-2">
      <ol className="max-h-60 list-decimal overflow-auto rounded-desk border py-2 pr-3 pl-9">
        {pattern.map(({ title, entry, share }, i) => (
          <li key={i}>
            <span className="font-medium">{title || 'Untitled'}</span>{' '}
            <span className="text-quiet">
              {percent(share)}. {entry || 'What it does is read by the next run.'}
            </span>
          </li>
        ))}
      </ol>
      <Button className="self-start" onClick={() => void forgetPlan()}>
        Leave it out
      </Button>
    </section>
  )
}

/** Learns the plan of another work, or of this one: the parts it has, and the share of each, lead the next plan. */
export const PatternDialog = () => {
  const [text, setText] = useState('')
  const words = useProject(wordsWritten)
  const { trouble, attempt } = useAttempt()
  const learn = async (source?: string): Promise<void> => {
    if (await attempt(() => learnPlan(source))) setText('')
  }
  const take = async (file: File): Promise<void> => {
    setText(decodeText(new Uint8Array(await file.arrayBuffer())))
  }
  return (
    <Dialog title="Learn a plan" onClose={close}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void learn(text)
        }}
      >
        <p className="text-quiet">
          How another work is built (its parts, what each does and how long it is) leads what is planned from
          now on. None of its words are taken over.
        </p>
        <Pattern />
        <Field label="A text to learn from" hint="Markdown or plain text; its headings are its parts.">
          {(ids) => (
            <TextArea {...ids} rows={5} value={text} onChange={({ target }) => setText(target.value)} />
          )}
        </Field>
        {trouble !== null && (
          <p role="alert" className="text-broken">
            {trouble}
          </p>
        )}
        <div className="flex gap-2">
          <ChooseTextFile onFile={(file) => void take(file)} />
          <Button kind="quiet" disabled={words === 0} onClick={() => void learn()}>
            Learn from this work
          </Button>
          <span className="flex-1" />
          <Button type="submit" kind="next" disabled={text.trim() === ''}>
            Learn from the text
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
