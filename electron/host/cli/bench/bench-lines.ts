import { figure, inWords } from '../figures.ts'
import type { Line } from '../spans.ts'
import { costLines } from './cost-report.ts'
import type { BenchReport, DocumentsReport } from './bench-report.ts'
import type { ByKind, HeldRate, PlacementRate } from './grading/rates.ts'

const kinds = ['once', 'range', 'periodic', 'all'] as const

/** A share as a percentage with two decimals, cut and not rounded, so that 100 means all. */
export const percent = (value: number | null): string =>
  value === null ? '-' : `${(Math.floor(value * 10_000) / 100).toFixed(2)} %`

const placementLine = (name: string, rates: ByKind<PlacementRate>): Line => [
  name.padEnd(11),
  ...kinds.map((kind) => {
    const { recall, precision } = rates[kind]
    return `${kind} ${percent(recall)} / ${percent(precision)}`.padEnd(kind === 'all' ? 0 : 32)
  }),
]

const fewest = 20

const listed = (heading: string, all: readonly string[]): readonly Line[] => [
  ...all.slice(0, fewest).map((each): Line => [{ text: `${heading} ${each}`, style: 'bad' }]),
  ...(all.length > fewest ? [[`${heading} ${figure(all.length - fewest)} more; --json has them all.`]] : []),
]

/** How well the duties were placed, as a table: recall and precision of each kind of check, by type of unit. */
export const placementLines = ({ tasks, placement }: BenchReport): readonly Line[] => [
  [`Placement of ${figure(tasks.placed)} prompts, recall / precision:`],
  ...Object.entries(placement.byType).map(([type, rates]) => placementLine(type, rates)),
  placementLine('All', placement.all),
  [
    `${figure(placement.all.all.found)} of ${figure(placement.all.all.checks)} checks found, `,
    `${figure(placement.all.all.right)} of ${figure(placement.all.all.duties)} duties right; `,
    `${figure(placement.excused)} faults of the labels excused.`,
  ],
  ...listed('missed', placement.missed),
  ...listed('wrong ', placement.wrong),
]

const heldLine = (kind: (typeof kinds)[number], rate: HeldRate): Line => [
  `${kind.padEnd(10)}${percent(rate.overAll)} of ${figure(rate.checks)} checks, `,
  `${percent(rate.overWritten)} over the units that exist`,
]

const asked = ({ min, max }: DocumentsReport['words']['asked']): string => {
  if (min === null) return 'not said how many were asked'
  return max === null ? `at least ${figure(min)} asked` : `${figure(min)} to ${figure(max)} asked`
}

/** What the documents are worth and what they cost. */
export const documentLines = (documents: DocumentsReport, count: number): readonly Line[] => {
  const { units, held, words, calls, tokens, seconds } = documents
  return [
    [
      `${figure(count)} documents: ${figure(units.written)} of ${figure(units.asked)} units written, `,
      percent(units.completion),
    ],
    ...kinds.map((kind) => heldLine(kind, held[kind])),
    [
      `${inWords(words.written)}, ${asked(words.asked)}; ${percent(words.within)} of the units are as long as asked`,
    ],
    [
      `${figure(calls)} calls, ${figure(tokens.input)} tokens in, ${figure(tokens.output)} out, ${figure(Math.round(seconds))} s`,
    ],
    ...(documents.cost ? costLines(documents.cost) : []),
    ...listed('missing', documents.missing),
    ...listed('length', documents.offLength),
    ...listed('unfinished', documents.unfinished),
  ]
}
