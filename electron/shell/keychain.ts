import { safeStorage } from 'electron'
import { z } from 'zod'
import type { KeptFile } from './kept-file.ts'

const kept = z.object({
  /** What the secret is for. */
  name: z.string(),
  /** What it was encrypted by: another one could not read it, and is not asked to. */
  backend: z.string(),
  /** Encrypted together with its name, in base 64. */
  secret: z.string(),
})

/** What is encrypted: with its name, so that a secret which was put under another one in the file goes nowhere. */
const sealed = z.tuple([z.string(), z.string()])

type Kept = z.infer<typeof kept>

/** The secrets of this user as they are written down. */
export const keptSecrets = z.array(kept).readonly().catch([])
export type KeptSecrets = z.infer<typeof keptSecrets>

/** What encrypts. A weak one hides a secret from nobody who can read the file. */
type Backend = { readonly name: string; readonly isWeak: boolean }

/** Secrets that outlive the session, where the system can keep them. */
export type Keychain = {
  /** What secrets are encrypted by; null where nothing encrypts. */
  readonly backend: () => Promise<Backend | null>
  /** Keeps a secret under a name, by whatever backend there is; where there is none it is not kept. */
  readonly keep: (name: string, secret: string) => Promise<void>
  /** Takes out the secrets whose names are meant, also those that cannot be read now. */
  readonly forget: (isMeant: (name: string) => boolean) => Promise<void>
  /** Every secret that can be read here and now, by its name, and what it was encrypted by. */
  readonly all: () => Promise<ReadonlyMap<string, { readonly secret: string; readonly backend: string }>>
}

/** On Linux these hide a secret from nobody: the first is a fixed password, the second is no answer. */
const weak: ReadonlySet<string> = new Set(['basic_text', 'unknown'])

/**
 * Where the desktop's keyring does not answer, Chromium on Linux encrypts by a password that everybody knows, whatever
 * backend it has selected; it says so in the first letters of what it has encrypted.
 */
const isByFixedPassword = (encrypted: Buffer, platform: NodeJS.Platform): boolean =>
  platform === 'linux' && encrypted.toString('latin1', 0, 3) === 'v10'

const backendOf = (platform: NodeJS.Platform): string => {
  if (platform === 'darwin') return 'keychain'
  return platform === 'win32' ? 'dpapi' : safeStorage.getSelectedStorageBackend()
}

const encrypted = async (name: string, secret: string, backend: string): Promise<Kept> => {
  const bytes = await safeStorage.encryptStringAsync(JSON.stringify([name, secret]))
  return { name, backend, secret: bytes.toString('base64') }
}

/** The keychain of the system, with the encrypted secrets in a file of ours. Only to be used when the app is ready. */
export const createKeychain = (
  file: KeptFile<KeptSecrets>,
  platform: NodeJS.Platform = process.platform,
): Keychain => {
  const backend = async (): Promise<Backend | null> => {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return null
    const name = backendOf(platform)
    if (weak.has(name)) return { name, isWeak: true }
    const trial = await safeStorage.encryptStringAsync('trial')
    return isByFixedPassword(trial, platform) ? { name: 'basic_text', isWeak: true } : { name, isWeak: false }
  }
  const keep = async (name: string, secret: string): Promise<void> => {
    const by = await backend()
    if (by === null) return
    await file.change(async (entries) => [
      ...entries.filter((each) => each.name !== name),
      await encrypted(name, secret, by.name),
    ])
  }
  /** What was kept or forgotten under its name since it was read stays so. */
  const renew = (old: Kept, plain: string): Promise<void> =>
    file.change(async (entries) => {
      const at = entries.findIndex(({ name, secret }) => name === old.name && secret === old.secret)
      return at < 0 ? entries : entries.with(at, await encrypted(old.name, plain, old.backend))
    })
  const read = async (entry: Kept): Promise<string | null> => {
    try {
      const bytes = Buffer.from(entry.secret, 'base64')
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(bytes)
      const [sealedName, plain] = sealed.parse(JSON.parse(result))
      if (sealedName !== entry.name) return null
      if (shouldReEncrypt) await renew(entry, plain)
      return plain
    } catch {
      return null
    }
  }
  return {
    backend,
    keep,
    forget: (isMeant) =>
      file.change((entries) => {
        const others = entries.filter(({ name }) => !isMeant(name))
        return others.length < entries.length ? others : entries
      }),
    all: async () => {
      const entries = await file.read()
      // The system may ask the writer to unlock its keychain: not for nothing.
      const by = entries.length === 0 ? null : await backend()
      const found = new Map<string, { readonly secret: string; readonly backend: string }>()
      for (const entry of entries) {
        const secret = entry.backend === by?.name ? await read(entry) : null
        if (secret !== null) found.set(entry.name, { secret, backend: entry.backend })
      }
      return found
    },
  }
}
