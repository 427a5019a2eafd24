import { AppError } from '../../shared/errors.ts'
import { roles, type ModelChoice, type Role } from '../../shared/model.ts'
import type { Casting, NamedModel } from '../agent/loop.ts'
import type { Embedding } from '../agent/nearest-passages.ts'
import { providers } from '../providers/index.ts'
import { eachAddress, openModel, providerOf } from '../providers/open-model.ts'
import type { Provider } from '../providers/provider.ts'
import { completeChoice } from './complete-choice.ts'
import { firstToAnswer } from './first-to-answer.ts'
import { orWhereToGet } from './models/where-to-get.ts'
import type { OpenedModel, Platform } from './platform.ts'
import { priceOf, type OwnPrices } from './prices.ts'

/** The model of a run, and for each role the models of its own: the first is asked, the others where it fails. */
export type Cast = {
  readonly model: ModelChoice
  readonly roles?: Partial<Readonly<Record<Role, readonly ModelChoice[]>>>
}

/** Opens a model with the keys for its servers, by the platform's double or else by the registry. Throws `AppError`; asks no server. */
export const modelOf = (platform: Platform, choice: ModelChoice): OpenedModel => {
  const complete = (each: ModelChoice): ModelChoice => completeChoice(platform, each)
  const open = (): OpenedModel =>
    platform.openModel?.(complete(choice)) ?? openModel(choice, platform, complete)
  return orWhereToGet(platform, choice.id, open)
}

/** Providers that have models for vectors, in a row: "A, B or C". */
const embedders = (): string => {
  const all: readonly Provider[] = providers
  const names = all.flatMap(({ name, embed }) => (embed ? [name] : []))
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names)
}

/**
 * Opens a model for vectors, with the key for its server; of several servers the first that answers is asked. Throws
 * `AppError` where its provider has none.
 */
export const embeddingOf = (platform: Platform, choice: ModelChoice): Embedding => {
  const { name, embed } = providerOf(choice.id)
  if (embed) {
    const servers = eachAddress(choice).map((each) => embed(completeChoice(platform, each), platform))
    return { name: choice.id, embed: firstToAnswer(servers) }
  }
  throw new AppError(
    'usage',
    `${name} has no models that find passages by what they mean.`,
    `Choose one of ${embedders()}.`,
  )
}

/** The models that a role may use, in order. */
export const choicesOf = ({ model, roles: own }: Cast, role: Role): readonly ModelChoice[] => {
  const choices = own?.[role] ?? []
  return choices.length > 0 ? choices : [model]
}

const needPrices = (casting: Casting): void => {
  const unknown = roles.flatMap((role) => casting[role]).find(({ price }) => !price)
  if (!unknown) return
  const sentence = `A cap in money needs a price, and none is known for ${unknown.name}.`
  throw new AppError('usage', sentence, 'Put it into prices.json in your Longhand folder, or cap the tokens.')
}

/**
 * Opens every model of a run once. `lanes` is what the writer's first model serves. Throws `AppError` where one cannot
 * be opened, where a price that is needed cannot be read, or where `priced` is wanted and a price is missing.
 */
export const castRun = (
  platform: Platform,
  cast: Cast,
  { prices, priced }: { readonly prices: OwnPrices; readonly priced: boolean },
): { readonly models: Casting; readonly lanes: number } => {
  if (priced && prices instanceof AppError) throw prices
  const opened = new Map<string, NamedModel & { readonly lanes: number }>()
  const open = (choice: ModelChoice): NamedModel & { readonly lanes: number } => {
    const key = JSON.stringify([choice.id, choice.baseUrl, choice.apiKey, choice.context, choice.settings])
    const price = priceOf(prices, choice)
    const named = opened.get(key) ?? {
      ...modelOf(platform, choice),
      name: choice.id,
      ...(price && { price }),
      ...(choice.context !== undefined && { context: choice.context }),
    }
    opened.set(key, named)
    return named
  }
  const [planner, writer, reviewer] = [
    choicesOf(cast, 'planner').map(open),
    choicesOf(cast, 'writer').map(open),
    choicesOf(cast, 'reviewer').map(open),
  ]
  const models: Casting = { planner, writer, reviewer }
  if (priced) needPrices(models)
  return { models, lanes: writer[0]?.lanes ?? 1 }
}
