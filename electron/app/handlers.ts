import { briefHandlers } from './handlers/briefs.ts'
import { callHandlers } from './handlers/calls.ts'
import { catalogueHandlers } from './handlers/catalogue.ts'
import { commandHandlers } from './handlers/commands.ts'
import { constraintHandlers } from './handlers/constraints.ts'
import { draftHandlers } from './handlers/drafts.ts'
import { exportHandlers } from './handlers/exports.ts'
import { keyHandlers } from './handlers/keys.ts'
import { memoryHandlers } from './handlers/memory.ts'
import { modelHandlers } from './handlers/models.ts'
import { orderHandlers } from './handlers/orders.ts'
import { planHandlers } from './handlers/plans.ts'
import { projectHandlers } from './handlers/projects.ts'
import { referenceHandlers } from './handlers/references.ts'
import { runHandlers } from './handlers/runs.ts'
import { sectionHandlers } from './handlers/sections.ts'

import { createKnownProjects } from './known-projects.ts'
import { catalogue } from './models/catalogue.ts'
import { deviceOf } from './models/device.ts'
import { downloadsOn, type Downloads } from './models/downloads.ts'
import { thisMachine } from './models/machine.ts'
import type { OpenedProjects } from './opened.ts'
import type { Platform } from './platform.ts'
import { createProcedures } from './procedures.ts'

/** The contract's methods over the open projects, a file for each group. */
export const createRouter = (
  projects: OpenedProjects,
  platform: Platform,
  downloads: Downloads = downloadsOn(platform),
) => {
  const os = createProcedures(platform.bug)
  const known = createKnownProjects(platform)
  return os.router({
    briefs: briefHandlers(os, projects, known),
    calls: callHandlers(os, projects),
    catalogue: catalogueHandlers(os, {
      entries: platform.catalogue ?? catalogue,
      downloads,
      memory: (platform.machine ?? thisMachine).memory,
      folder: platform.modelsFolder,
      device: (look) => deviceOf(platform, look),
    }),
    commands: commandHandlers(os, platform),
    constraints: constraintHandlers(os, projects),
    projects: projectHandlers(os, { projects, platform, known }),
    orders: orderHandlers(os, projects, platform),
    plans: planHandlers(os, projects, platform),
    sections: sectionHandlers(os, projects),
    references: referenceHandlers(os, projects, platform),
    runs: runHandlers(os, projects, platform),
    drafts: draftHandlers(os, projects, platform),
    exports: exportHandlers(os, projects, platform),
    keys: keyHandlers(os, platform),
    memory: memoryHandlers(os, projects, platform),
    models: modelHandlers(os, platform),
  })
}
