import { useState } from 'react'
import type { ModelChoice } from '../../../shared/model.ts'
import { client } from '../../stores/connection.ts'
import { sentenceOf } from '../../stores/failures.ts'
import { modelName } from '../../stores/model-store.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, Field, TextInput } from '../../ui/field.tsx'

const provider = 'openai-compatible'

type Listed =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'list'; readonly models: readonly string[] }
  | { readonly kind: 'trouble'; readonly sentence: string }

const ask = async ({ baseUrl, apiKey }: ModelChoice): Promise<Listed> => {
  try {
    const offers = await client.models.list({ ...(baseUrl && { baseUrl }), ...(apiKey && { apiKey }) })
    const offer = offers.find(({ id }) => id === provider)
    if (offer?.trouble) return { kind: 'trouble', sentence: offer.trouble }
    const models = offer?.models ?? []
    return models.length > 0
      ? { kind: 'list', models }
      : { kind: 'trouble', sentence: 'The server names no models. Write the name of one below.' }
  } catch (error) {
    return { kind: 'trouble', sentence: sentenceOf(error) }
  }
}

const fullId = (name: string): string => (name.startsWith(`${provider}/`) ? name : `${provider}/${name}`)

const ModelName = ({
  listed,
  choice,
  onChoice,
}: {
  readonly listed: Listed
  readonly choice: ModelChoice
  readonly onChoice: (choice: ModelChoice) => void
}) => (
  <Field label="Model">
    {(ids) =>
      listed.kind === 'list' ? (
        <Choice
          {...ids}
          value={choice.id}
          onChange={({ target }) => onChoice({ ...choice, id: target.value })}
        >
          {listed.models.map((id) => (
            <option key={id} value={fullId(id)}>
              {modelName(fullId(id))}
            </option>
          ))}
        </Choice>
      ) : (
        <TextInput
          {...ids}
          value={choice.id === '' ? '' : modelName(choice.id)}
          onChange={({ target }) =>
            onChoice({ ...choice, id: target.value === '' ? '' : fullId(target.value) })
          }
        />
      )
    }
  </Field>
)

type Reaching = { readonly baseUrl?: string; readonly apiKey?: string }

const Reach = ({
  choice,
  onSet,
}: {
  readonly choice: ModelChoice
  readonly onSet: (part: Reaching) => void
}) => (
  <div className="grid grid-cols-2 gap-4">
    <Field label="Base URL" hint="For example http://127.0.0.1:1234/v1">
      {(ids) => (
        <TextInput
          {...ids}
          value={choice.baseUrl ?? ''}
          onChange={({ target }) => onSet({ baseUrl: target.value })}
        />
      )}
    </Field>
    <Field label="Key" hint="For this session only. Empty where none is needed.">
      {(ids) => (
        <TextInput
          {...ids}
          type="password"
          value={choice.apiKey ?? ''}
          onChange={({ target }) => onSet({ apiKey: target.value })}
        />
      )}
    </Field>
  </div>
)

/** How to reach a server, and which of its models to ask. The key is kept for this session only. */
export const ServerFields = ({
  choice,
  onChoice,
}: {
  readonly choice: ModelChoice
  readonly onChoice: (choice: ModelChoice) => void
}) => {
  const [listed, setListed] = useState<Listed>({ kind: 'none' })
  const list = async (): Promise<void> => {
    setListed({ kind: 'asking' })
    const answer = await ask(choice)
    setListed(answer)
    if (answer.kind === 'list' && !answer.models.some((id) => fullId(id) === choice.id)) {
      onChoice({ ...choice, id: fullId(answer.models[0] ?? '') })
    }
  }
  const set = (part: Reaching): void => {
    const { baseUrl = choice.baseUrl, apiKey = choice.apiKey } = part
    setListed({ kind: 'none' })
    onChoice({ id: choice.id, ...(baseUrl && { baseUrl }), ...(apiKey && { apiKey }) })
  }
  return (
    <div className="flex flex-col gap-3">
      <Reach choice={choice} onSet={set} />
      <div className="flex items-start gap-3">
        <Button disabled={listed.kind === 'asking' || !choice.baseUrl} onClick={() => void list()}>
          List its models
        </Button>
        <p role="status" className={`py-1 ${listed.kind === 'trouble' ? 'text-broken' : 'text-quiet'}`}>
          {listed.kind === 'none' && 'Or write the name of one below.'}
          {listed.kind === 'asking' && 'The server is being asked.'}
          {listed.kind === 'trouble' && listed.sentence}
          {listed.kind === 'list' && `The server offers ${listed.models.length}.`}
        </p>
      </div>
      <ModelName listed={listed} choice={choice} onChoice={onChoice} />
    </div>
  )
}
