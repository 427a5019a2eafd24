import { changeSections } from '../change-sections.ts'
import type { OpenedProjects } from '../opened.ts'
import { holdSection, redoSection, retrySection, wishForCandidates } from '../order-section.ts'
import type { Procedures } from '../procedures.ts'

/** What is done with sections. */
export const sectionHandlers = (os: Procedures, projects: OpenedProjects) => ({
  change: os.sections.change.handler(({ input }) => {
    const { project } = projects.get(input.project)
    project.put(changeSections(project, input))
  }),
  redo: os.sections.redo.handler(({ input }) => {
    const { project } = projects.get(input.project)
    project.put(redoSection(project.state(), input.section, input.note))
  }),
  candidates: os.sections.candidates.handler(({ input }) => {
    const { project } = projects.get(input.project)
    project.put(wishForCandidates(project.state(), input.section, input.count))
  }),
  hold: os.sections.hold.handler(({ input }) => {
    const { project } = projects.get(input.project)
    project.put(holdSection(project.state(), input.section))
  }),
  retry: os.sections.retry.handler(({ input }) => {
    const { project } = projects.get(input.project)
    project.put(retrySection(project.state(), input.section))
  }),
})
