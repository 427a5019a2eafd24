import type { Work } from '../../shared/questions/agenda.ts'
import type { Memory, Step } from '../../shared/records.ts'
import { rememberPrompt, rememberReply, type RememberReply } from '../prompts/remember.ts'
import { isPause } from './ask.ts'
import { askJson } from './ask-json.ts'
import { now, type Verb } from './loop.ts'

type Remembering = Extract<Work, { verb: 'remember' }>

const mostFacts = 8

const recordsOf = ({ section, hash }: Remembering, { summary, facts }: RememberReply): readonly Memory[] => {
  const stem = `memory:${section.id.slice('section:'.length)}` as const
  const base = { section: section.id, madeFrom: hash }
  return [
    { ...base, id: `${stem}/summary`, about: 'summary', name: section.title, fact: summary },
    ...facts.slice(0, mostFacts).map((fact, i): Memory => ({ ...base, id: `${stem}/${i + 1}`, ...fact })),
  ]
}

/** Remembers one settled section: a summary, and the facts that hold from it on, in place of what was known before. */
export const remember: Verb<Remembering> = async (loop, work) => {
  const { step: id, section, draft } = work
  const reply = await askJson(loop, {
    step: id,
    verb: 'remember',
    role: 'reviewer',
    section,
    maxOutput: 900,
    schema: rememberReply,
    prompt: (trouble) => rememberPrompt(section, draft.text, trouble),
  })
  if (isPause(reply)) return reply
  const step = { id, verb: 'remember', section: section.id } as const
  if (!reply.value) {
    loop.project.put({ put: [{ ...step, status: 'failed', fault: reply.fault } satisfies Step] })
    return null
  }
  const fresh = recordsOf(work, reply.value)
  const kept = new Set<string>(fresh.map((item) => item.id))
  const old = [...now(loop).memory.values()].filter(
    (item) => item.section === section.id && !kept.has(item.id),
  )
  loop.project.put({
    put: [...fresh, reply.call, { ...step, status: 'ended' }],
    shelve: [...old, reply.body],
  })
  return null
}
