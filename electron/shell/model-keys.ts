import type { ModelChoice } from '../../shared/model.ts'
import type { Question } from './dialogs.ts'
import type { Keychain } from './keychain.ts'

/** Completes choices of models that come without the key that was given for their server before. */
export type ModelKeys = { readonly complete: (choice: ModelChoice) => ModelChoice }

const question = (server: string, backend: string): Question => ({
  message: 'Keep the key of this server for the next time?',
  detail: `${server}\n\nIt would be encrypted by this system’s keychain (${backend}).`,
  yes: 'Keep',
  no: 'Not now',
})

/**
 * The keys of this session and those kept from earlier ones. A key goes to the very address it was given for and to no
 * other. The writer is asked once about each new one whether it is to be kept, and never where nothing deserves it.
 */
export const createModelKeys = async (
  keychain: Keychain,
  ask: (question: Question) => Promise<boolean>,
): Promise<ModelKeys> => {
  const keys = new Map(await keychain.all())
  const offer = async (server: string, key: string): Promise<void> => {
    const backend = await keychain.backend()
    if (backend !== null && (await ask(question(server, backend)))) await keychain.keep(server, key)
  }
  return {
    complete: (choice) => {
      const server = URL.parse(choice.baseUrl ?? '')?.href
      if (server === undefined) return choice
      const { apiKey } = choice
      if (!apiKey) {
        const known = keys.get(server)
        return known === undefined ? choice : { ...choice, apiKey: known }
      }
      const isNew = keys.get(server) !== apiKey
      keys.set(server, apiKey)
      // A key that cannot be kept is good for this session all the same.
      if (isNew) offer(server, apiKey).catch(() => {})
      return choice
    },
  }
}
