import type { Demand } from '../demand.ts'
import type { Placement } from '../placement.ts'
import { edgeAsked, endMarkAsked, sideSaid } from './edges.ts'
import { leftOver, opensWithManner } from './left-over.ts'
import { mannerVerbs } from './lexicon-en.ts'
import { citesAsked, languageAsked, repeatsAsked, voiceAsked, type Said } from './manner.ts'
import type { Matter } from './matter.ts'
import { forbiddenThing, patternAsked, wantedThing } from './things.ts'
import { type Token, wordIn } from './tokens.ts'

const plainWords = new Set(
  (
    'write writes written tell tells told narrate narrated narration narrator keep kept use uses using in the first second third person ' +
    'tense present past from point of view perspective eyes through viewpoint pov is be are should must stay english spelling british ' +
    'american language and with a an to it text throughout whole book novel story diary entry all every always consistently singular ' +
    'limited omniscient voice style chapter chapters please only cite cites sources references least at by end ends open opens begin ' +
    'begins start starts close closes question exclamation dialogue date list line sentence last on'
  ).split(' '),
)

/** Words of weight that a clause has beside those that speak of voice, language and the like. */
const weight = (tokens: readonly Token[], demand: Demand): number => {
  const named = demand.kind === 'voice' ? (demand.params.of ?? '').toLowerCase().split(' ') : []
  return tokens.filter(
    ({ kind, word }) =>
      kind === 'word' && !plainWords.has(word) && !named.includes(word) && !/^\p{Script=Han}$/u.test(word),
  ).length
}

const special = (said: Said): Demand | null =>
  repeatsAsked(said) ??
  languageAsked(said) ??
  edgeAsked(said) ??
  citesAsked(said) ??
  voiceAsked(said) ??
  patternAsked(said)

const asksManner = (matter: Matter): boolean => {
  const word = wordIn(matter.tokens, 0)
  const manner =
    mannerVerbs.has(word) &&
    !/^(?:open|close|show|tell|give|explain|cover|treat|reveal|bring|describe|introduce|mention|include|begin|start|end|finish|present|document)$/u.test(
      word,
    )
  return manner || (matter.be && matter.tokens.length > 0)
}

const includes = new Set(
  'mention mentions include includes contain contains feature features say says refer refers add bring have has'.split(
    ' ',
  ),
)

/** `sentence` is the clause as it stands; `bare`: it orders nothing by itself; `includes`: its list is one to include. */
export type Context = { readonly sentence: string; readonly bare: boolean; readonly includes: boolean }

const general = (
  matter: Matter,
  said: Said,
  where: Placement['where'],
  { sentence, includes: lent }: Context,
): Demand => {
  if (said.negative) return forbiddenThing(matter, said, sentence)
  // Where a text begins or ends code cannot tell for what is not in quotes: a reader is told the place.
  if (sideSaid(said.tokens) !== null) return { kind: 'rule', params: { text: sentence } }
  const wide = where === 'document' || where === 'each'
  const thing = (lent || said.tokens.some(({ word }) => includes.has(word))) && matter.tokens.length <= 8
  if (asksManner(matter) || (wide && !thing)) return { kind: 'rule', params: { text: sentence } }
  return wantedThing(matter, said)
}

/** Kinds beside which a clause may ask for something that only a reader can judge: "in the past tense, dry". */
const withRest = new Set<Demand['kind']>(['language', 'voice', 'cites'])

/** Whether a part of a clause says no more than voice, language and the like. */
const isOfManner = (tokens: readonly Token[]): boolean => {
  const found = special({ tokens, negative: false })
  return found !== null || tokens.every(({ kind, word }) => kind !== 'word' || plainWords.has(word))
}

/** Kinds that a sentence may ask for although it orders nothing else: of the work that it states, or by its own form. */
const aside = new Set<Demand['kind']>(['language', 'voice', 'cites', 'opening', 'closing', 'repeats'])

/**
 * What a clause asks, with its place and lengths taken off; two demands where it speaks of voice and of matter. Of a bare
 * clause only voice, language and the like of the work are read.
 */
export const demandsOf = (
  matter: Matter,
  said: Said,
  where: Placement['where'],
  context: Context,
): readonly Demand[] => {
  const { bare } = context
  const mark = endMarkAsked(said)
  if (mark) return [mark]
  const found = special(said)
  const rest = found && withRest.has(found.kind) ? leftOver(matter.tokens, isOfManner) : ''
  const rests: readonly Demand[] = rest === '' ? [] : [{ kind: 'rule', params: { text: rest } }]
  if (bare) {
    if (!found || !aside.has(found.kind)) return []
    return opensWithManner(matter.tokens) ? [found, ...rests] : [found]
  }
  if (!found) return matter.text ? [general(matter, said, where, context)] : []
  return weight(matter.tokens, found) > 3 && found.kind !== 'repeats' && matter.text
    ? [general(matter, said, where, context), found]
    : [found, ...rests]
}
