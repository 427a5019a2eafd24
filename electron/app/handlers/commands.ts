import { createOwnCommands } from '../own-commands.ts'
import type { Platform } from '../platform.ts'
import type { Procedures } from '../procedures.ts'

/** What is done with the writer's own commands. */
export const commandHandlers = (os: Procedures, { settings }: Platform) => {
  const own = createOwnCommands(settings)
  return {
    list: os.commands.list.handler(() => own.list()),
    save: os.commands.save.handler(({ input }) => own.save(input)),
    remove: os.commands.remove.handler(({ input }) => own.remove(input.id)),
  }
}
