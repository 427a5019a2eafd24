import { size } from '../../../shared/byte-words.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Platform } from '../platform.ts'
import { catalogue, modelOf } from './catalogue.ts'

/** What `open` gives; where it throws because a model's file is not here that the catalogue has, says how to get that. */
export const orWhereToGet = <Opened>(platform: Platform, id: string, open: () => Opened): Opened => {
  try {
    return open()
  } catch (error) {
    const entries = platform.catalogue ?? catalogue
    const entry = entries.find((each) => id === modelOf(each) || id === `llama-cpp/${each.id}`)
    // Another file may be missing: of an adapter, say.
    const isOwn = error instanceof AppError && error.message.includes(`${id.slice('llama-cpp/'.length)}.gguf`)
    if (!entry || !isOwn || error.code !== 'model-not-found') throw error
    const command =
      platform.program === undefined ? '' : `, or with: ${platform.program} models get ${entry.id}`
    const next = `Get ${entry.name} (${size(entry.bytes)}) under Models${command}`
    throw new AppError(error.code, error.message, command ? next : `${next}.`, error)
  }
}
