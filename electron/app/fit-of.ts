import { roles, type Role } from '../../shared/model.ts'

/** For each role a sentence on whether a model is fit for it, and the roles that it is fit for. */
export type Fit = { readonly fit: Readonly<Record<Role, string>>; readonly good: readonly Role[] }

/** What was measured; `json` is null where there was no time to find out, `contextSize` where nobody says. */
export type Measured = {
  /** Null where the reply was too short to tell. */
  readonly tokensPerSecond: number | null
  readonly contextSize: number | null
  readonly json: 'schema' | 'asked' | 'none' | null
}

/** Tokens that a plan of some twenty sections takes with its brief, and a section with what it must know. */
const roomToPlan = 8192
const roomToWrite = 4096

/** Tokens a second below which a section of 500 words takes more than three minutes. */
const slow = 4

const number = new Intl.NumberFormat('en')
const wordsPerToken = 0.75

type Verdict = { readonly isGood: boolean; readonly sentence: string }

const untried: Verdict = {
  isGood: false,
  sentence: 'Not known: the time of the trial ran out before it was asked for JSON.',
}

const noJson = (what: string): Verdict => ({
  isGood: false,
  sentence: `Not fit: it gives no JSON, which ${what} are read from. Choose another model for this role.`,
})

const reads = (contextSize: number | null): string =>
  contextSize === null
    ? 'how much it reads at once is not known'
    : `it reads ${number.format(contextSize)} tokens at once`

const gives = (json: Measured['json']): string =>
  json === 'schema'
    ? 'it gives JSON by a schema'
    : 'it gives JSON when asked in words, which now and then takes a second try'

const planner = ({ contextSize, json }: Measured): Verdict => {
  if (json === null) return untried
  if (json === 'none') return noJson('plans')
  if (contextSize !== null && contextSize < roomToPlan) {
    const sentence = `Only for short works: ${reads(contextSize)}, and plans want ${number.format(roomToPlan)}.`
    return { isGood: false, sentence }
  }
  return { isGood: true, sentence: `Fit: ${gives(json)}, and ${reads(contextSize)}.` }
}

const writer = ({ tokensPerSecond, contextSize }: Measured): Verdict => {
  if (tokensPerSecond === null) {
    const sentence = 'Not known: its reply was too short to measure how fast it writes. Try it again.'
    return { isGood: false, sentence }
  }
  const words = Math.max(1, Math.round(tokensPerSecond * wordsPerToken * 60))
  const pace = `it writes about ${number.format(words)} ${words === 1 ? 'word' : 'words'} a minute`
  if (contextSize !== null && contextSize < roomToWrite) {
    const sentence = `Only for short sections: ${reads(contextSize)}, and sections want ${number.format(roomToWrite)}.`
    return { isGood: false, sentence }
  }
  return tokensPerSecond < slow
    ? { isGood: false, sentence: `Slow: ${pace}. A smaller model would be faster.` }
    : { isGood: true, sentence: `Fit: ${pace}, and ${reads(contextSize)}.` }
}

const reviewer = ({ json }: Measured): Verdict => {
  if (json === null) return untried
  if (json === 'none') return noJson('verdicts')
  return { isGood: true, sentence: `Fit: ${gives(json)}.` }
}

/** What a model is fit for, by what was measured. */
export const fitOf = (measured: Measured): Fit => {
  const verdicts = { planner: planner(measured), writer: writer(measured), reviewer: reviewer(measured) }
  return {
    fit: {
      planner: verdicts.planner.sentence,
      writer: verdicts.writer.sentence,
      reviewer: verdicts.reviewer.sentence,
    },
    good: roles.filter((role) => verdicts[role].isGood),
  }
}

const playsAll = 'It plays every role by itself, with placeholder prose, for trying Longhand out.'

type Unmeasured = Readonly<Record<'firstTokenMs' | 'tokensPerSecond' | 'contextSize' | 'json', null>>

/** The practice model is made for the prompts of the loop, and for no others: what is measured of others means nothing for it. */
export const practiceFit: Fit & Unmeasured = {
  firstTokenMs: null,
  tokensPerSecond: null,
  contextSize: null,
  json: null,
  fit: { planner: playsAll, writer: playsAll, reviewer: playsAll },
  good: roles,
}
