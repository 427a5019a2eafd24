import { z } from 'zod'
import { commandSchema } from '../commands/command.ts'
import { base } from './base.ts'

export const commands = {
  /** The writer's own commands, in the order in which they were first saved. */
  list: base.input(z.object({})).output(z.array(commandSchema).readonly()),
  /** Saves one of the writer's own commands, in place of one with its id. Fails where its instruction is not in order. */
  save: base.input(commandSchema).output(z.void()),
  /** Forgets one of the writer's own commands. */
  remove: base.input(z.object({ id: commandSchema.shape.id })).output(z.void()),
}
