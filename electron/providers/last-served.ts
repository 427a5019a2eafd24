import type { ModelRequest } from '../../shared/model.ts'
import { hashOf } from '../../shared/text/hash.ts'

/** Which endpoint last served a prompt with the same beginning: its cache may still hold it. */
export type LastServed = {
  readonly by: (request: ModelRequest) => string | undefined
  readonly note: (request: ModelRequest, endpoint: string) => void
}

/** Beginnings that are kept in mind. */
const mostKept = 64

const beginningOf = ({ messages }: ModelRequest): string | null => {
  const end = messages.findLastIndex(({ cacheUpTo }) => cacheUpTo) + 1
  return end > 0 ? hashOf(messages.slice(0, end).map(({ text }) => text)) : null
}

/** Remembers the latest 64 beginnings. */
export const createLastServed = (): LastServed => {
  const endpoints = new Map<string, string>()
  return {
    by: (request) => endpoints.get(beginningOf(request) ?? ''),
    note: (request, endpoint) => {
      const beginning = beginningOf(request)
      if (beginning === null) return
      endpoints.delete(beginning)
      endpoints.set(beginning, endpoint)
      const [oldest] = endpoints.keys()
      if (endpoints.size > mostKept && oldest !== undefined) endpoints.delete(oldest)
    },
  }
}
