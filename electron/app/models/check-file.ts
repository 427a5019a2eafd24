import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'

/** Bytes that are read at once: few enough that nothing else waits for long. */
const piece = 2 ** 20

/** Whether a file is GGUF by its first letters, and has this checksum (SHA-256, hex). Reads all of it. */
export const isWhole = async (path: string, sha256: string, signal: AbortSignal): Promise<boolean> => {
  const hash = createHash('sha256')
  const file = await open(path)
  try {
    const bytes = Buffer.alloc(piece)
    for (let at = 0; ;) {
      signal.throwIfAborted()
      const { bytesRead } = await file.read(bytes, 0, piece, at)
      if (at === 0 && bytes.toString('latin1', 0, Math.min(4, bytesRead)) !== 'GGUF') return false
      if (bytesRead === 0) return hash.digest('hex') === sha256
      hash.update(bytes.subarray(0, bytesRead))
      at += bytesRead
    }
  } finally {
    await file.close()
  }
}
