import type { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'
import type { Provider } from '../provider.ts'
import { listRemote } from './list-models.ts'
import { openEmbedding } from './open-embedding.ts'
import { openRemote } from './open-remote.ts'
import { serverOf } from './server.ts'
import { settingsOf } from './settings-of.ts'
import { nameOf, serverFor } from './vendor.ts'
import type { Vendor } from './vendor.ts'

/** A vendor as the registry lists it. */
export const remoteProvider = <Settings extends z.ZodObject>(vendor: Vendor<Settings>): Provider => {
  const { id, name, about, lanes, settings, address, keyVariables } = vendor
  return {
    id,
    name,
    about,
    lanes,
    settings,
    ...(address !== undefined && { address }),
    ...(keyVariables && { keyVariables }),
    list: async (choice, platform) =>
      (await listRemote(vendor, choice, platform)).map((model) => `${id}/${model.id}`),
    open: (choice, platform) => openRemote(vendor, choice, platform),
    room: (choice) => vendor.room?.(settingsOf(settings, choice), nameOf(vendor, choice)) ?? 0,
    describe: async (choice, platform) => {
      const wanted = nameOf(vendor, choice)
      const found = (await listRemote(vendor, choice, platform)).find((model) => model.id === wanted)
      if (!found) {
        throw new AppError('model-not-found', `${name} lists no model called “${wanted}”.`, 'Check its name.')
      }
      const { contextSize } = found
      return { name: found.name ?? wanted, lanes, ...(contextSize && { contextSize }) }
    },
    ...(vendor.embeds === true && {
      embed: (choice, platform) => openEmbedding(serverFor(vendor, choice), nameOf(vendor, choice), platform),
    }),
    endpoint: (choice) => serverOf(choice, address).origin,
  }
}
