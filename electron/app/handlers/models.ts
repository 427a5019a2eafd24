import { listModels } from '../list-models.ts'
import type { Platform } from '../platform.ts'
import type { Procedures } from '../procedures.ts'
import { modelOf } from '../casting.ts'
import { tryModel } from '../try-model.ts'

/** What is done with models. */
export const modelHandlers = (os: Procedures, platform: Platform) => ({
  list: os.models.list.handler(({ input }) => listModels(platform, input)),
  check: os.models.check.handler(({ input }) => ({ lanes: modelOf(platform, input).lanes })),
  try: os.models.try.handler(({ input }) => tryModel(modelOf(platform, input).model, platform.now)),
})
