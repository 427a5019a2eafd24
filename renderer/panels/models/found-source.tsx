import type { FoundServer } from '../../stores/known-models.ts'
import { AskedWords } from './asked-words.tsx'
import { KeyPanel } from './key-panel.tsx'
import { ModelList } from './model-list.tsx'
import { factsOf } from './model-words.ts'
import { useModelsAt } from './use-models-at.ts'

/** A server on this computer with its models; one that names none may want a key first. */
export const FoundSource = ({
  server,
  chosen,
  onChoose,
}: {
  readonly server: FoundServer
  readonly chosen: string
  readonly onChoose: (id: string) => void
}) => {
  const { asked, askAt } = useModelsAt()
  const { provider, baseUrl, trouble } = server
  const models =
    asked.kind === 'answered'
      ? asked.models.map((id) => ({ id }))
      : server.models.map((model) => ({ id: model.id, facts: factsOf(model) }))
  const ask = async (): Promise<void> => {
    const first = (await askAt(provider, baseUrl))?.[0]
    if (first !== undefined) onChoose(first)
  }
  return (
    <>
      <p className="text-quiet">
        At {baseUrl}. What you write does not leave this computer unless this server sends it on.
      </p>
      {trouble && models.length === 0 && <p className="text-broken">{trouble}</p>}
      <ModelList models={models} chosen={chosen} onChoose={onChoose} />
      {trouble && (
        <>
          <KeyPanel
            place={{ baseUrl }}
            origin={URL.parse(baseUrl)?.origin ?? ''}
            isOptional
            onChanged={() => void ask()}
          />
          <AskedWords asked={asked} />
        </>
      )}
    </>
  )
}
