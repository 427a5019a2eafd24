import { createInterface } from 'node:readline/promises'
import { dutyLine } from '../../../shared/constraints/demand.ts'
import type { ProjectState } from '../../../shared/project-state.ts'
import { dutiesOf } from '../../../shared/questions/duties.ts'
import { leaves } from '../../../shared/questions/outline.ts'
import { figure, inWords } from './figures.ts'
import type { Session } from './session.ts'
import type { Line } from './spans.ts'

/** The plan as the writer reads it before saying yes: every section with its entry, words and duties. */
export const planLines = (state: ProjectState): readonly Line[] =>
  leaves(state).flatMap((section, i): readonly Line[] => [
    [`${figure(i + 1)}. ${section.title}`, { text: `  ${inWords(section.words)}`, style: 'dim' }],
    [`   ${section.intent}`],
    ...dutiesOf(state, section.id)
      .filter(({ demand }) => demand.kind !== 'length')
      .map(({ demand }): Line => [{ text: `   ${dutyLine(demand)}`, style: 'dim' }]),
  ])

/** Asks a question that is answered with y or n. No answer (Ctrl-D, Ctrl-C) is a no. */
export const confirm = async ({ json, stopping }: Session, question: string): Promise<boolean> => {
  // Not as a terminal of readline's, which would keep Ctrl-C to itself.
  const lines = createInterface({
    input: process.stdin,
    output: json ? process.stderr : process.stdout,
    terminal: false,
  })
  const over = new AbortController()
  lines.once('close', () => over.abort())
  try {
    for (;;) {
      const answer = await lines.question(`${question} [y/n] `, {
        signal: AbortSignal.any([stopping, over.signal]),
      })
      if (/^\s*y(es)?\s*$/i.test(answer)) return true
      if (/^\s*n(o)?\s*$/i.test(answer)) return false
    }
  } catch (error) {
    if (stopping.aborted || over.signal.aborted) return false
    throw error
  } finally {
    lines.close()
    process.stdin.pause()
  }
}
