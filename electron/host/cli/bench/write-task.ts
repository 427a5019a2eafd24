import { gradeCost, type CostGrade } from './grading/grade-cost.ts'
import { gradeDocument, type DocumentGrade } from './grading/grade-document.ts'
import type { Task } from './grading/task.ts'
import { writeDocument, type WrittenDocument, type Writing } from './write-document.ts'

/** One document: what it is worth, what it cost, and how its run ended. */
export type WrittenTask = Omit<WrittenDocument, 'markdown' | 'saved'> & {
  readonly task: Task
  readonly grade: DocumentGrade
  readonly cost: CostGrade
}

/** Writes one task's document from its prompt, just as it is, and grades it. */
export const writeTask = async (task: Task, writing: Writing): Promise<WrittenTask> => {
  const { markdown, saved, ...rest } = await writeDocument({ prompt: task.prompt, name: task.id }, writing)
  return {
    task,
    grade: gradeDocument(task, markdown),
    cost: gradeCost(task.number, saved),
    ...rest,
  }
}
