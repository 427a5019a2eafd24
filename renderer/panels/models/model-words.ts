import type { FoundServer } from '../../stores/known-models.ts'
import { counted, figure } from '../../ui/figures.ts'

/** Bytes as they are read: 850 kB, 469 MB, 2.5 GB; by thousands, as download pages count. */
export const size = (bytes: number): string => {
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`
  if (bytes < 999_500_000) return `${Math.round(bytes / 1e6)} MB`
  return `${(bytes / 1e9).toFixed(1)} GB`
}

/** Memory as it is sold: 1.6 GB, by 1024. */
export const memory = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GB`

/** What a server says of one of its models: "reads 32,768 tokens, 4 calls at once, 2.5 GB"; empty where it says nothing. */
export const factsOf = ({ contextSize, lanes, bytes }: FoundServer['models'][number]): string =>
  [
    ...(contextSize === undefined ? [] : [`reads ${figure(contextSize)} tokens`]),
    ...(lanes === undefined ? [] : [`${counted(lanes, 'call')} at once`]),
    ...(bytes === undefined ? [] : [size(bytes)]),
  ].join(', ')

/** "Ollama on this computer has 3 models". */
export const foundSentence = ({ name, models }: FoundServer): string =>
  `${name} on this computer has ${models.length === 0 ? 'no model yet' : counted(models.length, 'model')}`
