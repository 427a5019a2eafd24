import { useState } from 'react'
import { replannable } from '../../../shared/questions/replanning.ts'
import { planAnew } from '../../stores/plan-actions.ts'
import { useProject } from '../../stores/project-store.ts'
import { useAttempt } from '../../stores/use-attempt.ts'
import { useKeptText } from '../../stores/use-kept.ts'
import { show, useView } from '../../stores/view-store.ts'
import { Button } from '../../ui/button.tsx'
import { DescribedRadio } from '../../ui/described-radio.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { counted } from '../../ui/figures.ts'
import { shownTitle } from '../../ui/shown-title.ts'

const close = (): void => show({ dialog: null })

const Part = ({
  title,
  isWhole,
  onWhole,
}: {
  readonly title: string
  readonly isWhole: boolean
  readonly onWhole: (isWhole: boolean) => void
}) => (
  <fieldset className="flex flex-col gap-1 px-2">
    <legend className="sr-only">Part</legend>
    <DescribedRadio
      group="part"
      name={`“${shownTitle(title)}”`}
      about="The chosen section, with all below it."
      checked={!isWhole}
      onChoose={() => onWhole(false)}
    />
    <DescribedRadio
      group="part"
      name="The whole outline"
      about="Every section."
      checked={isWhole}
      onChoose={() => onWhole(true)}
    />
  </fieldset>
)

const Outlook = ({ open, trouble }: { readonly open: number; readonly trouble: string | null }) => (
  <>
    <p className="text-quiet">
      {open === 0
        ? 'Nothing there is open: every section holds text or is on hold.'
        : `${counted(open, 'section')} would be planned anew. What you wrote stays as it is.`}
    </p>
    {trouble !== null && (
      <p role="alert" className="text-broken">
        {trouble}
      </p>
    )}
  </>
)

/** Has a part of the outline planned anew. What the writer wrote, and what is on hold, stays. */
export const ReplanDialog = () => {
  const focused = useView((view) => view.focused)
  const title = useProject((state) => (focused ? state.section.get(focused)?.title : undefined))
  const [whole, setWhole] = useState(false)
  const [drafted, setDrafted] = useState(false)
  const [note, setNote] = useKeptText('replan')
  const { trouble, attempt } = useAttempt()
  const part = whole || title === undefined ? null : focused
  const open = useProject((state) => replannable(state, part, drafted).length)
  const hasPlan = useProject((state) => state.plan.size > 0)
  const leave = (): void => {
    setNote('')
    close()
  }
  const plan = async (): Promise<void> => {
    if (await attempt(() => planAnew(part, note, drafted))) leave()
  }
  return (
    <Dialog title="Plan anew" onClose={close}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void plan()
        }}
      >
        {title !== undefined && <Part title={title} isWhole={whole} onWhole={setWhole} />}
        <Field label="What should be different?">
          {(ids) => (
            <TextArea {...ids} rows={3} value={note} onChange={({ target }) => setNote(target.value)} />
          )}
        </Field>
        <label className="flex items-start gap-2">
          <input
            type="checkbox"
            className="mt-1 accent-next"
            checked={drafted}
            onChange={({ target }) => setDrafted(target.checked)}
          />
          <span>
            Also sections that Longhand has drafted. Their text stays: a change of the plan is proposed to
            you.
          </span>
        </label>
        <Outlook open={open} trouble={trouble} />
        <div className="flex justify-end gap-2">
          <Button kind="quiet" onClick={() => show({ dialog: 'pattern' })}>
            Learn a plan from another work
          </Button>
          <span className="flex-1" />
          <Button onClick={leave}>Cancel</Button>
          <Button type="submit" kind="next" disabled={open === 0 || !hasPlan}>
            Plan anew
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
