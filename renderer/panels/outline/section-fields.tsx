import { runStatus } from '../../../shared/questions/progress.ts'
import type { Section, SectionId } from '../../../shared/records.ts'
import { changeOutline, holdSection, retrySection } from '../../stores/actions.ts'
import { addSection, deleteSection } from '../../stores/section-commands.ts'
import { projectStore, useProject } from '../../stores/project-store.ts'
import { show } from '../../stores/view-store.ts'
import { Button } from '../../ui/button.tsx'
import { Field, NumberInput, TextArea } from '../../ui/field.tsx'
import { shownTitle } from '../../ui/shown-title.ts'
import type { Row } from './outline-rows.ts'
import { useTypedField } from './use-typed-field.ts'

type Part = Pick<Section, 'intent'> | Pick<Section, 'words'>

/** Changes a part of a section as it stands now; false where that failed. A section that is gone wants nothing. */
const change = async (id: SectionId, part: Part, what: string): Promise<boolean> => {
  const { state } = projectStore.getState()
  const section = state.section.get(id)
  const put = section ? [{ ...section, ...part }] : []
  if (put.every(({ intent, words }) => intent === section?.intent && words === section.words)) return true
  return (await changeOutline(state, `Change of the ${what}`, { put, remove: [] }, `${what} ${id}`)) !== null
}

const Intent = ({ section: { id, intent } }: { readonly section: Section }) => {
  const field = useTypedField(intent, (text) => change(id, { intent: text }, 'intent'))
  return (
    <Field label="What it is to do">
      {(ids) => (
        <TextArea
          {...ids}
          rows={3}
          value={field.value}
          onChange={({ target }) => field.type(target.value)}
          onBlur={field.leave}
        />
      )}
    </Field>
  )
}

const WordsWanted = ({ section: { id, words } }: { readonly section: Section }) => {
  const field = useTypedField<number | null>(words, (wanted) =>
    wanted === null ? Promise.resolve(true) : change(id, { words: wanted }, 'words wanted'),
  )
  return (
    <Field label="Words wanted">
      {(ids) => (
        <NumberInput
          {...ids}
          className="w-24!"
          value={field.value}
          onNumber={field.type}
          onBlur={field.leave}
        />
      )}
    </Field>
  )
}

/** What the plan says of the chosen section, and what can be done with it. */
export const SectionFields = ({ row: { id, leaf, mark, stand, streaming } }: { readonly row: Row }) => {
  const section = useProject((state) => state.section.get(id))
  const status = useProject(runStatus)
  const isPlanned = useProject((state) => state.plan.size > 0)
  const working = status === 'working' || status === 'awaits-time'
  if (!section) return null
  const canRetry = section.hold === true || mark === 'failed'
  return (
    <section aria-label="Chosen section" className="flex shrink-0 flex-col gap-2 border-t p-3">
      <div className="flex items-baseline justify-between gap-2">
        <h3 className="truncate font-medium">{shownTitle(section.title)}</h3>
        <span className="shrink-0 text-small text-quiet">{leaf && stand}</span>
      </div>
      <Intent key={`intent ${id}`} section={section} />
      <div className="flex items-end gap-2">
        <WordsWanted key={`words ${id}`} section={section} />
        {canRetry && (
          <Button className="h-8!" onClick={() => void retrySection(section.id, working)}>
            Try again
          </Button>
        )}
        {streaming !== null && (
          <Button className="h-8!" onClick={() => void holdSection(section.id)}>
            Stop this one
          </Button>
        )}
      </div>
      <div className="flex gap-1">
        <Button onClick={() => void addSection()}>Add below</Button>
        <Button kind="quiet" onClick={() => void deleteSection()}>
          Delete
        </Button>
        {isPlanned && (
          <Button kind="quiet" onClick={() => show({ dialog: 'replan' })}>
            Plan anew
          </Button>
        )}
      </div>
    </section>
  )
}
