import type { z } from 'zod'
import type { Draft, Section } from '../../shared/records.ts'
import { endsWhole } from '../../shared/text/sentences.ts'
import { guessTokens } from '../../shared/text/tokens.ts'
import { countWords } from '../../shared/text/words.ts'
import { mendPrompt, mendReply } from '../prompts/mend.ts'
import { withPassages, type PassagesShown } from '../prompts/passages.ts'
import { isPause } from './ask.ts'
import { askJson } from './ask-json.ts'
import { expectedOf } from './expected.ts'
import { now, type Loop, type Pause } from './loop.ts'
import { sight } from './monitor.ts'
import { passagesFor, restingOn } from './passages-for.ts'
import { replaced } from './replacements.ts'
import { callsAfter, idle, revisionStep, standingOf, type Revising } from './revision.ts'
import { streamingDraft } from './write.ts'

type Replacements = z.infer<typeof mendReply>

/** What is wrong with a mended text that was not wrong before, or null. */
const troubleIn = (loop: Loop, section: Section, before: string, after: string): string | null => {
  if (endsWhole(before) && !endsWhole(after)) return 'With it the text would break off in mid-sentence.'
  const expected = expectedOf(now(loop), section)
  const seen = sight(after, expected)
  return seen && !sight(before, expected) ? seen.fault.sentence : null
}

/** The text with replacements made, as the draft it becomes; or a sentence on why it is of no use. */
const candidateOf = (
  loop: Loop,
  work: Revising,
  replacements: Replacements,
  shown: PassagesShown | null,
): Draft | string => {
  const { section, draft, round, broken } = work
  const quotes = broken.flatMap(({ finding: { quote } }) => quote ?? [])
  const { text, missed } = replaced(draft.text, replacements, quotes)
  if (text === draft.text) return missed[0] ?? idle.sentence
  const wrong = troubleIn(loop, section, draft.text, text)
  if (wrong !== null) return wrong
  const revision: Draft = {
    ...streamingDraft(section, { round, parent: draft }, loop.now()),
    ...restingOn(shown, draft),
    text,
    standing: 'candidate',
  }
  return standingOf(loop, work, revision) ?? missed[0] ?? idle.sentence
}

/** Tokens for replacements: as many as to quote the text once, to say what it lacks, and the marks of the structure. */
const roomFor = ({ section, draft }: Revising): number =>
  400 + guessTokens(draft.text) + Math.ceil(Math.max(0, section.words - countWords(draft.text)) * 2.5)

/**
 * Has what is broken mended where it stands: the model answers with replacements, code makes them, and all else stays
 * byte for byte. Replacements that cannot be made or are of no use are asked for once more, and then dropped.
 */
export const mend = async (loop: Loop, work: Revising): Promise<Pause | null> => {
  const { step, section, draft, broken } = work
  const findings = broken.map(({ finding }) => finding)
  const shown = await passagesFor(loop, section)
  const reply = await askJson(loop, {
    step,
    verb: 'revise',
    role: 'writer',
    section,
    spare: callsAfter,
    maxOutput: roomFor(work),
    schema: mendReply,
    prompt: (trouble, rooms) =>
      withPassages(
        mendPrompt(now(loop), section, draft.text, findings, { trouble, rooms }),
        shown,
        rooms.passages,
      ),
    trouble: (replacements) => {
      const found = candidateOf(loop, work, replacements, shown)
      return typeof found === 'string' ? found : null
    },
  })
  if (isPause(reply)) return reply
  const found = reply.value && candidateOf(loop, work, reply.value, shown)
  const candidate = found && typeof found !== 'string' ? [found] : []
  const [calls, bodies] = reply.value ? [[reply.call], [reply.body]] : [[], []]
  const unfit = !reply.value && reply.fault.code === 'reply-too-long' ? reply.fault : undefined
  loop.project.put({ put: [...candidate, ...calls, revisionStep(work, unfit)], shelve: bodies })
  return null
}
