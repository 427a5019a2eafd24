import { describe, expect, test } from 'vitest'
import { isFaulty, labelFaults } from '../../electron/host/cli/bench/grading/label-faults.ts'
import { checkKinds, labelsOf } from '../../electron/host/cli/bench/grading/task.ts'
import { dataFiles, developmentTasks, sayWhatIsMissing } from './data-files.ts'

if (dataFiles.length === 0) sayWhatIsMissing('whether the listed faults of the labels are still there')

describe.skipIf(dataFiles.length === 0)('the faults of the benchmark’s labels', async () => {
  const tasks = await developmentTasks()

  test.each(labelFaults)('is still there: $task, $kind $key: $fault', (fault) => {
    const found = tasks.filter(({ id, number }) => id === fault.task && number === fault.units)
    expect(found.map((task) => isFaulty(fault, task))).toEqual([true])
  })

  test('are listed wherever a key is no plain number', () => {
    const padded = tasks.flatMap((task) =>
      checkKinds.flatMap((kind) =>
        Object.keys(labelsOf(task, kind))
          .filter((key) => key !== String(Number(key)))
          .map((key) => `${task.id} of ${task.number}, ${kind} ${key}`),
      ),
    )
    const listed = labelFaults
      .filter(({ key }) => key !== String(Number(key)))
      .map(({ task, units, kind, key }) => `${task} of ${units}, ${kind} ${key}`)
    expect(padded.toSorted()).toEqual(listed.toSorted())
  })
})
