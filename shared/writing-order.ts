import type { Section } from './records.ts'
import type { WritingOrder } from './records/writing-orders.ts'

/** Sections, in reading order, with what each must wait for; without an order they stay as they are. */
export const inOrder = (
  sections: readonly Section[],
  order: WritingOrder | undefined,
): readonly Section[] => {
  switch (order) {
    case undefined:
      return sections
    case 'parallel':
      return sections.map((section) => ({ ...section, after: [] }))
    case 'sequence':
      return sections.map((section, i) => {
        const before = sections[i - 1]
        return { ...section, after: before ? [before.id] : [] }
      })
  }
}
