import { statSync } from 'node:fs'

const numbered = /-(\d{5})-of-(\d{5})(\.gguf)$/iu

/** Whether a file is a later part of a model that comes in several; such a model is named by its first. */
export const isLaterPart = (path: string): boolean => Number(numbered.exec(path)?.[1] ?? 1) > 1

/** All files of a model, of which `path` is the first or the only one. */
export const partsOf = (path: string): readonly string[] => {
  const [tail, , count, ending] = numbered.exec(path) ?? []
  if (tail === undefined || count === undefined) return [path]
  const stem = path.slice(0, -tail.length)
  const name = (n: number): string => `${stem}-${String(n).padStart(5, '0')}-of-${count}${ending}`
  return Array.from({ length: Number(count) }, (_, i) => name(i + 1))
}

/** Bytes of all parts that are there. */
export const bytesOf = (path: string): number =>
  partsOf(path).reduce((sum, part) => sum + (statSync(part, { throwIfNoEntry: false })?.size ?? 0), 0)
