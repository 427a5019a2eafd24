import { clippedEntry } from '../../shared/plan-entry.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import type { Work } from '../../shared/questions/agenda.ts'
import type { ReadPart } from '../../shared/questions/learning.ts'
import type { AnyRecord, Part, Step } from '../../shared/records.ts'
import { plainText } from '../../shared/text/markdown.ts'
import { sentences } from '../../shared/text/sentences.ts'
import { learnPrompt, learnReply } from '../prompts/learn.ts'
import { isPause } from './ask.ts'
import { askJson } from './ask-json.ts'
import { now, type Verb } from './loop.ts'

type Learning = Extract<Work, { verb: 'learn' }>

/** Tokens of one answer, generously. */
const answerTokens = 100

const firstSentence = (text: string): string => {
  const plain = plainText(text.slice(0, 4_000))
  const [first] = sentences(plain)
  return first ? clippedEntry(plain.slice(first.from, first.to).replaceAll(/\s+/gu, ' ')) : ''
}

const learnt = (
  state: ProjectState,
  read: readonly (ReadPart & { readonly entry: string })[],
): readonly AnyRecord[] => {
  const sections = read.flatMap(({ section: id, entry }) => {
    const section = id === null ? undefined : state.section.get(id)
    return section && section.intent.trim() === '' && entry ? [{ ...section, intent: entry }] : []
  })
  const isOf = (part: Part) => (each: ReadPart) =>
    each.section === null && each.title === part.title && each.text === part.text
  const briefs = [...state.brief.values()].flatMap((brief) => {
    if (!brief.pattern?.some((part) => read.some(isOf(part)))) return []
    const pattern = brief.pattern.map((part): Part => {
      const found = read.find(isOf(part))
      return found ? { title: part.title, entry: found.entry, share: part.share } : part
    })
    return [{ ...brief, pattern }]
  })
  return [...briefs, ...sections]
}

/**
 * Finds the plan behind a text: what each of its parts does. Of a pattern for which no usable answer comes the first
 * sentence of the part stands for it; a section keeps its empty entry. What the writer has said meanwhile stands.
 */
export const learn: Verb<Learning> = async (loop, { step: id, parts }) => {
  const reply = await askJson(loop, {
    step: id,
    verb: 'plan',
    role: 'planner',
    section: null,
    maxOutput: 200 + parts.length * answerTokens,
    schema: learnReply,
    prompt: (trouble) => learnPrompt(parts, trouble),
    trouble: (value) => {
      const missing = parts.map((_, i) => i + 1).filter((n) => !value.some((each) => each.n === n))
      return missing.length === 0 ? null : `It says nothing of part ${missing.join(', ')}.`
    },
  })
  if (isPause(reply)) return reply
  const given = reply.value ?? reply.last ?? []
  const read = parts.map((part, i) => {
    const said = given.find(({ n }) => n === i + 1)?.entry
    return {
      ...part,
      entry: said ? clippedEntry(said) : part.section === null ? firstSentence(part.text) : '',
    }
  })
  const step: Step = {
    id,
    verb: 'plan',
    section: null,
    status: 'ended',
    ...(!reply.value && { fault: reply.fault }),
  }
  loop.project.put({
    put: [...learnt(now(loop), read), ...(reply.value ? [reply.call] : []), step],
    shelve: reply.value ? [reply.body] : [],
  })
  return null
}
