import { briefHandlers } from './handlers/briefs.ts'
import { constraintHandlers } from './handlers/constraints.ts'
import { draftHandlers } from './handlers/drafts.ts'
import { exportHandlers } from './handlers/exports.ts'
import { modelHandlers } from './handlers/models.ts'
import { planHandlers } from './handlers/plans.ts'
import { projectHandlers } from './handlers/projects.ts'
import { runHandlers } from './handlers/runs.ts'
import { sectionHandlers } from './handlers/sections.ts'

import { createKnownProjects } from './known-projects.ts'
import type { OpenedProjects } from './opened.ts'
import type { Platform } from './platform.ts'
import { createProcedures } from './procedures.ts'

/** The contract's methods over the open projects, a file for each group. */
export const createRouter = (projects: OpenedProjects, platform: Platform) => {
  const os = createProcedures(platform.bug)
  const known = createKnownProjects(platform)
  return os.router({
    briefs: briefHandlers(os, projects, known),
    constraints: constraintHandlers(os, projects),
    projects: projectHandlers(os, { projects, platform, known }),
    plans: planHandlers(os, projects),
    sections: sectionHandlers(os, projects),
    runs: runHandlers(os, projects, platform),
    drafts: draftHandlers(os, projects, platform),
    exports: exportHandlers(os, projects, platform),
    models: modelHandlers(os, platform),
  })
}
