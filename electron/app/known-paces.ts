import { z } from 'zod'
import { verbs } from '../../shared/model.ts'
import { addPaces, halved, paceOf, type Pace } from '../../shared/pace.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import type { Run } from '../../shared/records.ts'
import { changeSettings, type Settings } from './settings-file.ts'

const amount = z.number().nonnegative()
const figures = z.object({ calls: amount, input: amount, cached: amount, output: amount, ms: amount })
const paces = z.record(z.string(), z.partialRecord(z.enum(verbs), figures))
const kept = z.looseObject({ paces: paces.catch({}) }).catch({ paces: {} })

/** Calls of any verb from which on all older ones count half, so that their numbers keep their relation. */
const most = 500

const isFull = (pace: Pace): boolean => Object.values(pace).some(({ calls }) => calls > most)

/** What models did in earlier runs, kept for this user by model id: what an estimate rests on. */
export const pastPace = async (settings: Settings, model: string): Promise<Pace> =>
  kept.parse(await settings.read()).paces[model] ?? {}

/** Adds the calls of one run. That the settings cannot be written is no reason to fail. */
export const notePace = async (settings: Settings, state: ProjectState, run: Run['id']): Promise<void> => {
  const calls = [...state.call.values()].filter((call) => call.run === run)
  try {
    await changeSettings(settings, (value) => {
      const before = kept.parse(value)
      const after = [...Map.groupBy(calls, ({ model }) => model)].map(([model, all]) => {
        const known = before.paces[model] ?? {}
        return [model, addPaces(isFull(known) ? halved(known) : known, paceOf(all))] as const
      })
      return { ...before, paces: { ...before.paces, ...Object.fromEntries(after) } }
    })
  } catch {
    // The next run is estimated from what was known before.
  }
}
