const opening = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/su

/** The fence with which a line opens a block of code, or ''. */
export const openedFence = (line: string): string => {
  const [, ticks, tildes] = opening.exec(line) ?? []
  return ticks ?? tildes ?? ''
}

/** Whether a line closes the code that `fence` opened. */
export const closesFence = (line: string, fence: string): boolean =>
  /^ {0,3}(`{3,}|~{3,})[ \t]*$/u.exec(line)?.[1]?.startsWith(fence) ?? false
