import type { Command } from './command.ts'

/** Commands that say the same in another way. */
export const rewriting: readonly Command[] = [
  {
    id: 'shorten',
    name: 'Shorten',
    about: 'Says it in about half the words.',
    needs: 'either',
    where: 'replace',
    instruction: 'Tell the passage in about half its words. Keep every fact, name and number that matters.',
    length: { by: 'share', min: 0.35, max: 0.65 },
  },
  {
    id: 'rewrite',
    name: 'Rewrite',
    about: 'Writes it anew as you say.',
    needs: 'either',
    where: 'replace',
    instruction: 'Write the passage anew. This is asked of it: {note}',
    length: { by: 'share', min: 0.5, max: 1.7 },
    asks: 'What should be different?',
  },
  {
    id: 'voice',
    name: 'Change the voice',
    about: 'Tells it in another voice, person or tense.',
    needs: 'either',
    where: 'replace',
    instruction:
      'Tell the passage in another voice, and change nothing else of what it says. The voice: {note}',
    length: { by: 'share', min: 0.7, max: 1.4 },
    asks: 'In which voice?',
  },
]
