const marks = { 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] } as const

const encodingOf = (bytes: Uint8Array): string => {
  for (const [name, mark] of Object.entries(marks))
    if (mark.every((byte, i) => bytes[i] === byte)) return name
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/**
 * The text of a file: UTF-16 where it says so by its first bytes, else UTF-8, else Windows-1252, in which older
 * files of Western languages are written.
 */
export const decodeText = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes)
