import { AppError } from '../../../shared/errors.ts'
import type { Opened, OpenedProjects } from '../opened.ts'
import type { Procedures } from '../procedures.ts'

const approve = ({ project }: Opened): void => {
  const [plan] = project.state().plan.values()
  if (!plan) throw new AppError('not-found', 'There is no plan yet.', 'Start a run, which makes one.')
  if (plan.status === 'proposed') project.put({ put: [{ ...plan, status: 'approved' }] })
}

/** What is done with plans. */
export const planHandlers = (os: Procedures, projects: OpenedProjects) => ({
  approve: os.plans.approve.handler(({ input }) => approve(projects.get(input.project))),
})
