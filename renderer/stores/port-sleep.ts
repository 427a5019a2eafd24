import { runStatus } from '../../shared/questions/progress.ts'
import { startRun } from './actions.ts'
import { projectStore } from './project-store.ts'

/** Milliseconds after waking within which a run that ends in trouble is taken to have ended by the sleep. */
const aftermath = 180_000

const statusNow = () => runStatus(projectStore.getState().state)
const isAtWork = (): boolean => statusNow() === 'working' || statusNow() === 'awaits-time'

let slept: string | null = null

/** The machine falls asleep: remembers whether a run is at work. */
export const noteSleep = (): void => {
  slept = isAtWork() ? projectStore.getState().project : null
}

/** The machine is awake: a run that the sleep ends, now or soon, is started again, once. */
export const resumeAfterSleep = (): void => {
  const project = slept
  slept = null
  if (project === null) return
  const look = (): void => {
    if (projectStore.getState().project !== project) return stop()
    if (isAtWork()) return
    stop()
    if (statusNow() === 'blocked') void startRun()
  }
  const unsubscribe = projectStore.subscribe(look)
  const timer = setTimeout(() => stop(), aftermath)
  const stop = (): void => {
    clearTimeout(timer)
    unsubscribe()
  }
  look()
}
