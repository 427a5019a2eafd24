import { seamId, type Join, type Work } from '../../shared/questions/agenda.ts'
import { desk } from '../../shared/questions/drafts.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import type { Seam, Section, Step } from '../../shared/records.ts'
import { plainText } from '../../shared/text/markdown.ts'
import { sentences } from '../../shared/text/sentences.ts'
import { joinPrompt, joinReply, type JoinReply, type JoinShown } from '../prompts/join.ts'
import { isPause } from './ask.ts'
import { askJson } from './ask-json.ts'
import { now, type Verb } from './loop.ts'

type Joining = Extract<Work, { verb: 'join' }>

/** Sentences shown on either side of a join. */
const shownSentences = 3

const textOf = (state: ProjectState, section: Section): string =>
  plainText(desk(state, section.id).current?.text ?? '')

const shown = (state: ProjectState, { left, right }: Join): JoinShown => {
  const [before, after] = [textOf(state, left), textOf(state, right)]
  const from = sentences(before).at(-shownSentences)?.from ?? 0
  const to = sentences(after).at(shownSentences - 1)?.to ?? after.length
  return { left: left.title, right: right.title, ending: before.slice(from), beginning: after.slice(0, to) }
}

const seamOf = ({ left, right, hash }: Join, said: JoinReply[number] | undefined): Seam => ({
  id: seamId(left, right),
  left: left.id,
  right: right.id,
  madeFrom: hash,
  advice: said?.reads === 'badly' ? said.advice || 'This join reads badly.' : null,
})

/** Reviews a batch of joins in one call. What reads badly becomes advice for the writer; nothing is changed. */
export const join: Verb<Joining> = async (loop, { step: id, joins }) => {
  const state = now(loop)
  const shownJoins = joins.map((each) => shown(state, each))
  const reply = await askJson(loop, {
    step: id,
    verb: 'join',
    role: 'reviewer',
    section: null,
    maxOutput: 200 + joins.length * 100,
    schema: joinReply,
    prompt: (trouble) => joinPrompt(shownJoins, trouble),
    trouble: (value) =>
      joins.every((_, i) => value.some((each) => each.join === i + 1)) ? null : 'It leaves out a join.',
  })
  if (isPause(reply)) return reply
  const step = { id, verb: 'join', section: null } as const
  if (!reply.value) {
    loop.project.put({ put: [{ ...step, status: 'failed', fault: reply.fault } satisfies Step] })
    return null
  }
  const { value } = reply
  const seams = joins.map((each, i) =>
    seamOf(
      each,
      value.find((said) => said.join === i + 1),
    ),
  )
  loop.project.put({ put: [...seams, reply.call, { ...step, status: 'ended' }], shelve: [reply.body] })
  return null
}
