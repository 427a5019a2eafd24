import { kindOf, type Body } from '../../../shared/records.ts'
import type { OpenProject } from '../../project/project.ts'
import type { OpenedProjects } from '../opened.ts'
import type { Procedures } from '../procedures.ts'

const bodyOf = (project: OpenProject, call: string): Body | null => {
  const body = project.shelf(`body:${call.slice('call:'.length)}`)
  return body && kindOf(body.id) === 'body' && 'reply' in body ? body : null
}

/** What is asked about calls. */
export const callHandlers = (os: Procedures, projects: OpenedProjects) => ({
  body: os.calls.body.handler(({ input }) => bodyOf(projects.get(input.project).project, input.call)),
})
