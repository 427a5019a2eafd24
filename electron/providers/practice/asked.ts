import { demandOfLine, leads, type Demand } from '../../../shared/constraints/demand.ts'
import { field, type PromptBlocks } from './prompt-blocks.ts'

/** What a prompt says of the brief. `words` is 0 where it says nothing. */
export type AskedBrief = {
  readonly title: string
  readonly form: string
  readonly language: string
  readonly words: number
  readonly text: string
  /** What is asked of the whole, wherever it is done. */
  readonly wholeAsks: readonly Demand[]
}

/** What a prompt says of the section to write. */
export type AskedSection = {
  /** Counted from 1; 0 where the prompt shows no section. */
  readonly number: number
  /** Sections in all; 0 where the prompt shows none. */
  readonly of: number
  readonly title: string
  readonly entry: string
  readonly words: number
  readonly owns: readonly string[]
}

/** What a section owes. `min` and `max` are words; `others` is whatever is more than words to say or to leave unsaid. */
export type AskedDuties = {
  readonly say: readonly string[]
  readonly never: readonly string[]
  readonly keep: readonly string[]
  readonly min: number
  readonly max: number
  readonly others: readonly Demand[]
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** The brief of a prompt. */
export const askedBrief = (blocks: PromptBlocks): AskedBrief => {
  const body = blocks.get('The brief') ?? ''
  const gap = body.indexOf('\n\n')
  const head = gap < 0 ? body : body.slice(0, gap)
  const asks = [...(blocks.get('Requirements') ?? '').matchAll(/^- The whole\. (?<line>.*)$/gmu)]
  return {
    title: field(head, 'Title'),
    form: field(head, 'Form'),
    language: field(head, 'Language') || 'en',
    words: Number(field(head, 'Words in all')) || 0,
    text: gap < 0 ? '' : body.slice(gap).trim(),
    wholeAsks: asks.flatMap(({ groups }) => demandOfLine(groups?.['line'] ?? '') ?? []),
  }
}

/** The section of a prompt; a nameless one where the prompt shows none. */
export const askedSection = (blocks: PromptBlocks): AskedSection => {
  const body = blocks.get('Your section') ?? ''
  const [first = ''] = body.split('\n')
  const owns = field(body, 'Only here')
  const { number, of, title } =
    /^Section (?<number>\d+) of (?<of>\d+): (?<title>.*)$/u.exec(first)?.groups ?? {}
  return {
    number: Number(number ?? 0),
    of: Number(of ?? 0),
    title: oneLine(title ?? ''),
    entry: oneLine(field(body, 'Entry')),
    words: Number(field(body, 'Words wanted')) || 0,
    owns: owns === '' ? [] : owns.split('; ').map(oneLine),
  }
}

const starts = new RegExp(`^- (?=(?:${leads.join('|')}): )`, 'mu')

/** The rules that every section keeps stand among the requirements. */
const common = (blocks: PromptBlocks): readonly string[] => {
  const all = (blocks.get('Requirements') ?? '').matchAll(
    /^- (?:The whole|Every .+?)\. (?<line>Keep to: .*)$/gmu,
  )
  return Array.from(all, ({ groups }) => groups?.['line'] ?? '')
}

/** The duties of a prompt. A duty may run over several lines; it ends where the next begins. */
export const askedDuties = (blocks: PromptBlocks): AskedDuties => {
  const own = (blocks.get('What it owes') ?? blocks.get('What it still owes') ?? '').split(starts)
  const items = blocks.has('Your section') ? [...own, ...common(blocks)] : own
  const say = new Set<string>()
  const never = new Set<string>()
  const keep: string[] = []
  const others: Demand[] = []
  let [min, max] = [0, Infinity]
  for (const demand of items.flatMap((item) => demandOfLine(oneLine(item)) ?? [])) {
    if (demand.kind === 'mentions') say.add(demand.params.text)
    else if (demand.kind === 'avoids') never.add(demand.params.text)
    else if (demand.kind === 'rule') keep.push(demand.params.text)
    else if (demand.kind === 'length') {
      min = Math.max(min, demand.params.min ?? 0)
      max = Math.min(max, demand.params.max ?? Infinity)
    } else others.push(demand)
  }
  return { say: [...say], never: [...never], keep, min, max, others }
}

/** The words to aim at: the middle of what is allowed, or near the plan's number where one end is open. */
export const targetWords = ({ min, max }: Pick<AskedDuties, 'min' | 'max'>, planned: number): number => {
  if (min > 0 && max < Infinity) return Math.round((min + max) / 2)
  const wanted = planned || 400
  if (max < Infinity) return wanted <= max ? wanted : Math.max(1, Math.floor(max * 0.9))
  return wanted >= min ? wanted : Math.round(min * 1.1)
}
