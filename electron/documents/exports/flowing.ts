import { softBreak } from '../../../shared/text/soft-breaks.ts'

/** A piece of a paragraph on one line; at its ends, where the neighbour is not in sight, the near side decides. */
export const flowing = (text: string): string =>
  text.includes('\n')
    ? text.replace(/[ \t]*\r?\n[ \t]*/g, (gap, at: number) => {
        const [before, after] = [text[at - 1], text[at + gap.length]]
        return softBreak(before ?? after, after ?? before)
      })
    : text
