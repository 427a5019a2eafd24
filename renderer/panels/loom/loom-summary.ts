import { cellNames, type ConstraintMatrix } from '../../../shared/questions/constraint-matrix.ts'
import { spokenName } from './cell-words.ts'
import { threadOf } from './loom-threads.ts'

const most = 20

/** The loom in plain words: what is counted, and each place that wants looking at (the first 20 of them). */
export const loomSummary = ({ rows, columns, tally }: ConstraintMatrix): string => {
  const counted = `${rows.length} requirements over ${columns.length} sections: ${tally.kept} kept, ${tally.broken} broken, ${tally.unsure} unsure, ${tally.owed} owed.`
  const places = rows.flatMap((row) => {
    const name = spokenName(threadOf(row))
    const cells = Array.from(row.cells, (code, i) => ({ stand: cellNames[code], title: columns[i]?.title }))
    return cells
      .filter(({ stand }) => stand === 'broken' || stand === 'unsure')
      .map(({ stand, title }) => `${name} is ${stand} in ${title}.`)
  })
  const rest = places.length > most ? ` And ${places.length - most} more.` : ''
  return `${[counted, ...places.slice(0, most)].join(' ')}${rest}`
}
