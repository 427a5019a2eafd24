import { AppError } from '../../shared/errors.ts'
import type { ModelChoice } from '../../shared/model.ts'
import { providerOf } from '../providers/open-model.ts'

type Settings = NonNullable<ModelChoice['settings']>

/** What a text may mean, the narrowest first. */
const meanings = (text: string): readonly Settings[string][] => [
  ...(text === 'true' || text === 'false' ? [text === 'true'] : []),
  ...(text.trim() !== '' && Number.isFinite(Number(text)) ? [Number(text)] : []),
  text,
]

/**
 * The settings of a model from lines `NAME=VALUE`, each value read as its provider takes it: number, boolean or text; the
 * last of a name counts. Throws `usage` for a name that the provider does not have, with those it has, and for a value
 * that it cannot take.
 */
export const settingsSaid = (id: string, lines: readonly string[]): Settings => {
  const { name: provider, settings } = providerOf(id)
  const known = Object.keys(settings?.shape ?? {})
  const read = (line: string): readonly [string, Settings[string]] => {
    const at = line.indexOf('=')
    const name = line.slice(0, Math.max(at, 0)).trim()
    if (!name) {
      const sentence = `“${line}” is no setting.`
      throw new AppError('usage', sentence, 'Write it as NAME=VALUE.')
    }
    if (!settings || !known.includes(name)) {
      const next = known.length > 0 ? `There are ${known.join(', ')}.` : 'It has none.'
      throw new AppError('usage', `${provider} has no setting called “${name}”.`, next)
    }
    const [narrowest = '', ...others] = meanings(line.slice(at + 1))
    const taken = [narrowest, ...others].find((value) => settings.safeParse({ [name]: value }).success)
    if (taken !== undefined) return [name, taken]
    const why = settings.safeParse({ [name]: narrowest }).error?.issues[0]?.message ?? ''
    throw new AppError('usage', `The setting ${name} of ${provider} cannot have this value.`, `${why}.`)
  }
  return Object.fromEntries(lines.map(read))
}
