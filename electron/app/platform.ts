import { access } from 'node:fs/promises'
import type { ModelChoice } from '../../shared/model.ts'
import { addressesIn, placesOf } from '../providers/discovery/places.ts'
import type { Model, ProviderPlatform } from '../providers/provider.ts'
import { systemPlatform } from '../providers/system-platform.ts'
import { createKeys, type Keys } from './keys.ts'
import type { CatalogueEntry } from './models/catalogue.ts'
import type { Machine } from './models/machine.ts'
import { ownPrices, type OwnPrices } from './prices.ts'
import { readSamples } from './samples.ts'
import { settingsFile, type Settings } from './settings-file.ts'
import { modelsFolder, projectsFolder, userFolder } from './user-folders.ts'
import { writeFile, type WriteFile } from './write-file.ts'

/**
 * A model ready to be asked, how many calls it serves at once when the writer says nothing, and how many tokens it may
 * think besides each reply, where that is known.
 */
export type OpenedModel = { readonly model: Model; readonly lanes: number; readonly room?: number }

/** All that the app needs from the machine it runs on. Asynchronous, so that it may live in another process. */
export type Platform = ProviderPlatform & {
  readonly files: {
    readonly write: WriteFile
    readonly isThere: (path: string) => Promise<boolean>
  }
  /** What is kept for this user. */
  readonly settings: Settings
  /** The prices that the user has written down, or why they cannot be read. */
  readonly prices: () => Promise<OwnPrices>
  /** Where a provider is asked when a choice names no base URL, by its id; at its own address where this says nothing. */
  readonly addresses?: Readonly<Record<string, string>>
  /** The keys to servers of models. */
  readonly keys: Keys
  /** The folder of the writer's own GGUF files, absolute; it need not be there. */
  readonly modelsFolder: () => string
  /** The folder for new projects, absolute. It is made when it is first asked for. */
  readonly projectsFolder: () => Promise<string>
  /** The sample briefs that come with the app, by file name. */
  readonly samples: () => Promise<readonly { readonly name: string; readonly source: string }[]>
  /** Hears of every error that nobody expected. */
  readonly bug: (error: unknown) => void
  /** Keeps the machine from falling asleep by itself until the promise has settled, whichever way. */
  readonly awake?: (lasts: Promise<unknown>) => void
  /** How a command is begun where the writer works in a terminal: `longhand`, or `npm run -s longhand --`. */
  readonly program?: string
  /** Takes the place of what the machine says of its memory and disk. */
  readonly machine?: Machine
  /** Takes the place of the catalogue of models. */
  readonly catalogue?: readonly CatalogueEntry[]
  /** Takes the place of the registry of providers: the one double of tests. */
  readonly openModel?: (choice: ModelChoice) => OpenedModel
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** The real machine. Bugs go to `bug`. */
export const nodePlatform = (bug: (error: unknown) => void): Platform => ({
  ...systemPlatform,
  files: { write: writeFile, isThere },
  settings: settingsFile(() => userFolder(process.env), writeFile),
  keys: createKeys({ env: process.env, bug }),
  prices: () => ownPrices(userFolder(process.env)),
  projectsFolder: () => projectsFolder(process.env),
  modelsFolder: () => modelsFolder(process.env),
  places: placesOf(process.env),
  addresses: addressesIn(process.env),
  samples: readSamples,
  bug,
})
