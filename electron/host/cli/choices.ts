import { addressesOf } from '../../../shared/addresses-of.ts'
import type { ModelChoice } from '../../../shared/model.ts'
import { standingOf } from '../../app/standing-of.ts'

/** Where a server is, and its key. */
export type Reach = Pick<ModelChoice, 'baseUrl' | 'apiKey'>

/** Whether a model is named together with its place, as `ID@BASE_URL`. */
export const carriesPlace = (given: string): boolean => /.@https?:\/\//iu.test(given)

/** A model as a flag names it: `ID`, or `ID@BASE_URL`. */
const choiceIn = (given: string): ModelChoice => {
  const [, id, baseUrl] = /^(.+?)@(https?:\/\/.+)$/iu.exec(given) ?? []
  return id !== undefined && baseUrl !== undefined ? { id, baseUrl } : { id: given }
}

const providerIn = ({ id }: ModelChoice): string => id.split('/', 1)[0] ?? ''

const originsOf = (baseUrl: string | undefined): readonly string[] =>
  addressesOf(baseUrl).map((url) => URL.parse(url)?.origin ?? '')

/**
 * Makes choices of the models that flags name beside a main model. `reach` is for the main model and others of its
 * provider; where the main model needs no server, for those that stand nowhere by themselves. An address that is named
 * with a model goes before it, and gets its key only where that is the same scheme, host and port.
 */
export const choosing = (main: string, reach: Reach): ((given: string) => ModelChoice) => {
  const { baseUrl, apiKey } = { ...reach, ...choiceIn(main) }
  const place = { ...(baseUrl !== undefined && { baseUrl }), ...(apiKey && { apiKey }) }
  const origins = new Set(originsOf(baseUrl))
  const isMeant = (choice: ModelChoice): boolean =>
    standingOf(main) === 'here'
      ? standingOf(choice.id) === 'said'
      : providerIn(choice) === providerIn({ id: main })
  return (given) => {
    const choice = choiceIn(given)
    if (choice.baseUrl === undefined) return isMeant(choice) ? { ...choice, ...place } : choice
    const isSame = originsOf(choice.baseUrl).every((origin) => origins.has(origin))
    return { ...choice, ...(isSame && apiKey && { apiKey }) }
  }
}
