import {
  cellNames,
  verdictAt,
  type CellName,
  type MatrixColumn,
} from '../../../shared/questions/constraint-matrix.ts'
import type { DutyVerdict } from '../../../shared/questions/verdicts.ts'
import type { ProjectState } from '../../../shared/project-state.ts'
import { bandTally } from './draw-band.ts'
import type { Strand, Thread } from './loom-threads.ts'

/** How one cell stands: that of the whole work where only that can keep it. */
export const standOf = ({ row }: Thread, column: number): CellName =>
  row.reach === 'whole' ? row.whole : (cellNames[row.cells[column] ?? 0] ?? 'empty')

/** What one cell rests on; null where nothing is owed. */
export const restsOn = (state: ProjectState, { row }: Thread, column: number): DutyVerdict | null =>
  verdictAt(state, row, row.reach === 'whole' ? -1 : column)

/** A thread's name, spoken. */
export const spokenName = ({ word, name }: Thread): string => `${word} “${name}”`

const tallyWords = (threads: readonly Thread[], column: number): string => {
  const tally = bandTally(threads, column)
  return (['broken', 'unsure', 'owed', 'kept'] as const)
    .flatMap((name) => (tally[name] > 0 ? [`${tally[name]} ${name}`] : []))
    .join(', ')
}

/** All that a cell says, in one sentence: the requirement, the section, how it stands and the quoted place. */
export const cellSentence = (
  state: ProjectState,
  strand: Strand | undefined,
  columns: readonly MatrixColumn[],
  column: number,
): string => {
  const title = columns[column]?.title ?? ''
  if (!strand) return ''
  if (strand.is === 'band') return `In every section, ${title}: ${tallyWords(strand.threads, column)}`
  const { thread } = strand
  const stand = standOf(thread, column)
  const place = thread.row.reach === 'whole' ? 'the whole work' : title
  const said = stand === 'empty' ? null : restsOn(state, thread, column)
  return `Requirement ${spokenName(thread)}, ${place}: ${stand === 'empty' ? 'not owed' : stand}${
    said?.quote ? `, “${said.quote}”` : ''
  }`
}
