import { field, type PromptBlocks } from './prompt-blocks.ts'

/** What a prompt says of the brief. `words` is 0 where it says nothing. */
export type AskedBrief = {
  readonly title: string
  readonly form: string
  readonly language: string
  readonly words: number
  readonly text: string
  /** What the whole must say, wherever it is said. */
  readonly wholeSays: readonly string[]
}

/** What a prompt says of the section to write. */
export type AskedSection = {
  /** Counted from 1; 0 where the prompt shows no section. */
  readonly number: number
  readonly title: string
  readonly entry: string
  readonly words: number
  readonly owns: readonly string[]
}

/** What a section owes. `min` and `max` are words. */
export type AskedDuties = {
  readonly say: readonly string[]
  readonly never: readonly string[]
  readonly keep: readonly string[]
  readonly min: number
  readonly max: number
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

const unquoted = (text: string): string => oneLine(text.trim().replace(/^"/u, '').replace(/"$/u, ''))

/** The brief of a prompt. */
export const askedBrief = (blocks: PromptBlocks): AskedBrief => {
  const body = blocks.get('The brief') ?? ''
  const gap = body.indexOf('\n\n')
  const head = gap < 0 ? body : body.slice(0, gap)
  const wholeSays = [
    ...(blocks.get('Requirements') ?? '').matchAll(/^- The whole\. Say: (?<phrase>".*")$/gmu),
  ]
  return {
    title: field(head, 'Title'),
    form: field(head, 'Form'),
    language: field(head, 'Language') || 'en',
    words: Number(field(head, 'Words in all')) || 0,
    text: gap < 0 ? '' : body.slice(gap).trim(),
    wholeSays: wholeSays.map(({ groups }) => unquoted(groups?.['phrase'] ?? '')),
  }
}

/** The section of a prompt; a nameless one where the prompt shows none. */
export const askedSection = (blocks: PromptBlocks): AskedSection => {
  const body = blocks.get('Your section') ?? ''
  const [first = ''] = body.split('\n')
  const owns = field(body, 'Only here')
  const { number, title } = /^Section (?<number>\d+) of \d+: (?<title>.*)$/u.exec(first)?.groups ?? {}
  return {
    number: Number(number ?? 0),
    title: oneLine(title ?? ''),
    entry: oneLine(field(body, 'Entry')),
    words: Number(field(body, 'Words wanted')) || 0,
    owns: owns === '' ? [] : owns.split('; ').map(oneLine),
  }
}

const numberIn = (text: string, pattern: RegExp): number | null => {
  const [, digits] = pattern.exec(text) ?? []
  return digits === undefined ? null : Number(digits)
}

const starts = /^- (?=(?:Say|Never say|Length|Keep to): )/mu

/** The duties of a prompt. A duty may run over several lines; it ends where the next begins. */
export const askedDuties = (blocks: PromptBlocks): AskedDuties => {
  const items = (blocks.get('What it owes') ?? '').split(starts).map((item) => item.trim())
  const after = (name: string): readonly string[] =>
    items.filter((item) => item.startsWith(`${name}: `)).map((item) => item.slice(name.length + 2))
  const lengths = after('Length')
  const mins = lengths.map((text) => numberIn(text, /^(?:at least )?(\d+)(?: to \d+)? words/u) ?? 0)
  const maxes = lengths.map((text) => numberIn(text, /^(?:at most|\d+ to) (\d+) words/u) ?? Infinity)
  const distinct = (name: string): readonly string[] =>
    [...new Set(after(name).map(unquoted))].filter(Boolean)
  return {
    say: distinct('Say'),
    never: distinct('Never say'),
    keep: after('Keep to').map(oneLine),
    min: Math.max(0, ...mins),
    max: Math.min(Infinity, ...maxes),
  }
}

/** The words to aim at: the middle of what is allowed, or near the plan's number where one end is open. */
export const targetWords = ({ min, max }: AskedDuties, planned: number): number => {
  if (min > 0 && max < Infinity) return Math.round((min + max) / 2)
  const wanted = planned || 400
  if (max < Infinity) return wanted <= max ? wanted : Math.max(1, Math.floor(max * 0.9))
  return wanted >= min ? wanted : Math.round(min * 1.1)
}
