import type { Work } from '../../shared/questions/agenda.ts'
import { summaryId } from '../../shared/questions/summaries.ts'
import type { Memory, Step } from '../../shared/records.ts'
import { sumPrompt, sumReply } from '../prompts/remember.ts'
import { isPause } from './ask.ts'
import { askJson } from './ask-json.ts'
import { now, type Verb } from './loop.ts'

type Summing = Extract<Work, { verb: 'sum' }>

/** Makes the summary of a part, or of the whole so far, out of those below it. What the writer wrote stands. */
export const sumUp: Verb<Summing> = async (loop, { step: id, sum }) => {
  const { level, section, below, hash } = sum
  const title = now(loop).section.get(section)?.title ?? ''
  const what = level === 'part' ? `the part “${title}”` : `the work up to “${title}”`
  const reply = await askJson(loop, {
    step: id,
    verb: 'remember',
    role: 'reviewer',
    section: null,
    maxOutput: 500,
    schema: sumReply,
    prompt: (trouble) => sumPrompt(what, below, trouble),
  })
  if (isPause(reply)) return reply
  const step = { id, verb: 'remember', section: null } as const
  if (!reply.value) {
    loop.project.put({ put: [{ ...step, status: 'failed', fault: reply.fault } satisfies Step] })
    return null
  }
  const state = now(loop)
  const fresh: Memory = {
    id: summaryId(section, level),
    section,
    level,
    by: 'model',
    about: 'summary',
    name: title,
    fact: reply.value.summary,
    madeFrom: hash,
  }
  const isOurs = state.section.has(section) && state.memory.get(fresh.id)?.by !== 'writer'
  loop.project.put({
    put: [...(isOurs ? [fresh] : []), reply.call, { ...step, status: 'ended' }],
    shelve: [reply.body],
  })
  return null
}
