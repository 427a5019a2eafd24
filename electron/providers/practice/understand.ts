/**
 * What the practice model proposes beyond what code has read in a brief: nothing. It reads no better than code does, and
 * does not pretend to.
 */
export const understand: readonly never[] = []
