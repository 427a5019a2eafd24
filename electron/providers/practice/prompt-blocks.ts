import type { Message } from '../../../shared/model.ts'

const headings = new Set([
  'The brief',
  'Requirements',
  'The plan',
  'Your section',
  'Passages to cite',
  'Written before it',
  'Summaries',
  'Known before it',
  'What holds',
  'Where it begins and ends',
  'What it owes',
  'What it still owes',
  'Its text so far',
  'What the writer asks of this draft',
  'Your task',
  'Its text now',
  'Its text',
  'What is broken',
  'Points to judge',
  'Joins',
  'The passage',
  'Just before the passage',
  'Just after the passage',
  'What stands elsewhere',
  'What the sections say',
  'Pairs',
  'Statements',
  'Planned so far',
  'What single sections owe',
  'What is wrong with it',
  'What the writer asks of the new plan',
  'Pattern',
  'Questions',
  'Its parts',
])

/** The blocks of a prompt by heading, without their heading lines; fenced matter is left as it is. */
export type PromptBlocks = ReadonlyMap<string, string>

const headingOf = (line: string): string | undefined => {
  if (!line.startsWith('# ')) return undefined
  const name = line.slice(2)
  if (headings.has(name)) return name
  return /^The section ".*"$/u.test(name) ? 'The section' : undefined
}

const isFence = (line: string): boolean => /^"{3,}$/u.test(line)

const blocksOf = (text: string): readonly (readonly [string, string])[] => {
  const found: { name: string; lines: string[] }[] = []
  // A brief is not fenced: quotation marks in it may be anything.
  const fences = !text.startsWith('# The brief')
  let fence: string | null = null
  for (const line of text.split('\n')) {
    const name: string | undefined = fence === null ? headingOf(line) : undefined
    if (name !== undefined) {
      found.push({ name, lines: name === 'The section' ? [line] : [] })
      continue
    }
    if (fences && fence === null && isFence(line)) fence = line
    else if (line === fence) fence = null
    found.at(-1)?.lines.push(line)
  }
  return found.map(({ name, lines }) => [name, lines.join('\n')])
}

/** Reads a prompt as any model would, by its headings; of two blocks with one heading the later counts. */
export const promptBlocks = (messages: readonly Message[]): PromptBlocks =>
  new Map(messages.flatMap(({ text }) => blocksOf(text)))

/** The matter between fences in a block, in order. */
export const fenced = (block: string): readonly string[] => {
  const found: string[] = []
  let open: { fence: string; lines: string[] } | null = null
  for (const line of block.split('\n')) {
    if (open === null) {
      if (isFence(line)) open = { fence: line, lines: [] }
    } else if (line === open.fence) {
      found.push(open.lines.join('\n'))
      open = null
    } else open.lines.push(line)
  }
  return open === null ? found : [...found, open.lines.join('\n')]
}

/** What follows `name: ` on a line of its own, or ''. */
export const field = (block: string, name: string): string => {
  const line = block.split('\n').find((each) => each.startsWith(`${name}: `))
  return line?.slice(name.length + 2).trim() ?? ''
}
