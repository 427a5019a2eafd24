import { useEffect, useState } from 'react'
import type { Command } from '../../../shared/commands/command.ts'
import { client } from '../../stores/connection.ts'

/** The writer's own commands, with what saves and forgets one; each throws `AppError`. */
export const useOwnCommands = () => {
  const [own, setOwn] = useState<readonly Command[]>([])
  const load = async () => setOwn(await client.commands.list({}))
  // Without a connection there are none, and the page says why.
  useEffect(() => void load().catch(() => {}), [])
  return {
    own,
    save: async (command: Command): Promise<void> => {
      await client.commands.save(command)
      await load()
    },
    forget: async (id: Command['id']): Promise<void> => {
      await client.commands.remove({ id })
      await load()
    },
  }
}
