import type { Platform } from '../platform.ts'
import type { Procedures } from '../procedures.ts'

/** What is done with keys. */
export const keyHandlers = (os: Procedures, { keys }: Pick<Platform, 'keys'>) => ({
  list: os.keys.list.handler(() => keys.list()),
  give: os.keys.give.handler(({ input: { key, keep, ...place } }) => keys.give({ place, key, keep })),
  forget: os.keys.forget.handler(({ input }) => keys.forget(input.origin)),
})
