/**
 * In which order sections are written: one after the other, all at once, or (where a brief does not say) in waves, as
 * the plan has it. A section is written with the memory of those it comes after.
 */
export const writingOrders = ['sequence', 'parallel'] as const
export type WritingOrder = (typeof writingOrders)[number]
