import type { Demand } from '../demand.ts'
import { type Token, rawIn, valueIn, wordIn } from './tokens.ts'

/** What a clause says, for those who look for a certain demand in it: its tokens, without its place and its lengths. */
export type Said = { readonly tokens: readonly Token[]; readonly negative: boolean }

type Find = (said: Said) => Demand | null

const wordsOf = (tokens: readonly Token[]): string =>
  ` ${tokens.map(({ word, kind, n }) => (kind === 'ordinal' ? `#${n}` : word)).join(' ')} `

const languages: ReadonlyMap<string, string> = new Map(
  (
    'english:en british:en-GB american:en-US australian:en-AU canadian:en-CA french:fr german:de spanish:es italian:it ' +
    'portuguese:pt dutch:nl swedish:sv norwegian:nb danish:da finnish:fi polish:pl russian:ru ukrainian:uk greek:el turkish:tr ' +
    'arabic:ar hebrew:he hindi:hi japanese:ja korean:ko chinese:zh mandarin:zh simplified:zh-Hans traditional:zh-Hant vietnamese:vi ' +
    'thai:th indonesian:id czech:cs hungarian:hu romanian:ro latin:la welsh:cy irish:ga catalan:ca'
  )
    .split(' ')
    .map((entry) => {
      const [name = '', code = ''] = entry.split(':')
      return [name, code] as const
    }),
)

const regional = /^(?:british|american|australian|canadian|us|uk)$/u
const region: ReadonlyMap<string, string> = new Map([
  ['us', 'en-US'],
  ['uk', 'en-GB'],
])

const writing =
  / (?:write|written|writes|writing|language|use|uses|using|text|everything|answer|reply|spelling|spelt|spelled|create) /u

/** "in traditional dress": no script is named. */
const isManner = (tokens: readonly Token[], at: number): boolean =>
  /^(?:simplified|traditional)$/u.test(rawIn(tokens, at).toLowerCase()) &&
  !/^(?:chinese|characters?|script|mandarin)$/u.test(wordIn(tokens, at + 1))

/** "Use British spelling", "written in French", "language: German", 用英文写. */
export const languageAsked: Find = ({ tokens, negative }) => {
  const words = wordsOf(tokens)
  if (negative) return null
  for (const [i, { word }] of tokens.entries()) {
    const code = languages.get(word) ?? region.get(word)
    if (code === undefined || isManner(tokens, i)) continue
    const next = wordIn(tokens, i + 1)
    const before = wordIn(tokens, i - 1)
    if (regional.test(word)) {
      if (/^(?:english|spelling|spellings|usage|conventions|-)$/u.test(next))
        return { kind: 'language', params: { code } }
      continue
    }
    const named =
      /^(?:in|into|with|use|language|:|is)$/u.test(before) || /\p{Script=Han}/u.test(rawIn(tokens, i))
    const alone = tokens.length <= 4 && /^(?:in|language|:)$/u.test(before)
    if (next === 'spelling' || (named && (writing.test(words) || alone)))
      return { kind: 'language', params: { code } }
  }
  return null
}

const persons = ['first', 'second', 'third'] as const

const eyes = / (?:from|through|in) (?:the )?(?:eyes|viewpoint|perspective|point of view|pov|standpoint) of /u

const viewer = (tokens: readonly Token[]): string | undefined => {
  const words = tokens.map(({ word }) => word)
  const of = eyes.exec(wordsOf(tokens))
  const at = of
    ? words.findIndex(
        (word, i) =>
          word === 'of' && /^(?:eyes|viewpoint|perspective|view|pov|standpoint)$/u.test(words[i - 1] ?? ''),
      )
    : -1
  const rest = at < 0 ? [] : tokens.slice(at + 1, at + 5)
  const end = rest.findIndex(
    ({ kind, word }, i) => i > 0 && (kind !== 'word' || /^(?:and|in|who|only|with|as)$/u.test(word)),
  )
  const behind = rest.slice(0, end < 0 ? rest.length : end)
  if (behind.length > 0) return behind.map(({ raw }) => raw).join(' ')
  const view = words.findIndex(
    (word, i) =>
      /^(?:perspective|viewpoint|pov)$/u.test(word) ||
      (word === 'point' && words[i + 2] === 'view') ||
      (word === 'eyes' && /'s$|’s$/u.test(rawIn(tokens, i - 1))),
  )
  const owner = tokens[view - 1]
  return view > 0 && owner && /['’]s?$/u.test(owner.raw) ? owner.raw.replace(/['’]s?$/u, '') : undefined
}

