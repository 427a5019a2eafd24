import { z } from 'zod'
import { oneLine } from '../text/one-line.ts'
import { defineKind } from './kind.ts'

/** Anything else, in plain words: only a reader can tell whether it is kept. */
export const rule = defineKind({
  kind: 'rule',
  field: 'rule',
  fromText: (text) => ({ text }),
  documentMeans: 'every section',
  params: z.object({ text: z.string().trim().min(1) }),
  line: ({ text }) => `Keep to: ${oneLine(text)}`,
  check: () => null,
})
