import { findServers } from '../../providers/discovery/find-servers.ts'
import { modelOf } from '../casting.ts'
import { describeModel } from '../describe-model.ts'
import { examine } from '../examine.ts'
import { practiceFit } from '../fit-of.ts'
import { listModels } from '../list-models.ts'
import type { Platform } from '../platform.ts'
import type { Procedures } from '../procedures.ts'
import { tryModel } from '../try-model.ts'

/** What is done with models. */
export const modelHandlers = (os: Procedures, platform: Platform) => ({
  list: os.models.list.handler(({ input }) => listModels(platform, input)),
  find: os.models.find.handler(() => findServers(platform)),
  describe: os.models.describe.handler(({ input }) => describeModel(platform, input)),
  examine: os.models.examine.handler(({ input }) => examine(platform, input)),
  check: os.models.check.handler(({ input }) => ({ lanes: modelOf(platform, input).lanes })),
  try: os.models.try.handler(async ({ input, signal }) => {
    const trial = await tryModel({
      ...(signal && { signal }),
      model: modelOf(platform, input).model,
      now: platform.now,
      contextSize: async () => (await describeModel(platform, input)).contextSize ?? null,
    })
    return input.id === 'practice' ? { ...trial, ...practiceFit } : trial
  }),
})
