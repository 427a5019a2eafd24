import { z } from 'zod'
import type { ProjectState } from '../../shared/project-state.ts'
import type { Finding, Section } from '../../shared/records.ts'
import { block, dutyPart, lastTrouble, lines, parts, quoted, sectionPart, type Prompt } from './context.ts'
import { opening } from './draft.ts'
import { memoryParts } from './memory.ts'
import { ample, type Attempt } from './rooms.ts'

/** What a writer model answers that mends a text: words that stand there, and what is to stand there instead. */
export const mendReply = z.array(z.object({ find: z.string().min(1), replace: z.string() })).max(60)

/** One thing that is broken, with its place, as a prompt shows it. */
export const brokenLine = ({ quote, advice, fault }: Finding): string =>
  lines(
    `- ${[fault, advice].filter(Boolean).join(' ') || 'A duty above is not kept.'}`,
    quote && `  Here: "${quote}"`,
  )

/** Asks for replacements in a section's text, so that what is broken is mended and all else stays as it is. */
export const mendPrompt = (
  state: ProjectState,
  section: Section,
  text: string,
  findings: readonly Finding[],
  { trouble, rooms = ample }: Attempt = {},
): Prompt =>
  parts(
    ...opening(state, section, rooms),
    sectionPart(state, section),
    ...memoryParts(state, section, rooms.memory),
    dutyPart(state, section),
    block('Its text now', quoted(text)),
    block('What is broken', findings.map(brokenLine).join('\n')),
    block(
      'Your task',
      lines(
        'Mend what is broken and leave all else as it is. Answer with a JSON array of replacements, as few and as short as will do:',
        '[{"find": "words of the text, just as they stand there", "replace": "what is to stand there instead"}]',
        'What you find must stand in the text only once. To add something, find the sentence before it, and replace it with itself and what follows. To cut something, replace it with "".',
      ),
    ),
    lastTrouble(trouble),
  )
