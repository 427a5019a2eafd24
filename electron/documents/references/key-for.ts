import { firstName, yearOf, type CslItem } from '../../../shared/csl.ts'

const longest = 40

/** Letters and digits alone, in lower case, the rest as dashes between. */
const slug = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, longest)
    .toWellFormed()
    .replace(/\ufffd|^-+|-+$/gu, '')

const stem = (file: string): string => file.replace(/^.*[/\\]/u, '').replace(/\.[^.]{1,8}$/u, '')

/** The key as a file gives it, without what no key can hold; '' where nothing is left. */
const givenKey = (key: string): string =>
  key
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_.:-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+|[-.:_]+$/gu, '')
    .slice(0, 80)

/** Keys to try: the one wanted, then with `b`, `c`, … behind a year, then with a number. */
const tries = function* (wanted: string): Generator<string> {
  yield wanted
  if (/\d{4}$/u.test(wanted)) for (const letter of 'bcdefghijklmnopqrstuvwxyz') yield wanted + letter
  for (let n = 2; ; n += 1) yield `${wanted}-${n}`
}

/**
 * What a source is to be cited by: the key it came with, else author and year (`smith2021`), else its title or file.
 * `taken` are the keys in use, in lower case: no two differ by their letter case alone.
 */
export const keyFor = (
  { csl, key = '', file }: { readonly csl: CslItem; readonly key?: string; readonly file: string },
  taken: ReadonlySet<string>,
): string => {
  const name = slug(firstName(csl))
  const year = yearOf(csl.issued)
  const wanted =
    givenKey(key) ||
    (name && year !== null ? `${name}${year}` : slug(csl.title ?? '') || slug(stem(file)) || name || 'source')
  for (const each of tries(wanted)) if (!taken.has(each.toLowerCase())) return each
  return wanted
}
