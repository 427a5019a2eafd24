import { originOf, type KeyStore } from '../app/keys.ts'
import type { Question } from './dialogs.ts'
import type { Keychain } from './keychain.ts'

const question = (origin: string): Question => ({
  message: 'Keep this key where others could read it?',
  detail: `${origin}\n\nThis system has no keychain that Longhand can use. The key would be kept in a file of yours, in a form that anybody who can read the file can undo. Without that it is good until Longhand is closed.`,
  yes: 'Keep it all the same',
  no: 'Until Longhand is closed',
})

/**
 * The system's keychain as the store of keys, each under the scheme, host and port that it is for. Where what the system
 * offers hides nothing the writer is asked, one question at a time; other keys are not kept meanwhile.
 */
export const keyStore = (keychain: Keychain, ask: (question: Question) => Promise<boolean>): KeyStore => {
  let isAsking = false
  const isWanted = async (origin: string): Promise<boolean> => {
    if (isAsking) return false
    isAsking = true
    try {
      return await ask(question(origin))
    } finally {
      isAsking = false
    }
  }
  const forget = (origin: string): Promise<void> => keychain.forget((name) => originOf(name) === origin)
  return {
    all: async () =>
      new Map(
        [...(await keychain.all())].flatMap(([name, { secret: key, backend }]) => {
          const origin = originOf(name)
          return origin === null ? [] : [[origin, { key, backend }] as const]
        }),
      ),
    keep: async (origin, key) => {
      const backend = await keychain.backend()
      if (backend === null || (backend.isWeak && !(await isWanted(origin)))) return null
      await forget(origin)
      await keychain.keep(origin, key)
      return backend.name
    },
    forget,
  }
}
