import { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'
import file from './catalogue.json' with { type: 'json' }

const whole = z.int().positive()

const entry = z.object({
  id: z.string(),
  name: z.string(),
  /** One sentence for the writer. */
  about: z.string(),
  file: z.string().regex(/^[\w.-]+\.gguf$/u),
  /** Names a commit, so that the file behind it stays the one whose size and checksum stand here. */
  url: z.url({ protocol: /^https?$/u }),
  bytes: whole,
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  /** An SPDX name, or else what its owner calls the licence. */
  licence: z.string(),
  /** Tokens that it reads and writes at once at most. */
  contextSize: whole,
  /** What 8,192 tokens of context take: layers × key-value heads × size of a head × 2 (key, value) × 2 bytes × 8,192. */
  contextBytes: whole,
  /** Whether it thinks at length before it answers: too slow to be suggested to whoever has not chosen it. */
  thinks: z.boolean(),
})

/** A model that can be had as one file. */
export type CatalogueEntry = Readonly<z.infer<typeof entry>>

/** The open models that the writer is offered, smallest first; sizes and checksums are those Hugging Face gives. */
export const catalogue: readonly CatalogueEntry[] = z.array(entry).parse(file)

/** The id of the model in an entry's file, once it is here. */
export const modelOf = ({ file: name }: CatalogueEntry): string => `llama-cpp/${name.replace(/\.gguf$/u, '')}`

/** The entry of an id. Throws `not-found`. */
export const entryNamed = (entries: readonly CatalogueEntry[], id: string): CatalogueEntry => {
  const found = entries.find((each) => each.id === id)
  if (found) return found
  const known = entries.map((each) => each.id).join(', ')
  throw new AppError('not-found', `The catalogue has no model “${id}”.`, `It has: ${known}.`)
}
