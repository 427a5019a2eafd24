const unsettled = new Set<() => Promise<unknown>>()

/** Has something saved before a run begins, so that it works from what the writer sees. */
export const settleFirst = (settle: () => Promise<unknown>): void => {
  unsettled.add(settle)
}

/** Saves all that has to be saved first; what cannot be saved says so itself. */
export const settleAll = async (): Promise<void> => {
  await Promise.allSettled([...unsettled].map((settle) => settle()))
}
