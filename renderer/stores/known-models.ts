import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Client } from '../../shared/contract.ts'

type Given<Call extends (...args: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<Call>>[number]

/** A provider with its models, a server on this computer, a key without the key, and a model that can be had as a file. */
export type Offer = Given<Client['models']['list']>
export type FoundServer = Given<Client['models']['find']>
export type KnownKey = Given<Client['keys']['list']>
export type CatalogueEntry = Given<Client['catalogue']['list']>

/** What this page knows of models, as it was last told; null for what it has not been told yet. */
export type KnownModels = {
  readonly found: readonly FoundServer[] | null
  readonly offers: readonly Offer[] | null
  /** Whether providers are being asked for their models: until then `offers` may be without. */
  readonly asking: boolean
  /** What servers at base URLs of the writer's listed, by those, as full ids. */
  readonly heard: Readonly<Record<string, readonly string[]>>
  readonly keys: readonly KnownKey[]
  /** Whether servers are being looked for now. */
  readonly looking: boolean
  /** Why something could not be learnt. */
  readonly trouble: string | null
}

/** What this page knows of models; see `model-actions.ts` for how it learns. */
export const knownModels = createStore<KnownModels>(() => ({
  found: null,
  offers: null,
  asking: false,
  heard: {},
  keys: [],
  looking: false,
  trouble: null,
}))

/** A part of what is known. */
export const useKnownModels = <Part>(select: (known: KnownModels) => Part): Part =>
  useStore(knownModels, select)
