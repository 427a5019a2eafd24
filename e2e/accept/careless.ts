import type { Message, ModelRequest, Verb } from '../../shared/model.ts'
import { practiceModel } from '../../electron/providers/practice.ts'
import type { ChatRequest } from '../scripted-server/chat-request.ts'

/** How bad the doubles are: shares of duties a writer does not see, and of verdicts a reviewer turns round. */
export type Carelessness = { readonly duties: number; readonly verdicts: number }

/** A number in [0, 1) drawn from a text, by FNV-1a: the same text, the same luck. */
const luck = (text: string): number => {
  let hash = 0x811c9dc5
  for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash / 2 ** 32
}

const verbOf = (messages: readonly Message[]): Verb => {
  const said = messages.map(({ text }) => text).join('\n')
  if (said.includes('You write a long work'))
    return /^# (?:Its text now|The passage)$/mu.test(said) ? 'revise' : 'draft'
  if (said.includes('Find what the brief requires')) return 'understand'
  if (said.includes('You plan long works')) return 'plan'
  if (said.includes('You keep the memory')) return 'remember'
  return said.includes('how the sections of a long work join') ? 'join' : 'review'
}

const roleOf = (verb: Verb): ModelRequest['role'] => {
  if (verb === 'draft' || verb === 'revise') return 'writer'
  return verb === 'understand' || verb === 'plan' ? 'planner' : 'reviewer'
}

/** The text that a writer is to mend, as a prompt shows it, or ''. */
const standing = (prompt: string): string =>
  /^# Its text now\n(?<fence>"{3,})\n[^]*?\n\k<fence>$/mu.exec(prompt)?.[0] ?? ''

/**
 * A prompt without some of its duties: their lines are gone, and their words wherever else they are asked for. What
 * already stands in a text stays there.
 */
const forgetful = (text: string, seed: number, share: number): string => {
  const now = standing(text)
  const [before = '', after = ''] = now === '' ? [text] : text.split(now)
  const lines = `${before}\0${after}`.split('\n')
  const duties = lines.filter((line) =>
    /^- (?:Say|Bring in|Never say|Repeat|Have|Open with|Close with|Cite|Length):/u.test(line),
  )
  const ignored = duties.filter((line) => luck(`${seed}${line}`) < share)
  const phrases = ignored.flatMap((line) => /"(?<phrase>.+)"/u.exec(line)?.groups?.['phrase'] ?? [])
  const rest = lines.filter((line) => !ignored.includes(line)).join('\n')
  return phrases.reduce((kept, phrase) => kept.replaceAll(phrase, 'it'), rest).replace('\0', () => now)
}

/** How a reviewed text begins: words that are in it and show nothing. */
const anyWords = (messages: readonly Message[]): string =>
  messages
    .map(({ text }) => /^# Its text\n"{3,}\n(?<words>.{1,80})/mu.exec(text)?.groups?.['words'] ?? '')
    .join('')

const turned = (reply: string, seed: number, share: number, quote: string): string => {
  const verdicts = JSON.parse(reply) as readonly { readonly verdict: string; readonly point: number }[]
  return JSON.stringify(
    verdicts.map((each) => {
      if (luck(`${seed} ${each.point}`) >= share) return each
      return each.verdict === 'kept' ? { ...each, verdict: 'broken' } : { ...each, verdict: 'kept', quote }
    }),
  )
}

/** A writer and a reviewer that cannot be trusted, made of the practice model; for a server to reply with. */
const carelessReply =
  ({ duties, verdicts }: Carelessness) =>
  async (messages: readonly Message[], seed: number): Promise<string> => {
    const verb = verbOf(messages)
    const role = roleOf(verb)
    const heard =
      role === 'writer'
        ? messages.map((each) => ({ ...each, text: forgetful(each.text, seed, duties) }))
        : messages
    const request: ModelRequest = { role, verb, messages: heard, maxOutput: 100_000, seed, temperature: 0 }
    let reply = ''
    for await (const event of practiceModel({ erring: 0 })(request, new AbortController().signal)) {
      if (event.type === 'text') reply += event.text
    }
    return verb === 'review' ? turned(reply, seed, verdicts, anyWords(messages)) : reply
  }

/** The same as the reply of a scripted server. */
export const servedBy = (carelessness: Carelessness) => {
  const reply = carelessReply(carelessness)
  return ({ messages, seed }: ChatRequest): Promise<string> =>
    reply(
      messages.map(({ role, content }) => ({ from: role === 'system' ? 'system' : 'user', text: content })),
      seed ?? 0,
    )
}

/** The practice model behind a scripted server: it sees all it is asked, and judges as it should. */
export const practiceReply = servedBy({ duties: 0, verdicts: 0 })

/** Whether a request asks the writer for this section. */
export const writesSection = ({ messages }: ChatRequest, section: number): boolean =>
  messages[0]?.content.startsWith('You write') === true &&
  messages.some(({ content }) => content.includes(`Section ${section} of `))
