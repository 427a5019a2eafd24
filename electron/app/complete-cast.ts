import { roles, type ModelChoice, type Role } from '../../shared/model.ts'
import type { ModelDescription } from '../providers/provider.ts'
import { choicesOf, type Cast } from './casting.ts'
import { describeModel } from './describe-model.ts'
import type { Platform } from './platform.ts'

/** Milliseconds that a start waits to hear what its models can do. */
const patienceMs = 2000

const known = async (platform: Platform, choice: ModelChoice): Promise<ModelDescription | null> => {
  const over = new AbortController()
  const late = platform.sleep(patienceMs, over.signal).then(() => null)
  const described = describeModel(platform, choice).catch(() => null)
  try {
    return await Promise.race([described, late])
  } finally {
    over.abort()
  }
}

/**
 * The models of a run, each with the context it has, where the choice does not say and its server does within two
 * seconds; and as lanes what the writer's first model serves. Never throws: what cannot be learnt is left out.
 */
export const completeCast = async <Asked extends Cast & { readonly lanes?: number }>(
  platform: Platform,
  asked: Asked,
): Promise<Asked> => {
  if (platform.openModel) return asked
  const descriptions = new Map<string, Promise<ModelDescription | null>>()
  const describe = (choice: ModelChoice): Promise<ModelDescription | null> => {
    const key = JSON.stringify(choice)
    const description = descriptions.get(key) ?? known(platform, choice)
    descriptions.set(key, description)
    return description
  }
  const complete = async (choice: ModelChoice): Promise<ModelChoice> => {
    if (choice.context !== undefined) return choice
    const context = (await describe(choice))?.contextSize
    return context === undefined ? choice : { ...choice, context }
  }
  const own = async (role: Role): Promise<readonly [Role, readonly ModelChoice[]]> => [
    role,
    await Promise.all((asked.roles?.[role] ?? []).map(complete)),
  ]
  const [writer = asked.model] = choicesOf(asked, 'writer')
  const [model, casting, lanes] = await Promise.all([
    complete(asked.model),
    asked.roles && Promise.all(roles.map(own)),
    asked.lanes ?? describe(writer).then((description) => description?.lanes),
  ])
  return {
    ...asked,
    model,
    ...(casting && { roles: Object.fromEntries(casting) }),
    ...(lanes !== undefined && { lanes }),
  }
}
