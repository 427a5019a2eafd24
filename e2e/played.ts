import type { RunOptions } from '../electron/agent/run.ts'
import type { OpenProject } from '../electron/project/project.ts'
import { practiceReply } from './accept/careless.ts'
import { inProject, runWith } from './in-project.ts'
import { asking } from './scripted-server/ask.ts'
import type { ChatRequest } from './scripted-server/chat-request.ts'
import { startScriptedServer } from './scripted-server/scripted-server.ts'
import type { Trouble } from './scripted-server/trouble.ts'

/** What goes wrong with the n-th request of a run. */
export type Plays = (n: number, request: ChatRequest) => Trouble | null

/** A brief of four short chapters with something to say and something to leave unsaid. */
export const fourChapters = `---
units: { label: Chapter, count: 4, words: { min: 60, max: 80 } }
requirements:
  - { say: "low water", at: 2 }
  - { avoid: "obviously", document: true }
---
Four chapters about a ferry.`

/**
 * A whole run against a server that plays a trouble; the project is looked at before it is closed, and may be run again.
 */
export const played = async (
  trouble: Plays,
  look: (project: OpenProject, again: () => Promise<void>) => void | Promise<void>,
  { source = fourChapters, ...options }: { readonly source?: string } & Partial<RunOptions> = {},
): Promise<void> => {
  const server = await startScriptedServer({ reply: practiceReply, trouble })
  try {
    await inProject(source, async (project) => {
      // One call at a time: which work a fifth request meets is then the same every time.
      const again = (): Promise<void> => runWith(project, asking(server.url), { lanes: 1, ...options })
      await again()
      await look(project, again)
      if (!server.log.some((entry) => entry.trouble)) throw new Error('the trouble was never played')
    })
  } finally {
    await server.close()
  }
}
