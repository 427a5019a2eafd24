import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { applyEvent } from '../../shared/project-state.ts'
import { desk } from '../../shared/questions/drafts.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { spent } from '../../shared/questions/progress.ts'
import { inProject } from '../in-project.ts'
import { play } from './play.ts'
import { traceLines } from './trace.ts'

/**
 * Whole works by the practice model, one call at a time: a brief and a scenario in, the manuscript and what happened out,
 * both as files to be read. After a change that is meant, `npx vitest run e2e/golden -u` writes them anew.
 */
const played = async (folder: string): Promise<{ readonly manuscript: string; readonly trace: string }> => {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  const trace: string[] = []
  let manuscript = ''
  let time = 0
  await inProject(
    read('brief.md'),
    async (project) => {
      let state = project.state()
      project.subscribe((event) => {
        trace.push(...traceLines(state, event).map((line) => `  ${line}`))
        state = applyEvent(state, event)
      })
      for (const line of read('scenario.txt').trim().split('\n')) {
        trace.push(`> ${line}`)
        await play({ project, now: () => (time += 1) }, line)
      }
      const texts = leaves(state).map(
        ({ id, title }) => `## ${title}\n\n${desk(state, id).current?.text.trim() ?? ''}\n`,
      )
      manuscript = texts.join('\n')
      trace.push(`${spent(state).calls} calls for ${texts.length} sections`)
    },
    7,
  )
  return { manuscript, trace: `${trace.join('\n')}\n` }
}

test.each(['novel', 'report', 'diary'])('a %s is written as it was', async (name) => {
  const folder = join(import.meta.dirname, name)
  const { manuscript, trace } = await played(folder)
  await expect(manuscript).toMatchFileSnapshot(join(folder, 'manuscript.md'))
  await expect(trace).toMatchFileSnapshot(join(folder, 'trace.txt'))
})
