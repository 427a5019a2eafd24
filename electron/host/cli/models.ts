import { size } from '../../../shared/byte-words.ts'
import type { Client } from '../../../shared/contract.ts'
import { reachOf, type RunFlags } from './flags.ts'
import { exits } from './outcome.ts'
import { jsonLine } from './report.ts'
import { say, type Session } from './session.ts'
import type { Line } from './spans.ts'

type Found = Awaited<ReturnType<Client['models']['find']>>[number]
type Offer = Awaited<ReturnType<Client['models']['list']>>[number]

const number = new Intl.NumberFormat('en')

const detailsOf = ({ contextSize, lanes, bytes }: Found['models'][number]): string =>
  [
    contextSize && `reads ${number.format(contextSize)} tokens`,
    lanes && (lanes === 1 ? 'one call at a time' : `${lanes} calls at once`),
    bytes && size(bytes),
  ]
    .filter(Boolean)
    .join(', ')

const modelLine = (model: Found['models'][number]): Line => {
  const details = detailsOf(model)
  return [`  ${model.id}`, ...(details ? [{ text: `  ${details}`, style: 'dim' } as const] : [])]
}

const troubleLines = (trouble: string | undefined): readonly Line[] =>
  trouble ? [[{ text: `  ${trouble}`, style: 'warn' }]] : []

const foundLines = ({ name, baseUrl, models, trouble }: Found): readonly Line[] => [
  [`${name} on this computer (--base-url ${baseUrl})`],
  ...models.map(modelLine),
  ...troubleLines(trouble),
]

/** Why a provider was of no use: in few words where it is only that it wants a key. */
const troubleOf = ({ needsKey, hasKey, keyVariables = [], trouble }: Offer): string | undefined =>
  needsKey && !hasKey && trouble ? `Needs a key: ${keyVariables.join(' or ')}` : trouble

const offerLines = (offer: Offer): readonly Line[] => [
  [`${offer.name} (${offer.id})`],
  [{ text: `  ${offer.about}`, style: 'dim' }],
  ...offer.models.map((each): Line => [`  ${each}`]),
  ...troubleLines(troubleOf(offer)),
]

/** `longhand models`: the model servers on this computer and every provider, with the models to be asked for by id. */
export const models = async (
  session: Session,
  flags: Pick<RunFlags, 'baseUrl' | 'apiKeyEnv'>,
): Promise<number> => {
  const { client, env, json, print } = session
  const [providers, found] = await Promise.all([
    client.models.list(reachOf(flags, env)),
    client.models.find({}),
  ])
  // What a server of this computer has is said there, with its context and lanes.
  const isFound = new Set(found.map(({ provider }) => provider))
  const offers = providers.filter(({ id, trouble }) => !(trouble && isFound.has(id)))
  say(session, ...found.flatMap(foundLines), ...offers.flatMap(offerLines))
  if (json) {
    const ids = [
      ...found.flatMap((server) => server.models.map(({ id }) => id)),
      ...providers.flatMap((each) => each.models),
    ]
    print(jsonLine({ models: [...new Set(ids)], found, providers }))
  }
  return exits.done
}
