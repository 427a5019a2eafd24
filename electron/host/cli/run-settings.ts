import type { ModelChoice, Role } from '../../../shared/model.ts'
import type { Run } from '../../../shared/records.ts'
import { settingsSaid } from '../../app/settings-said.ts'
import { choosing } from './choices.ts'
import { reachOf, type RunFlags } from './flags.ts'
import type { Session } from './session.ts'
import type { Settings } from './work.ts'

type Given = Readonly<Record<Role, readonly string[]>>

const limitsOf = (flags: RunFlags, run: Run | undefined): Partial<Settings> => {
  const maxTokens = flags.maxTokens ?? run?.maxTokens
  const maxMoney = flags.maxMoney ?? run?.maxMoney
  const maxMinutes = flags.maxMinutes ?? run?.maxMinutes
  return {
    ...(maxTokens !== undefined && { maxTokens }),
    ...(maxMoney !== undefined && { maxMoney }),
    ...(maxMinutes !== undefined && { maxMinutes }),
  }
}

/** The models by role: those given, with the fallbacks behind each; those of the last run where nothing is given. */
const rolesOf = (flags: RunFlags, main: string, run: Run | undefined): Given | undefined => {
  const { planner, reviewer, fallback = [] } = flags
  const isAsBefore = flags.model === undefined && !planner && !reviewer && fallback.length === 0
  if (isAsBefore && run?.roles) {
    const { planner: p = [], writer: w = [], reviewer: r = [] } = run.roles
    return { planner: p, writer: w, reviewer: r }
  }
  if (!planner && !reviewer && fallback.length === 0) return undefined
  const line = (first: string | undefined): readonly string[] => [first ?? main, ...fallback]
  return { planner: line(planner), writer: line(undefined), reviewer: line(reviewer) }
}

/** How a run is to work: as the flags say, and where they say nothing as in the last run. Throws `AppError`. */
export const runSettings = (flags: RunFlags, env: Session['env'], run?: Run): Settings => {
  const id = flags.model ?? run?.model ?? 'practice'
  const chosen = choosing(id, reachOf(flags, env))
  const main = chosen(id)
  const settings = flags.set && settingsSaid(main.id, flags.set)
  const choice = (given: string): ModelChoice => {
    const made = chosen(given)
    return made.id === main.id && settings ? { ...made, settings } : made
  }
  const roles = rolesOf(flags, id, run)
  const lanes = flags.lanes ?? (flags.model === undefined ? run?.lanes : undefined)
  return {
    model: choice(id),
    approve: flags.approve ?? run?.approve ?? 'auto',
    ...(lanes !== undefined && { lanes }),
    ...(roles && {
      roles: {
        planner: roles.planner.map(choice),
        writer: roles.writer.map(choice),
        reviewer: roles.reviewer.map(choice),
      },
    }),
    ...(flags.embedding !== undefined && { embedding: choice(flags.embedding) }),
    ...limitsOf(flags, run),
  }
}
