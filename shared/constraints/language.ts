import { z } from 'zod'
import { baseOf, isIn } from '../text/language.ts'
import { spelled, type Spelling } from '../text/spelling.ts'
import { firstSentence, quoting } from './evidence.ts'
import { defineKind, type Check } from './kind.ts'

const tag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu

const nameOf = (code: string): string => {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

const spellings: Readonly<Record<string, Spelling>> = {
  'en-gb': 'GB',
  'en-ie': 'GB',
  'en-au': 'GB',
  'en-nz': 'GB',
  'en-us': 'US',
}

const read = (text: string): { readonly code: string } | null => {
  const code = /\((?<code>[^()]+)\)$/u.exec(text.trim())?.groups?.['code'] ?? text.trim()
  return tag.test(code) ? { code } : null
}

const ofSpelling = (text: string, code: string, home: Spelling): Check | null => {
  const { foreign, shows } = spelled(text, home)
  if (!foreign) return shows ? { verdict: 'kept', ...quoting(firstSentence(text)) } : null
  const { word, spelling } = foreign
  return {
    verdict: 'broken',
    quote: word,
    advice: `Spell as in ${nameOf(code)}: "${spelling}", not "${word}".`,
  }
}

/**
 * The text must be written in this language (a BCP 47 code); for English with a region, in the spelling of that country.
 * Code tells languages by their letters and commonest words; what it cannot tell, a reader judges.
 */
export const language = defineKind({
  kind: 'language',
  params: z.object({ code: z.string().regex(tag) }),
  wordings: [{ field: 'language', lead: 'Write in', read, write: ({ code }) => `${nameOf(code)} (${code})` }],
  documentMeans: () => 'every section',
  check: (text, { code }): Check | null => {
    const plain = text.plain()
    const written = isIn(code, plain)
    if (written === false) {
      const advice = `Write it in ${nameOf(code)}.`
      return { verdict: 'broken', ...quoting(firstSentence(plain)), advice }
    }
    const home = spellings[code.toLowerCase()]
    if (home) return ofSpelling(plain, code, home)
    return written && baseOf(code) === code.toLowerCase()
      ? { verdict: 'kept', ...quoting(firstSentence(plain)) }
      : null
  },
})
