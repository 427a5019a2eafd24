import { leaves } from '../../../shared/questions/outline.ts'
import { isRemembered } from '../../../shared/questions/remembering.ts'
import type { Memory } from '../../../shared/records.ts'
import { changeMemory } from '../../stores/order-actions.ts'
import { notify } from '../../stores/notices.ts'
import { useProject } from '../../stores/project-store.ts'
import { Button } from '../../ui/button.tsx'
import { shownTitle } from '../../ui/shown-title.ts'
import { StatusSentence } from '../../ui/status-sentence.tsx'
import { MemoryForm } from './memory-form.tsx'
import { useFactForms, type FactForms } from './use-fact-forms.ts'
import { aboutNames, abouts, rememberedThings, type Remembered } from './memory-rows.ts'

const holds = ({ from, item }: Remembered['items'][number], until: string | undefined): string =>
  [
    item.about === 'summary' ? '' : `from ${shownTitle(from?.title ?? 'a section that is gone')}`,
    until && `until ${shownTitle(until)}`,
    item.by === 'writer' && 'yours',
  ]
    .filter(Boolean)
    .join(', ')

const forget = async (item: Memory): Promise<void> => {
  if (await changeMemory('Forgetting of a fact', { put: [], remove: [item.id] }))
    notify('It was forgotten. Undo brings it back.')
}

const Fact = ({
  row,
  onEdit,
}: {
  readonly row: Remembered['items'][number]
  readonly onEdit: (item: Memory) => void
}) => {
  const { item } = row
  const until = useProject((state) => (item.until ? state.section.get(item.until)?.title : undefined))
  const where = holds(row, until)
  return (
    <li className="py-1">
      <p className="wrap-anywhere">{item.fact}</p>
      <div className="-mr-2 flex items-center">
        <p className="min-w-0 flex-1 truncate text-small text-quiet" title={where}>
          {where}
        </p>
        <Button kind="quiet" aria-label={`Change: ${item.fact}`} onClick={() => onEdit(item)}>
          Change
        </Button>
        <Button kind="quiet" aria-label={`Forget: ${item.fact}`} onClick={() => void forget(item)}>
          Forget
        </Button>
      </div>
    </li>
  )
}

const Group = ({
  about,
  things,
  forms,
}: {
  readonly about: Memory['about']
  readonly things: readonly Remembered[]
  readonly forms: FactForms
}) => (
  <section aria-label={aboutNames[about]}>
    <h3 className="px-4 pt-3 pb-1 font-medium">{aboutNames[about]}</h3>
    <ul>
      {things.map(({ name, items }) => (
        <li key={name} className="border-b px-4 py-2">
          <p className="font-medium">{shownTitle(name)}</p>
          <ul>
            {items.map((row) => {
              const typed = forms.open.find(({ id }) => id === row.item.id)
              return typed ? (
                <li key={row.item.id} className="-mx-4">
                  <MemoryForm item={typed} {...forms.hands} />
                </li>
              ) : (
                <Fact key={row.item.id} row={row} onEdit={forms.hands.onItem} />
              )
            })}
          </ul>
        </li>
      ))}
    </ul>
  </section>
)

const Empty = ({ isKept }: { readonly isKept: boolean }) => (
  <StatusSentence title="Nothing is remembered yet.">
    {isKept
      ? 'What sections establish about people, places, terms and events gathers here as they are settled.'
      : 'Short sections that no other waits for are not remembered. Add what must hold, or say in the outline which section comes after which.'}
  </StatusSentence>
)

/** What later sections must not contradict: read it, change it, add to it. What the writer changes stays as they left it. */
export const MemoryPanel = () => {
  const things = useProject(rememberedThings)
  const [first] = useProject(leaves)
  const known = useProject((state) => state.memory)
  const isKept = useProject((state) => leaves(state).some((section) => isRemembered(state, section)))
  const forms = useFactForms()
  if (!first)
    return <StatusSentence title="There is nothing to remember yet.">Make the plan first.</StatusSentence>
  const fresh = forms.open.filter(({ id }) => !known.has(id))
  const hasEmpty = fresh.some(({ name, fact }) => name === '' && fact === '')
  const newFact = (): Memory => ({
    id: `memory:own-${crypto.randomUUID().slice(0, 8)}`,
    section: first.id,
    about: 'person',
    name: '',
    fact: '',
    madeFrom: '',
    by: 'writer',
  })
  return (
    <section aria-label="Memory">
      <p className="border-b px-4 py-2">
        <Button onClick={() => !hasEmpty && forms.hands.onItem(newFact())}>Add a fact</Button>
      </p>
      {fresh.map((item) => (
        <MemoryForm key={item.id} item={item} {...forms.hands} />
      ))}
      {things.length === 0 && fresh.length === 0 && <Empty isKept={isKept} />}
      {abouts.map((about) => {
        const group = things.filter((thing) => thing.about === about)
        return group.length === 0 ? null : <Group key={about} about={about} things={group} forms={forms} />
      })}
    </section>
  )
}
