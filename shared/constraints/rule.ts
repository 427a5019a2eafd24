import { z } from 'zod'
import { defineKind } from './kind.ts'

/** Anything else, in plain words: only a reader can tell whether it is kept. */
export const rule = defineKind({
  kind: 'rule',
  params: z.object({ text: z.string().trim().min(1) }),
  wordings: [{ field: 'rule', lead: 'Keep to', read: (text) => ({ text }), write: ({ text }) => text }],
  documentMeans: () => 'every section',
  check: () => null,
})
