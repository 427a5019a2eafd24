import { desk } from '../../../shared/questions/drafts.ts'
import { leaves } from '../../../shared/questions/outline.ts'
import { question } from '../../../shared/questions/question.ts'

/** The columns whose sections are being drafted now. */
export const draftedColumns = question(['draft', 'section'], (state): readonly number[] =>
  leaves(state).flatMap(({ id }, column) => (desk(state, id).streaming ? [column] : [])),
)
