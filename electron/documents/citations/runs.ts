/** A stretch of text in one look; `url` where it leads somewhere. */
export type Run = {
  readonly text: string
  readonly italic?: true
  readonly bold?: true
  readonly url?: string
}

export type Look = Pick<Run, 'italic' | 'bold' | 'url'>

/** A text as runs, none where it is empty. */
export const run = (text: string, look: Look = {}): readonly Run[] => (text === '' ? [] : [{ ...look, text }])

/** The text of runs without their looks. */
export const plainRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

/** Runs with a look added to each. */
export const withLook = (runs: readonly Run[], look: Look): readonly Run[] =>
  runs.map((each) => ({ ...each, ...look }))

/** Several texts with a delimiter between those that say anything. */
export const joined = (parts: readonly (readonly Run[])[], delimiter: string): readonly Run[] =>
  parts
    .filter((part) => part.length > 0)
    .flatMap((part, i) => (i > 0 && delimiter !== '' ? [...run(delimiter), ...part] : part))

/** A text between a prefix and a suffix; nothing stays nothing. */
export const affixed = (runs: readonly Run[], prefix = '', suffix = ''): readonly Run[] =>
  runs.length === 0 ? [] : [...run(prefix), ...runs, ...run(suffix)]

/** Changes the letters of runs as one text would be: `first` sees only the first run. */
export const mapText = (
  runs: readonly Run[],
  change: (text: string, first: boolean) => string,
): readonly Run[] => runs.map((each, i) => ({ ...each, text: change(each.text, i === 0) }))

const closing = /["”’»)\]]*$/u

/** What is left of a text that follows another, where their signs would meet: `. .`, `?.`, `, ,` and double spaces. */
const following = (before: string, text: string): string => {
  const end = before.replace(closing, '')
  let rest = text
  if (/[.!?。！？]$/u.test(end) && /^\.(?!\d)/u.test(rest)) rest = rest.slice(1)
  if (/,\s*$/u.test(before)) rest = rest.replace(/^\s*,/u, '')
  return /\s$/u.test(before) ? rest.replace(/^ +/u, '') : rest
}

const isMoved = (before: string, text: string): boolean => before.endsWith('”') && /^[.,]/u.test(text)

/**
 * Runs as they are printed: no sign twice where two texts meet, and, where `inQuotes`, full stops and commas inside of
 * closing quotation marks, as Americans set them. Neighbours of one look are one run.
 */
export const tidied = (runs: readonly Run[], inQuotes: boolean): readonly Run[] => {
  const done: { -readonly [Key in keyof Run]: Run[Key] }[] = []
  for (const each of runs) {
    const last = done.at(-1)
    const before = done.map(({ text }) => text).join('')
    let text = following(before, each.text)
    if (inQuotes && last && isMoved(before, text)) {
      const end = last.text.slice(0, -1)
      const sign = /[.!?,]$/u.test(end || before.slice(0, -1)) ? '' : text.charAt(0)
      last.text = `${end}${sign}”`
      text = following(before, text.slice(1))
    }
    if (text === '') continue
    const { italic, bold, url } = each
    if (last && last.italic === italic && last.bold === bold && last.url === url) last.text += text
    else done.push({ ...each, text })
  }
  return done
}
