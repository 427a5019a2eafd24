import { changeConstraints } from '../change-constraints.ts'
import type { OpenedProjects } from '../opened.ts'
import type { Procedures } from '../procedures.ts'

/** What is done with constraints. */
export const constraintHandlers = (os: Procedures, projects: OpenedProjects) => ({
  change: os.constraints.change.handler(({ input }) => {
    const { project } = projects.get(input.project)
    project.put(changeConstraints(project.state(), input))
  }),
})
