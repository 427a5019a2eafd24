import type { Command } from './command.ts'

const summary = (percent: number): Command => ({
  id: `summary-${percent}`,
  name: `Sum up in ${percent} %`,
  about: `Says it in ${percent} of every 100 words.`,
  needs: 'either',
  where: 'replace',
  instruction: `Sum the passage up in about ${percent} % of its words, in whole sentences. What matters most comes first.`,
  length: { by: 'share', min: (percent / 100) * 0.75, max: (percent / 100) * 1.25 },
})

/** Commands that make a summary of a text, and a text of a summary. */
export const summaries: readonly Command[] = [
  summary(20),
  summary(10),
  summary(5),
  {
    id: 'grow',
    name: 'Grow a summary',
    about: 'Writes the full text of what is only summed up.',
    needs: 'either',
    where: 'replace',
    instruction:
      'The passage is a summary. Write the full text that it sums up: all that it names, in its order, in whole paragraphs.',
    length: { by: 'plan', min: 3, max: 6 },
  },
]
