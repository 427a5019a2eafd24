import { app } from 'electron'
import { projectsIn } from './instances.ts'

/** Hears of every project file that this start, a second start or the system wants shown; those before `ready` wait. */
export const hearOfFiles = (
  show: (project: string) => void,
  raise: () => void,
): { readonly ready: () => void } => {
  let waiting: string[] | null = [...projectsIn(process.argv.slice(1))]
  const take = (given: readonly unknown[]): number => {
    const projects = projectsIn(given)
    if (waiting) waiting.push(...projects)
    else projects.forEach(show)
    return projects.length
  }
  app.on('open-file', (event, path) => {
    event.preventDefault()
    take([path])
  })
  app.on('second-instance', (_event, argv) => {
    if (take(argv) === 0 && !waiting) raise()
  })
  return {
    ready: () => {
      const first = waiting ?? []
      waiting = null
      if (first.length === 0) raise()
      else first.forEach(show)
    },
  }
}
