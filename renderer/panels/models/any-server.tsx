import { useLayoutEffect, useRef, useState } from 'react'
import { addressesOf } from '../../../shared/addresses-of.ts'
import type { ModelChoice } from '../../../shared/model.ts'
import type { Offer } from '../../stores/known-models.ts'
import { modelName } from '../../stores/model-store.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, Field, TextInput } from '../../ui/field.tsx'
import { AskedWords } from './asked-words.tsx'
import { KeyPanel } from './key-panel.tsx'
import { ModelByName } from './model-by-name.tsx'
import { ModelList } from './model-list.tsx'
import { providerOf } from './sources.ts'
import { useModelsAt, type AskedModels } from './use-models-at.ts'

const originsOf = (baseUrl: string): readonly string[] => [
  ...new Set(
    addressesOf(baseUrl)
      .map((address) => URL.parse(address))
      .flatMap((url) => (url && /^https?:$/u.test(url.protocol) ? [url.origin] : [])),
  ),
]

type Reach = { readonly provider: string; readonly baseUrl: string }

/** A choice at another place; another kind of server has other settings. */
const movedTo = (
  { provider, baseUrl }: Reach,
  { id, settings }: ModelChoice,
  isOtherKind: boolean,
): ModelChoice => ({
  id: isOtherKind && id !== '' ? `${provider}/${modelName(id)}` : id,
  ...(baseUrl && { baseUrl }),
  ...(settings && !isOtherKind && { settings }),
})

const ReachFields = ({
  offers,
  reach,
  asked,
  onReach,
  onAsk,
}: {
  readonly offers: readonly Offer[]
  readonly reach: Reach
  readonly asked: AskedModels
  readonly onReach: (reach: Reach) => void
  readonly onAsk: () => void
}) => (
  <form
    className="flex flex-col gap-3"
    onSubmit={(event) => {
      event.preventDefault()
      onAsk()
    }}
  >
    <div className="grid grid-cols-[minmax(0,1fr)_200px] items-start gap-3">
      <Field label="Base URL" hint="Like http://127.0.0.1:1234/v1. Several are a pool.">
        {(ids) => (
          <TextInput
            {...ids}
            spellCheck={false}
            value={reach.baseUrl}
            onChange={({ target }) => onReach({ ...reach, baseUrl: target.value })}
          />
        )}
      </Field>
      <Field label="Kind of server">
        {(ids) => (
          <Choice
            {...ids}
            value={reach.provider}
            onChange={({ target }) => onReach({ ...reach, provider: target.value })}
          >
            {offers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Choice>
        )}
      </Field>
    </div>
    <div className="flex items-start gap-3">
      <Button type="submit" disabled={asked.kind === 'asking' || reach.baseUrl.trim() === ''}>
        List its models
      </Button>
      <AskedWords asked={asked} />
    </div>
  </form>
)

/** Any server by its base URL, or several as a pool; with a key for each where it wants one. */
export const AnyServer = ({
  offers,
  choice,
  onChoice,
}: {
  readonly offers: readonly Offer[]
  readonly choice: ModelChoice
  readonly onChoice: (choice: ModelChoice) => void
}) => {
  const [provider, setProvider] = useState(providerOf(choice) || (offers[0]?.id ?? ''))
  const baseUrl = choice.baseUrl ?? ''
  const { asked, askAt, forget } = useModelsAt(baseUrl)
  const origins = originsOf(baseUrl)
  const chooseModel = (id: string): void => onChoice({ ...choice, id })
  // What stands when an answer comes: the writer may have gone on since it was asked for.
  const now = useRef({ choice, provider })
  useLayoutEffect(() => {
    now.current = { choice, provider }
  })
  const askModels = async (): Promise<void> => {
    if (now.current.provider !== provider || now.current.choice.baseUrl !== choice.baseUrl) return
    const models = await askAt(provider, baseUrl)
    const first = models?.includes(choice.id) ? undefined : models?.[0]
    const standing = now.current.choice
    if (first !== undefined && standing.id === choice.id) onChoice({ ...standing, id: first })
  }
  const reachOther = (reach: Reach): void => {
    forget()
    setProvider(reach.provider)
    onChoice(movedTo(reach, choice, reach.provider !== provider))
  }
  return (
    <>
      <ReachFields
        offers={offers}
        reach={{ provider, baseUrl }}
        asked={asked}
        onReach={reachOther}
        onAsk={() => void askModels()}
      />
      {asked.kind === 'answered' && asked.models.length > 0 && (
        <ModelList models={asked.models.map((id) => ({ id }))} chosen={choice.id} onChoose={chooseModel} />
      )}
      {origins.map((origin) => (
        <KeyPanel
          key={origin}
          place={{ baseUrl: origin }}
          origin={origin}
          label={origins.length > 1 ? `Key for ${URL.parse(origin)?.host}` : 'Key'}
          isOptional
          onChanged={() => void askModels()}
        />
      ))}
      <ModelByName provider={provider} id={choice.id} onName={chooseModel} />
    </>
  )
}
