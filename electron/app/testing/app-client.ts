import { createRouterClient, ORPCError } from '@orpc/server'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { stateOf, type ProjectState } from '../../../shared/project-state.ts'
import { createRouter } from '../handlers.ts'
import { createOpenedProjects } from '../opened.ts'
import { nodePlatform, type Platform } from '../platform.ts'
import { settingsFile } from '../settings-file.ts'
import { projectsFolder } from '../user-folders.ts'
import { writeFile } from '../write-file.ts'

/** A home for one test, which goes when the test has ended. */
export const testHome = (): string => {
  const home = mkdtempSync(join(tmpdir(), 'longhand-home-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return home
}

/** The app without a port between, on a clock that moves by one at each look. Bugs are thrown. */
export const appClient = (home: string, over: Partial<Platform> = {}) => {
  let time = 0
  const platform: Platform = {
    ...nodePlatform((bug) => {
      throw bug
    }),
    settings: settingsFile(() => home, writeFile),
    projectsFolder: () => projectsFolder({ LONGHAND_HOME: home }),
    now: () => (time += 1),
    random: () => 0.5,
    ...over,
  }
  const projects = createOpenedProjects(platform)
  onTestFinished(async () => {
    await Promise.all(projects.all().map(projects.close))
  })
  return { client: createRouterClient(createRouter(projects, platform)), projects, home }
}
export type TestApp = ReturnType<typeof appClient>

/** The code with which a call fails, or what else came of it. */
export const failure = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    return await call
  } catch (error) {
    return error instanceof ORPCError ? (error.data as { readonly code: string }).code : error
  }
}

/** The state as a watcher is told it first. */
export const stateNow = async ({ client }: TestApp, project: string): Promise<ProjectState> => {
  const items = await client.projects.watch({ project })
  const { value } = await items.next()
  await items.return?.()
  if (typeof value !== 'object' || value.type !== 'open') throw new Error('no state came')
  return stateOf(value.records, value.live, value.seq)
}

export const ferry = '# The ferry\n\nBefore.\n\n## One\n\nIt sails.\n\n## Two\n\nIt *waits*.\n'

/** Imports a text of three sections. */
export const imported = async ({ client }: TestApp) => {
  const { folder } = await client.projects.known({})
  return client.projects.import({ text: ferry, name: 'ferry notes.md', folder })
}
