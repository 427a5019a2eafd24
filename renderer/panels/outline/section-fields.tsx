import { runStatus } from '../../../shared/questions/progress.ts'
import type { Section } from '../../../shared/records.ts'
import { changeOutline, holdSection, retrySection } from '../../stores/actions.ts'
import { addSection, deleteSection } from '../../stores/commands.ts'
import { projectStore, useProject } from '../../stores/project-store.ts'
import { Button } from '../../ui/button.tsx'
import { Field, NumberInput, TextArea } from '../../ui/field.tsx'
import type { Row } from './outline-rows.ts'

const change = (section: Section, part: Partial<Section>, what: string): void =>
  void changeOutline(
    projectStore.getState().state,
    `Change of the ${what}`,
    { put: [{ ...section, ...part }], remove: [] },
    `${what} ${section.id}`,
  )

/** What the plan says of the chosen section, and what can be done with it. */
export const SectionFields = ({ row: { id, leaf, mark, stand, streaming } }: { readonly row: Row }) => {
  const section = useProject((state) => state.section.get(id))
  const status = useProject(runStatus)
  const working = status === 'working' || status === 'awaits-time'
  if (!section) return null
  const canRetry = section.hold === true || mark === 'failed'
  return (
    <section aria-label="Chosen section" className="flex shrink-0 flex-col gap-2 border-t p-3">
      <div className="flex items-baseline justify-between gap-2">
        <h3 className="truncate font-medium">{section.title}</h3>
        <span className="shrink-0 text-small text-quiet">{leaf && stand}</span>
      </div>
      <Field label="What it is to do">
        {(ids) => (
          <TextArea
            {...ids}
            key={section.id}
            rows={3}
            defaultValue={section.intent}
            onBlur={({ target }) => {
              if (target.value !== section.intent) change(section, { intent: target.value }, 'intent')
            }}
          />
        )}
      </Field>
      <div className="flex items-end gap-2">
        <Field label="Words wanted">
          {(ids) => (
            <NumberInput
              {...ids}
              className="w-24!"
              value={section.words}
              onNumber={(words) => change(section, { words: words ?? 0 }, 'words wanted')}
            />
          )}
        </Field>
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
      </div>
    </section>
  )
}
