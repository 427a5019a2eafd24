import type { Message } from '../../shared/model.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { memoryFor } from '../../shared/questions/memory-for.ts'
import type { Item } from '../../shared/questions/memory-items.ts'
import { memoryRoom } from '../../shared/questions/memory-room.ts'
import type { Section } from '../../shared/records.ts'
import { oneLine } from '../../shared/text/one-line.ts'
import { block, parts, quoted, type Prompt } from './context.ts'

const line = ({ kind, title, text }: Item): string => {
  const said = oneLine(text)
  switch (kind) {
    case 'whole':
      return `- All up to “${title}”: ${said}`
    case 'part':
    case 'summary':
      return `- “${title}”: ${said}`
    case 'fact':
    case 'text':
      return `- ${title}: ${said}`
  }
}

const told = (heading: string, items: readonly Item[]): Message | undefined =>
  block(heading, items.map(line).join('\n'))

/**
 * What was written before, as far as there is room: in brief, what holds from there on, and the texts right before it.
 * What is left out is named, with the reason.
 */
export const memoryParts = (state: ProjectState, section: Section, atMost = Infinity): Prompt => {
  const room = Math.min(atMost, memoryRoom(state, section))
  const { carried, leftOut } = memoryFor(state, section, room)
  const of = (...kinds: readonly Item['kind'][]): readonly Item[] =>
    carried.filter(({ kind }) => kinds.includes(kind))
  return parts(
    told('Written before it', of('whole', 'part', 'summary')),
    told('What holds', of('fact')),
    ...of('text').map(({ title, text }) => block(`The text of “${title}”`, quoted(text))),
    ...leftOut.map(({ name, why }): Message => ({ from: 'user', name, text: '', leftOut: why })),
  )
}
