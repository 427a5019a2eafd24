import type { Units } from '../../records.ts'
import type { Placement } from '../placement.ts'
import { nounOfLabel, plural } from './nouns.ts'

type Words = {
  readonly whole: string
  readonly each: string
  one(at: number): string
  range(from: number, to: number): string
  every(n: number, from: number, to: number | undefined): string
  list(units: readonly number[]): string
}

const listed = (units: readonly number[], and: string): string => {
  const [last, ...rest] = units.toReversed()
  return rest.length === 0 ? `${last ?? ''}` : `${rest.toReversed().join(', ')} ${and} ${last ?? ''}`
}

const english = (label: string): Words => {
  const unit = nounOfLabel(label)
  const units = plural(unit)
  return {
    whole: 'anywhere in the work',
    each: `in every ${unit}`,
    one: (at) => `in ${unit} ${at}`,
    range: (from, to) => `from ${unit} ${from} to ${unit} ${to}`,
    every: (n, from, to) =>
      `every ${n} ${n === 1 ? unit : units} from ${unit} ${from}${to === undefined ? '' : ` until ${unit} ${to}`}`,
    list: (numbers) => `in ${units} ${listed(numbers, 'and')}`,
  }
}

const chinese = (label: string): Words => ({
  whole: '全文',
  each: `每${label}`,
  one: (at) => `第${at}${label}`,
  range: (from, to) => `从第${from}${label}到第${to}${label}`,
  every: (n, from, to) =>
    `从第${from}${label}开始，每${n}${label}一次${to === undefined ? '' : `，到第${to}${label}为止`}`,
  list: (units) => `第${units.join('、')}${label}`,
})

/** What a unit is called in Chinese. */
const hanLabels: Readonly<Record<string, string>> = {
  week: '周',
  day: '天',
  chapter: '章',
  section: '节',
  part: '部分',
  act: '幕',
  episode: '集',
  month: '月',
  year: '年',
  floor: '层',
  block: '街区',
  letter: '封信',
  entry: '篇',
  lesson: '课',
  page: '页',
}

/**
 * A placement as a writer would say it, to stand behind a verb: "every 5 weeks from week 13". What it says is read back
 * as the same placement where the units are the same. `language` is a BCP 47 code; all but Chinese is English.
 */
export const placementPhrase = (
  placement: Placement,
  { label = 'Section' }: { readonly label?: string } | Units = {},
  language = 'en',
): string => {
  const unit = nounOfLabel(label)
  const words = language.startsWith('zh') ? chinese(hanLabels[unit] ?? label) : english(label)
  switch (placement.where) {
    case 'document':
      return words.whole
    case 'each':
      return words.each
    case 'once':
      return words.one(placement.at)
    case 'range':
      return words.range(placement.from, placement.to)
    case 'every':
      return words.every(placement.n, placement.from, placement.to)
    case 'some':
      return words.list(placement.units)
  }
}
