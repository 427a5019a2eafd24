const fence = /^ {0,3}(?:```|~~~)/gmu

/** Whether a place in a text stands in code: between backticks of its line, or in a block that a fence opened. */
export const isInCode = (text: string, at: number): boolean => {
  const before = text.slice(0, at)
  const fences = before.match(fence)?.length ?? 0
  if (fences % 2 === 1) return true
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return (line.match(/`/gu)?.length ?? 0) % 2 === 1
}
