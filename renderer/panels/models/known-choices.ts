import { addressesOf } from '../../../shared/addresses-of.ts'
import type { ModelChoice } from '../../../shared/model.ts'
import type { KnownModels } from '../../stores/known-models.ts'
import { isSameModel, modelName, practice } from '../../stores/model-store.ts'
import type { Source } from './sources.ts'

/** Models that can be chosen for a role, by where they come from. */
export type ChoiceGroup = { readonly name: string; readonly choices: readonly ModelChoice[] }

const choicesOf = (source: Source): readonly ModelChoice[] => {
  switch (source.kind) {
    case 'found':
      return source.server.models.map(({ id }) => ({ id, baseUrl: source.server.baseUrl }))
    case 'files':
    case 'vendor':
      return source.offer.models.map((id) => ({ id }))
    case 'server':
      return []
    case 'practice':
      return [practice]
  }
}

/** The models that servers of the writer's have listed, by their hosts. */
const heardChoices = (heard: KnownModels['heard']): readonly ChoiceGroup[] =>
  Object.entries(heard).map(([baseUrl, ids]) => ({
    name: addressesOf(baseUrl)
      .map((address) => URL.parse(address)?.host ?? address)
      .join(', '),
    choices: ids.map((id) => ({ id, baseUrl })),
  }))

/** Every model that is known, those that servers have listed, and those of `chosen` that no source lists. */
export const knownChoices = (
  sources: readonly Source[],
  chosen: readonly ModelChoice[],
  heard: KnownModels['heard'] = {},
): readonly ChoiceGroup[] => {
  const offered = sources.map((source): ChoiceGroup => ({ name: source.name, choices: choicesOf(source) }))
  const listed = [...offered, ...heardChoices(heard)]
  const all = listed.flatMap(({ choices }) => choices)
  const others = chosen.filter(
    (choice, at) =>
      choice.id !== '' &&
      !all.some((each) => isSameModel(each, choice)) &&
      chosen.findIndex((each) => isSameModel(each, choice)) === at,
  )
  return [{ name: 'Chosen before', choices: others }, ...listed].filter(({ choices }) => choices.length > 0)
}

/** What tells a choice from others in a list. */
export const choiceKey = ({ id, baseUrl = '' }: ModelChoice): string => `${id} ${baseUrl}`

/** The name of a model with its server's, where it has one: "qwen3:4b at 127.0.0.1:11434", "qwen3:4b at 3 servers". */
export const placedName = ({ id, baseUrl }: ModelChoice): string => {
  const [first = '', ...others] = addressesOf(baseUrl)
  if (others.length > 0) return `${modelName(id)} at ${1 + others.length} servers`
  const host = URL.parse(first)?.host
  return host ? `${modelName(id)} at ${host}` : modelName(id)
}
