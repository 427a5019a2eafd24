import type { ModelChoice } from '../../../shared/model.ts'
import type { FoundServer, KnownModels, Offer } from '../../stores/known-models.ts'
import { practice } from '../../stores/model-store.ts'

/** Where models come from. */
export type Source = { readonly key: string; readonly name: string } & (
  | { readonly kind: 'found'; readonly server: FoundServer; readonly offer: Offer | undefined }
  | { readonly kind: 'files' | 'vendor'; readonly offer: Offer }
  | { readonly kind: 'server'; readonly offers: readonly Offer[] }
  | { readonly kind: 'practice' }
)

/** The provider of files on this computer. */
export const files = 'llama-cpp'

/** The source that needs nothing and is always there. */
export const practiceSource: Source = { kind: 'practice', key: 'practice', name: 'Practice model' }

/**
 * Where models come from, as far as is known, in the order in which the writer is offered them: servers found on this
 * computer, files, vendors, any server, practice.
 */
export const sourcesOf = ({ found, offers }: Pick<KnownModels, 'found' | 'offers'>): readonly Source[] => {
  const all = offers ?? []
  const own = all.filter(({ id }) => id === files)
  const vendors = all.filter(({ needsKey }) => needsKey)
  const others = all.filter(({ id, needsKey }) => !needsKey && id !== files && id !== practice.id)
  // Those without an address of their own come first: most servers are of that kind.
  const servers = others.toSorted((a, b) => Number(a.address !== undefined) - Number(b.address !== undefined))
  return [
    ...(found ?? []).map((server): Source => ({
      kind: 'found',
      key: `found ${server.baseUrl}`,
      name: server.name,
      server,
      offer: all.find(({ id }) => id === server.provider),
    })),
    ...own.map((offer): Source => ({ kind: 'files', key: files, name: 'Files on this computer', offer })),
    ...vendors.map((offer): Source => ({ kind: 'vendor', key: offer.id, name: offer.name, offer })),
    ...(servers.length > 0
      ? [{ kind: 'server', key: 'server', name: 'Any server', offers: servers } satisfies Source]
      : []),
    practiceSource,
  ]
}

const either = new Intl.ListFormat('en', { type: 'disjunction' })

/** The kinds of server that some providers speak with, in a row of words: "vLLM, LM Studio, or Ollama". */
export const serversOf = (offers: readonly Offer[]): string =>
  either.format(offers.flatMap(({ servers }) => servers ?? []))

/** The id of the provider that a model is of. */
export const providerOf = ({ id }: ModelChoice): string => id.split('/', 1)[0] ?? ''

const offers = (source: Source, choice: ModelChoice): boolean => {
  const provider = providerOf(choice)
  const baseUrl = choice.baseUrl ?? ''
  switch (source.kind) {
    case 'found':
      return source.server.provider === provider && source.server.baseUrl === baseUrl
    case 'files':
    case 'vendor':
      return source.offer.id === provider && baseUrl === ''
    case 'server':
      return source.offers.some(({ id }) => id === provider)
    case 'practice':
      return provider === practice.id
  }
}

/** Which of the sources a choice is from. */
export const sourceOf = (sources: readonly Source[], choice: ModelChoice): Source | undefined =>
  sources.find((source) => offers(source, choice))

/** What is chosen where the writer has only said the source; without an id where one must be picked. */
export const firstChoice = (source: Source): ModelChoice => {
  switch (source.kind) {
    case 'found':
      return { id: source.server.models[0]?.id ?? '', baseUrl: source.server.baseUrl }
    case 'files':
      return { id: source.offer.models[0] ?? '' }
    case 'vendor':
      return { id: source.offer.models.length === 1 ? (source.offer.models[0] ?? '') : '' }
    case 'server':
      return { id: '' }
    case 'practice':
      return practice
  }
}

/** What can be set for a choice from a source, as JSON Schema. */
export const schemaFor = (source: Source, choice: ModelChoice): Offer['settings'] => {
  switch (source.kind) {
    case 'server':
      return source.offers.find(({ id }) => id === providerOf(choice))?.settings
    case 'practice':
      return undefined
    default:
      return source.offer?.settings
  }
}
