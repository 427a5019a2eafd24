import type { Units } from '../../records.ts'
import type { Demand } from '../demand.ts'
import type { Placement } from '../placement.ts'
import { readRequirements } from './read-requirements.ts'
import type { ReadRequirement } from './reading.ts'

/** Readings as lines that a test table can hold: a place, then what is asked there. */

const place = (placement: Placement): string => {
  switch (placement.where) {
    case 'document':
      return 'all'
    case 'each':
      return 'each'
    case 'once':
      return `${placement.at}`
    case 'range':
      return `${placement.from}-${placement.to}`
    case 'every': {
      const { n, from, to } = placement
      return `${from}+${n}${to === undefined ? '' : `..${to}`}`
    }
    case 'some':
      return placement.units.join(',')
  }
}

const bounds = ({
  min,
  max,
}: {
  readonly min?: number | undefined
  readonly max?: number | undefined
}): string => `${min ?? ''}-${max ?? ''}`

const asked = ({ kind, params }: Demand): string => {
  switch (kind) {
    case 'length':
      return `length ${bounds(params)}`
    case 'mentions':
      return `${params.loosely ? 'treat' : 'say'} ${params.text}`
    case 'avoids':
      return `avoid ${params.text}`
    case 'rule':
      return `rule ${params.text}`
    case 'repeats':
      return `repeat ${params.text} ${bounds(params)}`
    case 'pattern':
      return `${params.not ? 'no' : 'has'} ${params.has}${params.min === undefined ? '' : ` ${params.min}`}`
    case 'opening':
      return `opens ${params.form ?? params.text}`
    case 'closing':
      return `closes ${params.form ?? params.text}`
    case 'voice':
      return ['voice', params.person, params.tense, params.of && `of ${params.of}`].filter(Boolean).join(' ')
    case 'language':
      return `language ${params.code}`
    case 'cites':
      return `cites ${params.min}`
  }
}

const line = ({ demand, placement, placed, only }: ReadRequirement): string =>
  `${placed ? place(placement) : '?'} ${asked(demand)}${only ? ' (only)' : ''}`

/** What a brief asks, one line each. */
export const shown = (text: string, known?: Partial<Units>): readonly string[] =>
  readRequirements(text, known).requirements.map(line)

/** Where a brief asks it, without what. */
export const places = (text: string, known?: Partial<Units>): readonly string[] =>
  readRequirements(text, known).requirements.map(({ placement, placed }) => (placed ? place(placement) : '?'))

/** The units of a brief on one line: label, count, first day, span, grid, words each; then the words of the whole. */
export const unitsShown = (text: string): string => {
  const { units, words } = readRequirements(text)
  const { label, count, from, span, grid, words: each } = units ?? {}
  const parts = [
    label,
    count,
    from,
    span,
    grid && `${grid.width}x${grid.height}`,
    each && `each ${bounds(each)}`,
  ]
  return [...parts, words && `whole ${bounds(words)}`]
    .filter((part) => part !== undefined && part !== null)
    .join(' ')
}
