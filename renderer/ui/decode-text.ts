import { decodeBytes, type Decode } from '../../shared/text/encoding.ts'

const decode: Decode = (bytes, encoding, strict) => {
  try {
    return new TextDecoder(encoding, { fatal: strict }).decode(bytes)
  } catch {
    return null
  }
}

/** The text of a file, whatever it is encoded in (see `decodeBytes`). */
export const decodeText = (bytes: Uint8Array): string => decodeBytes(bytes, decode).text
