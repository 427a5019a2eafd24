import type { ContractRouterClient } from '@orpc/contract'
import { briefs } from './contract/briefs.ts'
import { calls } from './contract/calls.ts'
import { catalogue } from './contract/catalogue.ts'
import { commands } from './contract/commands.ts'
import { constraints } from './contract/constraints.ts'
import { drafts } from './contract/drafts.ts'
import { exportMethods } from './contract/exports.ts'
import { keys } from './contract/keys.ts'
import { memory } from './contract/memory.ts'
import { models } from './contract/models.ts'
import { orders } from './contract/orders.ts'
import { plans } from './contract/plans.ts'
import { projects } from './contract/projects.ts'
import { references } from './contract/references.ts'
import { runs } from './contract/runs.ts'
import { sections } from './contract/sections.ts'

export type { Failure } from './contract/base.ts'
export type { Watched } from './contract/projects.ts'

/** All that may cross a port. Whatever is expected to fail fails as `FAILED`. */
export const contract = {
  briefs,
  calls,
  catalogue,
  commands,
  constraints,
  projects,
  orders,
  plans,
  sections,
  references,
  runs,
  drafts,
  exports: exportMethods,
  keys,
  memory,
  models,
}

/** The app as its hosts and screens see it: the contract's methods, whatever the port. */
export type Client = ContractRouterClient<typeof contract>
