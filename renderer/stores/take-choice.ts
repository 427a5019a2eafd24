import { runStatus } from '../../shared/questions/progress.ts'
import { perform, startRun, stopRun } from './actions.ts'
import { client } from './connection.ts'
import { modelName, modelStore, type RunChoice } from './model-store.ts'
import { notify } from './notices.ts'
import { openPath, projectStore } from './project-store.ts'

/**
 * Takes a choice for the runs to come. A run that waits for a server goes on with it at once; one that works keeps what it
 * began with, and the writer is told.
 */
export const takeChoice = async (choice: RunChoice): Promise<void> => {
  const before = JSON.stringify(modelStore.getState())
  modelStore.setState(choice)
  const { project, state } = projectStore.getState()
  if (project === null || JSON.stringify(modelStore.getState()) === before) return
  const status = runStatus(state)
  if (status === 'working') {
    notify(`The run that works goes on as it began. Stop and resume it to use ${modelName(choice.model.id)}.`)
  }
  if (status !== 'awaits-time') return
  await stopRun()
  await perform(() => client.runs.ended({ project: openPath() }))
  await startRun()
}
