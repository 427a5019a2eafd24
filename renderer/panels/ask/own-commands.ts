import { useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Command } from '../../../shared/commands/command.ts'
import { client } from '../../stores/connection.ts'
import { keepDone } from '../../stores/undo-stack.ts'

const known = createStore<{ readonly own: readonly Command[] }>(() => ({ own: [] }))

const load = async (): Promise<void> => known.setState({ own: await client.commands.list({}) })

const save = async (command: Command): Promise<void> => {
  await client.commands.save(command)
  await load()
}

const remove = async (id: Command['id']): Promise<void> => {
  await client.commands.remove({ id })
  await load()
}

const forget = async (id: Command['id']): Promise<void> => {
  const gone = known.getState().own.find((each) => each.id === id)
  await remove(id)
  if (!gone) return
  const name = `Forgetting of “${gone.name}”`
  keepDone({ name, at: Date.now(), undo: () => save(gone), redo: () => remove(id) })
}

/** The writer's own commands, with what saves and forgets one; each throws `AppError`. Undo brings back what was forgotten. */
export const useOwnCommands = () => {
  // Without a connection there are none, and the page says why.
  useEffect(() => void load().catch(() => {}), [])
  const own = useStore(known, (now) => now.own)
  return { own, save, forget }
}
