import { size } from '../../../shared/byte-words.ts'
import type { FoundServer } from '../../stores/known-models.ts'
import { counted, figure } from '../../ui/figures.ts'

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
