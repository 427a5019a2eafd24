import { AppError } from '../../../shared/errors.ts'
import type { Brief, Order } from '../../../shared/records.ts'
import { forgetPattern, learnPattern } from '../learn-pattern.ts'
import type { Opened, OpenedProjects } from '../opened.ts'
import type { Platform } from '../platform.ts'
import type { Procedures } from '../procedures.ts'
import { replanOrder, type Replanned } from '../replan-sections.ts'

const approve = ({ project }: Opened): void => {
  const [plan] = project.state().plan.values()
  if (!plan) throw new AppError('not-found', 'There is no plan yet.', 'Start a run, which makes one.')
  if (plan.status === 'proposed') project.put({ put: [{ ...plan, status: 'approved' }] })
}

const replan = ({ project }: Opened, replanned: Replanned, at: number): { readonly order: Order['id'] } => {
  const order = replanOrder(project.state(), replanned, at)
  project.put({ put: [order] })
  return { order: order.id }
}

const learn = ({ project }: Opened, text: string | undefined): { readonly parts: number } => {
  const brief = learnPattern(project.state(), text)
  project.put({ put: [brief] })
  return { parts: brief.pattern?.length ?? 0 }
}

const setPattern = ({ project }: Opened, pattern: Brief['pattern'] | null): void => {
  const [brief] = project.state().brief.values()
  if (brief) project.put({ put: [pattern ? { ...brief, pattern } : forgetPattern(brief)] })
}

/** What is done with plans. */
export const planHandlers = (os: Procedures, projects: OpenedProjects, { now }: Pick<Platform, 'now'>) => ({
  approve: os.plans.approve.handler(({ input }) => approve(projects.get(input.project))),
  replan: os.plans.replan.handler(({ input }) => replan(projects.get(input.project), input, now())),
  learn: os.plans.learn.handler(({ input }) => learn(projects.get(input.project), input.text)),
  setPattern: os.plans.setPattern.handler(({ input }) =>
    setPattern(projects.get(input.project), input.pattern),
  ),
})