const personIn = (words: string): (typeof persons)[number] | undefined => {
  const nth = /#(?<n>[123])(?: -)?(?: person| pov| singular)/u.exec(words)?.groups?.['n']
  if (nth !== undefined) return persons[Number(nth) - 1]
  const said = / (?<which>first|second|third) person /u.exec(words)?.groups?.['which']
  return persons.find((each) => each === said)
}

const tenseIn = (words: string): 'past' | 'present' | undefined => {
  const tense = / (?<tense>present|past)(?: -)? tense/u.exec(words)?.groups?.['tense']
  return tense === 'past' || tense === 'present' ? tense : undefined
}

/** "in the first person", "present tense", "from Anna's point of view". */
export const voiceAsked: Find = ({ tokens, negative }) => {
  const words = wordsOf(tokens)
  if (negative) return null
  const person = personIn(words)
  const tense = tenseIn(words)
  const of = viewer(tokens)
  if (!person && !tense && of === undefined) return null
  return {
    kind: 'voice',
    params: {
      ...(person && { person }),
      ...(tense && { tense }),
      ...(of !== undefined && { of }),
    },
  }
}

const sources = new Set(
  'sources source references reference citations citation papers articles studies works publications'.split(
    ' ',
  ),
)

/** "cite at least five sources", "with 10 references". */
export const citesAsked: Find = ({ tokens, negative }) => {
  if (negative) return null
  const at = tokens.findIndex(({ word }) => sources.has(word))
  if (at < 0) return null
  const number = tokens
    .slice(Math.max(0, at - 3), at)
    .find(({ kind, n }) => kind === 'number' && n !== undefined && n > 0)
  const cites = tokens.some(({ word }) =>
    /^(?:cites?|citing|references?|sources|quote|include|must|should)$/u.test(word),
  )
  const some = tokens.some(({ word }) => /^(?:cite|cites)$/u.test(word)) ? 1 : undefined
  const min = number?.n ?? some
  if (
    min === undefined ||
    !cites ||
    (/^(?:articles|studies|works|papers|publications)$/u.test(wordIn(tokens, at)) && some === undefined)
  )
    return null
  return { kind: 'cites', params: { min: Math.floor(min) } }
}

const often: ReadonlyMap<string, number> = new Map([
  ['once', 1],
  ['twice', 2],
  ['thrice', 3],
])

/** "use the phrase 'salt and rope' exactly three times". */
export const repeatsAsked: Find = ({ tokens, negative }) => {
  const quote = tokens.find(({ kind }) => kind === 'quote')
  if (!quote) return null
  const text = quote.raw.slice(1, -1).trim()
  const at = tokens.findIndex(
    ({ word, kind }, i) => often.has(word) || (kind === 'number' && /^times?$/u.test(wordIn(tokens, i + 1))),
  )
  const n = at < 0 ? undefined : (often.get(wordIn(tokens, at)) ?? valueIn(tokens, at))
  if (n === undefined || !text || !Number.isInteger(n)) return null
  const lead = tokens
    .slice(Math.max(0, at - 3), at)
    .map(({ word }) => word)
    .join(' ')
  const most = /(?:no more than|at most|atmost|not more than|maximum|up to)$/u.test(lead) || negative
  const least = /(?:at least|atleast|no fewer than|no less than|minimum)$/u.test(lead)
  const bounds = most ? { max: n } : least ? { min: n } : { min: n, max: n }
  return { kind: 'repeats', params: { text, ...bounds } }
}
