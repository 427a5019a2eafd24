import type { Command } from './command.ts'

/** Commands that add to a text. */
export const writingOn: readonly Command[] = [
  {
    id: 'continue',
    name: 'Continue',
    about: 'Writes on from here.',
    needs: 'either',
    where: 'after',
    instruction:
      'Write what comes next after the passage, in the same voice and tense. Do not say again what it says.',
    length: { by: 'words', min: 80, max: 220 },
  },
  {
    id: 'expand',
    name: 'Expand',
    about: 'Tells it at about twice the length.',
    needs: 'either',
    where: 'replace',
    instruction:
      'Tell the passage at about twice its length: add detail that it implies, and nothing that contradicts it.',
    length: { by: 'share', min: 1.5, max: 2.4 },
  },
  {
    id: 'describe',
    name: 'Describe',
    about: 'Adds what is seen, heard or felt there.',
    needs: 'selection',
    where: 'after',
    instruction:
      'Describe what the passage names, as one would see, hear or feel it there. Say nothing that contradicts the text.',
    length: { by: 'words', min: 30, max: 120 },
  },
]
