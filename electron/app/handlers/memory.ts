import { changeMemory } from '../change-memory.ts'
import type { OpenedProjects } from '../opened.ts'
import type { Platform } from '../platform.ts'
import type { Procedures } from '../procedures.ts'

/** What is done with memory. */
export const memoryHandlers = (os: Procedures, projects: OpenedProjects, { now }: Platform) => ({
  change: os.memory.change.handler(({ input }) => {
    const { project } = projects.get(input.project)
    project.put(changeMemory(project.state(), input, now()))
  }),
})
