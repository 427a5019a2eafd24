import { readBrief } from '../../../shared/brief.ts'
import type { KnownProjects } from '../known-projects.ts'
import type { OpenedProjects } from '../opened.ts'
import type { Procedures } from '../procedures.ts'
import { saveBrief } from '../save-brief.ts'

/** What is done with briefs. */
export const briefHandlers = (os: Procedures, projects: OpenedProjects, known: KnownProjects) => ({
  read: os.briefs.read.handler(({ input }) => readBrief(input.source, input.name)),
  save: os.briefs.save.handler(async ({ input }) => {
    const { project } = projects.get(input.project)
    project.put(saveBrief(project.state(), input.source))
    await known.note(input.project, project.state())
  }),
})
