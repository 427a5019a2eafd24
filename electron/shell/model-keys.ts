import type { ModelChoice } from '../../shared/model.ts'
import type { Question } from './dialogs.ts'
import type { Keychain } from './keychain.ts'

/** Completes choices of models that come without the key that was given for their server before. */
export type ModelKeys = { readonly complete: (choice: ModelChoice) => ModelChoice }

const longest = 2048

/** The server at an address as keys are kept for it; undefined for what no model can be asked at. */
const serverAt = (address: string | undefined): string | undefined => {
  const url = address === undefined || address.length > longest ? null : URL.parse(address)
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  return isWeb && url.username === '' && url.password === '' ? url.href : undefined
}

const question = (server: string, backend: string): Question => ({
  message: 'Keep the key of this server for the next time?',
  detail: `${server}\n\nIt would be encrypted by this system’s keychain (${backend}).`,
  yes: 'Keep',
  no: 'Not now',
})

/** Asks about one key at a time; while it does, others are left for when they are used next. */
const createOffers = (keychain: Keychain, ask: (question: Question) => Promise<boolean>) => {
  const offered = new Map<string, string>()
  let isAsking = false
  const offer = async (server: string, key: string): Promise<void> => {
    const backend = await keychain.backend()
    if (backend !== null && (await ask(question(server, backend)))) await keychain.keep(server, key)
  }
  return {
    /** These are kept already. */
    note: (server: string, key: string) => void offered.set(server, key),
    offer: async (server: string, key: string): Promise<void> => {
      if (isAsking || offered.get(server) === key) return
      isAsking = true
      offered.set(server, key)
      try {
        await offer(server, key)
      } finally {
        isAsking = false
      }
    },
  }
}

/**
 * The keys of this session and those kept from earlier ones, as soon as the system gives them: it may ask the writer
 * first, which nothing waits for. A key goes to the very address it was given for and to no other. The writer is asked
 * once about each new one whether it is to be kept, and never where nothing deserves it.
 */
export const createModelKeys = (
  keychain: Keychain,
  ask: (question: Question) => Promise<boolean>,
  bug: (error: unknown) => void,
): ModelKeys => {
  const keys = new Map<string, string>()
  const offers = createOffers(keychain, ask)
  const recall = async (): Promise<void> => {
    for (const [server, key] of await keychain.all()) {
      if (keys.has(server)) continue
      keys.set(server, key)
      offers.note(server, key)
    }
  }
  recall().catch(bug)
  return {
    complete: (choice) => {
      const server = serverAt(choice.baseUrl)
      if (server === undefined) return choice
      const { apiKey } = choice
      if (!apiKey) {
        const known = keys.get(server)
        return known === undefined ? choice : { ...choice, apiKey: known }
      }
      keys.set(server, apiKey)
      // A key that cannot be kept is good for this session all the same.
      offers.offer(server, apiKey).catch(bug)
      return choice
    },
  }
}
