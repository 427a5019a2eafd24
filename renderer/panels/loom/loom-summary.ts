import {
  cellNames,
  type ConstraintMatrix,
  type MatrixColumn,
  type MatrixRow,
} from '../../../shared/questions/constraint-matrix.ts'
import { spokenName } from './cell-words.ts'
import { threadOf } from './loom-threads.ts'

const most = 20

type Places = { readonly columns: readonly MatrixColumn[]; readonly places: readonly string[] }
const known = new WeakMap<MatrixRow, Places>()

/** Where one requirement wants looking at: worked out once a row, as rows are the same until they change. */
const placesOf = (row: MatrixRow, columns: readonly MatrixColumn[]): readonly string[] => {
  const last = known.get(row)
  if (last?.columns === columns) return last.places
  const { broken, unsure } = row.tally
  const name = broken + unsure > 0 ? spokenName(threadOf(row)) : ''
  const cells = broken + unsure > 0 ? Array.from(row.cells) : []
  const places = cells.flatMap((code, i) => {
    const stand = cellNames[code]
    return stand === 'broken' || stand === 'unsure' ? [`${name} is ${stand} in ${columns[i]?.title}.`] : []
  })
  known.set(row, { columns, places })
  return places
}

/** The loom in plain words: what is counted, and each place that wants looking at (the first 20 of them). */
export const loomSummary = ({ rows, columns, tally }: ConstraintMatrix): string => {
  const { kept, broken, unsure, owed } = tally
  const counted = `${rows.length} requirements over ${columns.length} sections: ${kept} kept, ${broken} broken, ${unsure} unsure, ${owed} owed.`
  const places = rows.flatMap((row) => placesOf(row, columns))
  const rest = places.length > most ? ` And ${places.length - most} more.` : ''
  return `${[counted, ...places.slice(0, most)].join(' ')}${rest}`
}
