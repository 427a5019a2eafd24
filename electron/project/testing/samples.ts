import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Draft, RecordOf } from '../../../shared/records.ts'

/** An empty folder that goes when the test has ended. */
export const testFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The names in a folder, sorted. */
export const namesIn = (folder: string): readonly string[] => readdirSync(folder).toSorted()

export const sampleProject = { id: 'project:1', title: 'Harbour', seed: 1, createdAt: 1 } as const

export const draft = (name: string, parts: Partial<Draft> = {}): Draft => ({
  id: `draft:${name}`,
  section: 'section:1',
  author: 'model',
  parent: null,
  root: `draft:${name}`,
  round: 0,
  edition: 0,
  standing: 'current',
  text: `Text of ${name}.`,
  at: 1,
  ...parts,
})

export const memory = (name: string, fact = 'is tall'): RecordOf<'memory'> => ({
  id: `memory:${name}`,
  section: 'section:1',
  about: 'person',
  name,
  fact,
  madeFrom: 'hash',
})

export const body = (name: string, reply = 'Reply.'): RecordOf<'body'> => ({
  id: `body:${name}`,
  prompt: [{ from: 'user', text: 'Write.' }],
  reply,
  thinking: '',
})

/** A clock that stands still until it is moved. */
export const manualClock = () => {
  let time = 0
  const timers = new Set<{ readonly due: number; readonly run: () => void }>()
  const advance = (ms: number): void => {
    const end = time + ms
    const next = () => [...timers].filter(({ due }) => due <= end).toSorted((a, b) => a.due - b.due)[0]
    for (let timer = next(); timer; timer = next()) {
      timers.delete(timer)
      time = timer.due
      timer.run()
    }
    time = end
  }
  const setTimer = (run: () => void, ms: number) => {
    const timer = { due: time + ms, run }
    timers.add(timer)
    return () => void timers.delete(timer)
  }
  return { now: () => time, setTimer, advance, waiting: () => timers.size }
}
