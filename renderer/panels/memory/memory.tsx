import { useState } from 'react'
import { leaves } from '../../../shared/questions/outline.ts'
import type { Memory } from '../../../shared/records.ts'
import { changeMemory } from '../../stores/order-actions.ts'
import { notify } from '../../stores/notices.ts'
import { useProject } from '../../stores/project-store.ts'
import { Button } from '../../ui/button.tsx'
import { shownTitle } from '../../ui/shown-title.ts'
import { StatusSentence } from '../../ui/status-sentence.tsx'
import { MemoryForm } from './memory-form.tsx'
import { aboutNames, abouts, rememberedThings, type Remembered } from './memory-rows.ts'

type Edits = (item: Memory | null) => void

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

const Fact = ({ row, onEdit }: { readonly row: Remembered['items'][number]; readonly onEdit: Edits }) => {
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
  edited,
  onEdit,
  onSave,
}: {
  readonly about: Memory['about']
  readonly things: readonly Remembered[]
  readonly edited: Memory | null
  readonly onEdit: Edits
  readonly onSave: (item: Memory) => void
}) => (
  <section aria-label={aboutNames[about]}>
    <h3 className="px-4 pt-3 pb-1 font-medium">{aboutNames[about]}</h3>
    <ul>
      {things.map(({ name, items }) => (
        <li key={name} className="border-b px-4 py-2">
          <p className="font-medium">{shownTitle(name)}</p>
          <ul>
            {items.map((row) =>
              edited?.id === row.item.id ? (
                <li key={row.item.id} className="-mx-4">
                  <MemoryForm item={row.item} onSave={onSave} onCancel={() => onEdit(null)} />
                </li>
              ) : (
                <Fact key={row.item.id} row={row} onEdit={onEdit} />
              ),
            )}
          </ul>
        </li>
      ))}
    </ul>
  </section>
)

/** What later sections must not contradict: read it, change it, add to it. What the writer changes stays as they left it. */
export const MemoryPanel = () => {
  const things = useProject(rememberedThings)
  const [first] = useProject(leaves)
  const known = useProject((state) => state.memory)
  const [edited, setEdited] = useState<Memory | null>(null)
  if (!first)
    return <StatusSentence title="There is nothing to remember yet.">Make the plan first.</StatusSentence>
  const isNew = edited !== null && !known.has(edited.id)
  const save = async (item: Memory) => {
    if (await changeMemory('Change of memory', { put: [{ ...item, by: 'writer' }], remove: [] }))
      setEdited(null)
  }
  const fresh = (): Memory => ({
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
        <Button onClick={() => setEdited(fresh())}>Add a fact</Button>
      </p>
      {isNew && (
        <MemoryForm item={edited} onSave={(item) => void save(item)} onCancel={() => setEdited(null)} />
      )}
      {things.length === 0 && !isNew && (
        <StatusSentence title="Nothing is remembered yet.">
          What sections establish about people, places, terms and events gathers here as they are settled.
        </StatusSentence>
      )}
      {abouts.map((about) => {
        const group = things.filter((thing) => thing.about === about)
        return group.length === 0 ? null : (
          <Group
            key={about}
            about={about}
            things={group}
            edited={edited}
            onEdit={setEdited}
            onSave={(item) => void save(item)}
          />
        )
      })}
    </section>
  )
}
