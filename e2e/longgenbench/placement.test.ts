import { describe, expect, test } from 'vitest'
import { dutiesByUnit } from '../../electron/host/cli/duties-by-unit.ts'
import { checksOf } from '../../electron/host/cli/bench/grading/checks-of.ts'
import { gradePlacement } from '../../electron/host/cli/bench/grading/grade-placement.ts'
import { placementRates } from '../../electron/host/cli/bench/grading/rates.ts'
import { contentWords, wordsOf } from '../../electron/host/cli/bench/grading/label-words.ts'
import { checkKinds } from '../../electron/host/cli/bench/grading/task.ts'
import { readBrief } from '../../shared/brief.ts'
import { allTasks, dataFiles, sayWhatIsMissing } from './data-files.ts'

if (dataFiles.length === 0) sayWhatIsMissing('where the requirements of the benchmark’s prompts are placed')

/** Words of a duty that no label of its task has: a weekday, "special dish". More would be another sentence's. */
const mostSpare = 4

describe.skipIf(dataFiles.length === 0)(
  'the requirements of the benchmark’s prompts, just as they are',
  async () => {
    const tasks = await allTasks()
    const byType = Map.groupBy(tasks, ({ type, number }) => `${type} of ${number}`)

    test.each([...byType.keys()])('are placed where the labels have them: %s', (type) => {
      const grades = (byType.get(type) ?? []).map((task) => ({
        task,
        grade: gradePlacement(task, dutiesByUnit(readBrief(task.prompt))),
      }))
      const rates = placementRates(grades.map(({ grade }) => grade))
      const amiss = grades.flatMap(({ task, grade }) => [
        ...grade.checks
          .filter(({ isFound }) => !isFound)
          .map(({ unit, label }) => `${task.id} misses ${unit}: ${label}`),
        ...grade.duties
          .filter(({ isRight }) => !isRight)
          .map(({ unit, duty }) => `${task.id} has ${unit}: ${duty}`),
      ])
      const least = [...checkKinds, 'all' as const].flatMap((kind) => [
        rates[kind].recall ?? 1,
        rates[kind].precision ?? 1,
      ])
      expect(Math.min(...least), amiss.slice(0, 40).join('\n')).toBeGreaterThanOrEqual(0.999)
    })

    test.each([...byType.keys()])('say what is owed and little else: %s', (type) => {
      const wordy = (byType.get(type) ?? []).flatMap((task) => {
        const { all, lost } = checksOf(task)
        const labelled = wordsOf([...all, ...lost].map(({ label }) => label).join(' '))
        const spare = (duty: string) => contentWords(duty).filter((word) => !labelled.has(word)).length
        const owed = new Set(Object.values(dutiesByUnit(readBrief(task.prompt))).flat())
        return [...owed].filter((duty) => spare(duty) > mostSpare).map((duty) => `${task.id}: ${duty}`)
      })
      expect(wordy).toEqual([])
    })
  },
)
