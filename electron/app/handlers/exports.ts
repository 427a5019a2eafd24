import { citationStyles } from '../../documents/citations/styles/index.ts'
import { exportFormats } from '../../documents/exports/index.ts'
import { makeExport } from '../make-export.ts'
import type { OpenedProjects } from '../opened.ts'
import type { Platform } from '../platform.ts'
import type { Procedures } from '../procedures.ts'
import { writeExport } from '../write-export.ts'

/** What is done with exports. */
export const exportHandlers = (os: Procedures, projects: OpenedProjects, platform: Platform) => ({
  write: os.exports.write.handler(async ({ input: { project, path, ...rest } }) => ({
    path,
    bytes: await writeExport(projects.get(project).project, platform, path, { overwrite: false, ...rest }),
  })),
  make: os.exports.make.handler(({ input }) =>
    makeExport(projects.get(input.project).project.state(), input.format, input.citations),
  ),
  list: os.exports.list.handler(() =>
    exportFormats.map(({ id, extension, name }) => ({ id, extension, name })),
  ),
  styles: os.exports.styles.handler(() =>
    citationStyles.map(({ id, name, example }) => ({ id, name, example })),
  ),
})
