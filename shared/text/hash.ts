import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** A short name for a value: the first 16 hex digits of the SHA-256 of its JSON. Equal JSON, equal hash. */
export const hashOf = (value: unknown): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify(value) ?? 'undefined'))).slice(0, 16)

/** A 32-bit unsigned number drawn from a value, for seeds. */
export const seedOf = (value: unknown): number => Number.parseInt(hashOf(value).slice(0, 8), 16)
