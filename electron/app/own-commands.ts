import { z } from 'zod'
import { keptCommandSchema, type Command } from '../../shared/commands/command.ts'
import { checkOwnCommand, mostOwn } from '../../shared/commands/own-command.ts'
import { AppError } from '../../shared/errors.ts'
import { changeSettings, type Settings } from './settings-file.ts'

/** The writer's own commands, kept in the settings. */
export type OwnCommands = {
  readonly list: () => Promise<readonly Command[]>
  /** Throws `usage` where the command is not in order, or there are too many. */
  readonly save: (command: Command) => Promise<void>
  readonly remove: (id: string) => Promise<void>
}

const kept = z.looseObject({ commands: z.array(z.unknown()).catch([]) }).catch({ commands: [] })

/** What can be read of what was kept: one command that is damaged takes none of the others with it. */
const readable = (all: readonly unknown[]): readonly Command[] =>
  all.flatMap((each) => {
    const read = keptCommandSchema.safeParse(each)
    return read.success ? [read.data] : []
  })

const saved = (before: readonly Command[], command: Command): readonly Command[] => {
  const isKnown = before.some(({ id }) => id === command.id)
  if (isKnown) return before.map((each) => (each.id === command.id ? command : each))
  if (before.length < mostOwn) return [...before, command]
  throw new AppError('usage', `There are ${mostOwn} commands of your own already.`, 'Remove one of them.')
}

/** The own commands of a user. */
export const createOwnCommands = (settings: Settings): OwnCommands => {
  const change = (make: (before: readonly Command[]) => readonly Command[]): Promise<void> =>
    changeSettings(settings, (value) => {
      const before = kept.parse(value)
      return { ...before, commands: make(readable(before.commands)) }
    })
  return {
    list: async () => readable(kept.parse(await settings.read()).commands),
    save: async (command) => {
      checkOwnCommand(command)
      await change((before) => saved(before, command))
    },
    remove: (id) => change((before) => before.filter((each) => each.id !== id)),
  }
}
