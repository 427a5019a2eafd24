import { changeOrders } from '../change-orders.ts'
import type { OpenedProjects } from '../opened.ts'
import type { Platform } from '../platform.ts'
import type { Procedures } from '../procedures.ts'

/** What is done with work orders. */
export const orderHandlers = (os: Procedures, projects: OpenedProjects, { now }: Platform) => ({
  change: os.orders.change.handler(({ input }) => {
    const { project } = projects.get(input.project)
    project.put(changeOrders(project, input, now()))
  }),
})
