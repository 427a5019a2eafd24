import type { ModelChoice } from '../../../shared/model.ts'
import { Field, TextInput } from '../../ui/field.tsx'

const providerOf = (id: string): string => id.split('/', 1)[0] ?? ''

/**
 * The model by whose vectors passages are found, by its full name, since lists leave such models out. One of the chosen
 * model's provider is asked where that one is.
 */
export const EmbeddingField = ({
  embedding,
  chosen,
  onEmbedding,
}: {
  readonly embedding: ModelChoice | null
  readonly chosen: ModelChoice
  readonly onEmbedding: (choice: ModelChoice | null) => void
}) => {
  const name = (id: string): void => {
    const { baseUrl } = chosen
    const isThere = baseUrl !== undefined && providerOf(id) === providerOf(chosen.id)
    onEmbedding(id === '' ? null : { id, ...(isThere && { baseUrl }) })
  }
  return (
    <Field
      label="Passages by meaning"
      hint="A model for embeddings, such as ollama/nomic-embed-text. Empty: by their words alone."
    >
      {(ids) => (
        <TextInput
          {...ids}
          value={embedding?.id ?? ''}
          onChange={({ target }) => name(target.value.trim())}
        />
      )}
    </Field>
  )
}
