import { useState } from 'react'
import { client } from '../../stores/connection.ts'
import { useKnownModels, type Offer } from '../../stores/known-models.ts'
import { askProvider } from '../../stores/model-actions.ts'
import { useAttempt } from '../../stores/use-attempt.ts'
import { Button } from '../../ui/button.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { CatalogueItem } from './catalogue-item.tsx'
import { ModelList } from './model-list.tsx'
import { files } from './sources.ts'
import { useCatalogue } from './use-catalogue.ts'

type Choosing = { readonly offer: Offer; readonly chosen: string; readonly onChoose: (id: string) => void }

const AddFile = ({ onAdded }: { readonly onAdded: (id: string) => void }) => {
  const [path, setPath] = useState('')
  const { trouble, attempt } = useAttempt()
  const add = (): Promise<boolean> =>
    attempt(async () => {
      const { model } = await client.catalogue.addFile({ path: path.trim() })
      await askProvider(files)
      setPath('')
      onAdded(model)
    })
  return (
    <form
      className="flex flex-col gap-1"
      onSubmit={(event) => {
        event.preventDefault()
        if (path.trim() !== '') void add()
      }}
    >
      <Field label="Choose a file" hint="The path of a GGUF file. It stays where it is.">
        {(ids) => (
          <span className="flex gap-2">
            <TextInput
              {...ids}
              spellCheck={false}
              placeholder="~/models/model.gguf"
              value={path}
              onChange={({ target }) => setPath(target.value)}
            />
            <Button type="submit" className="h-8" disabled={path.trim() === ''}>
              Add
            </Button>
          </span>
        )}
      </Field>
      {trouble && (
        <p role="alert" className="text-broken">
          {trouble}
        </p>
      )}
    </form>
  )
}

const Catalogue = ({ offer, chosen, onChoose }: Choosing) => {
  const { gettable, removed, trouble, download, pause, remove } = useCatalogue()
  return (
    <section aria-label="Get a model" className="flex flex-col">
      <h4 className="border-b pb-1 font-medium">Get one</h4>
      {trouble && (
        <p role="alert" className="py-2 text-broken">
          {trouble}
        </p>
      )}
      {!gettable && !trouble && (
        <p role="status" className="py-2 text-quiet">
          The catalogue is being read.
        </p>
      )}
      <ul>
        {gettable?.map((item) => {
          const { id, model } = item.entry
          return (
            <CatalogueItem
              key={id}
              item={item}
              isRemoved={removed.includes(id)}
              onDownload={() => void download(id)}
              onPause={() => void pause(id)}
              onRemove={() => {
                void remove(id, item.progress.state === 'here')
                if (chosen === model) onChoose(offer.models.find((each) => each !== model) ?? '')
              }}
              onChoose={() => onChoose(model)}
            />
          )
        })}
      </ul>
    </section>
  )
}

/** The GGUF files on this computer. */
export const FilesSource = ({ offer, chosen, onChoose }: Choosing) => {
  const isAsking = useKnownModels((known) => known.asking)
  // A file that could not be put among the models is named by its path alone.
  const ids = chosen === '' || offer.models.includes(chosen) ? offer.models : [...offer.models, chosen]
  if (offer.trouble) return <p className="text-broken">{offer.trouble}</p>
  if (ids.length === 0 && isAsking) return null
  if (ids.length === 0) {
    return <p className="text-quiet">No model is on this computer yet. Get one below, or choose a file.</p>
  }
  return <ModelList models={ids.map((id) => ({ id }))} chosen={chosen} onChoose={onChoose} />
}

/** Ways to a model on this computer: a file that is there already, or one of the catalogue. */
export const MoreFiles = (choosing: Choosing) => (
  <>
    <AddFile onAdded={choosing.onChoose} />
    <Catalogue {...choosing} />
  </>
)
