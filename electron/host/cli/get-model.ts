import type { Command } from 'commander'
import { resolve } from 'node:path'
import { memory, size } from '../../../shared/byte-words.ts'
import type { Client } from '../../../shared/contract.ts'
import { commandLine } from './command-line.ts'
import { exits } from './outcome.ts'
import { jsonLine } from './report.ts'
import { say, type Session } from './session.ts'
import type { Line } from './spans.ts'

type Listed = Awaited<ReturnType<Client['catalogue']['list']>>[number]

const stands = ({ state, fits, suggested }: Listed): string => {
  if (state === 'here') return 'it is here'
  if (!fits) return 'more than this machine has'
  return suggested ? 'suggested for this machine' : ''
}

const listLines = (entry: Listed): readonly Line[] => {
  const { id, name, about, bytes, memory: needed, licence } = entry
  const standing = stands(entry)
  return [
    [id, { text: `  ${name}${standing && `: ${standing}`}`, style: 'dim' }],
    [{ text: `  ${about}`, style: 'dim' }],
    [{ text: `  ${size(bytes)}, runs in ${memory(needed)} of memory; ${licence}`, style: 'dim' }],
  ]
}

const writing = ({ env }: Session, model: string): string =>
  commandLine(env, 'write', 'brief.md', '--model', model)

/** `longhand models get`: the open models that can be had as a file. */
const listCatalogue = async (session: Session): Promise<number> => {
  const entries = await session.client.catalogue.list({ look: true })
  const example = entries.find(({ suggested }) => suggested) ?? entries[0]
  const line = commandLine(session.env, 'models', 'get', example?.id)
  say(session, ...entries.flatMap(listLines), [`Get one by its id, like this: ${line}`])
  if (session.json) session.print(jsonLine({ catalogue: entries }))
  return exits.done
}

/** `longhand models get ID`: fetches a file of the catalogue, or goes on with it. Ctrl-C holds it; what is there is kept. */
const getModel = async (session: Session, id: string): Promise<number> => {
  const { client, stopping, screen } = session
  const hold = (): void => void client.catalogue.pause({ id })
  stopping.addEventListener('abort', hold, { once: true })
  let trouble: string | undefined
  for await (const news of await client.catalogue.download({ id })) {
    const { received, bytes, bytesPerSecond, state } = news
    const checking = state === 'checking' ? 'checking ' : ''
    screen.draw([[`${checking}${size(received)} of ${size(bytes)}, ${size(bytesPerSecond)} a second`]])
    // What is told while it goes on all the same.
    if (state !== 'paused' && news.trouble !== undefined && news.trouble !== trouble) {
      screen.draw([])
      session.complain(news.trouble)
    }
    trouble = news.trouble
  }
  screen.draw([])
  const entry = (await client.catalogue.list({})).find((each) => each.id === id)
  const { state = 'none', model = '' } = entry ?? {}
  if (session.json) session.print(jsonLine({ id, state, model, ...(trouble !== undefined && { trouble }) }))
  if (state === 'here') {
    say(session, [`${entry?.name} is here. Write with: ${writing(session, model)}`])
    return exits.done
  }
  session.complain(trouble ?? 'Held. What has arrived is kept; the same command goes on.')
  return stopping.aborted ? exits.stopped : exits.model
}

/** `longhand models add FILE`: makes a GGUF file a model, where it stands. */
const addModel = async (session: Session, file: string): Promise<number> => {
  const { model } = await session.client.catalogue.addFile({ path: resolve(session.folder, file) })
  say(session, [`Write with: ${writing(session, model)}`])
  if (session.json) session.print(jsonLine({ model }))
  return exits.done
}

type Perform = (json: boolean, command: (session: Session) => Promise<number>) => Promise<void>

/** The commands below `longhand models` that bring a model here. */
export const addGettingCommands = (models: Command, perform: Perform): void => {
  const isJson = (command: Command): boolean => command.optsWithGlobals<{ json?: boolean }>().json === true
  models
    .command('get [ID]')
    .description('fetch an open model as a file, checked and ready; without ID, say which there are')
    .action((id: string | undefined, _: unknown, command: Command) =>
      perform(isJson(command), (session) =>
        id === undefined ? listCatalogue(session) : getModel(session, id),
      ),
    )
  models
    .command('add <FILE>')
    .description('write with a GGUF file of your own, where it stands')
    .action((file: string, _: unknown, command: Command) =>
      perform(isJson(command), (session) => addModel(session, file)),
    )
}
