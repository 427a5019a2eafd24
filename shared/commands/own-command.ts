import { AppError } from '../errors.ts'
import type { Command } from './command.ts'
import { checkTemplate, variablesIn } from './fill-template.ts'

/** The writer's own commands by id: each begins so. */
export const ownPrefix = 'own:'

/** How many commands a writer may keep. */
export const mostOwn = 100

const refuse = (sentence: string, next: string): never => {
  throw new AppError('usage', sentence, next)
}

/**
 * Checks a command of the writer's own: its instruction names only what exists, and asks for a note just where it uses
 * one. Throws `usage` with a sentence that says what is wrong.
 */
export const checkOwnCommand = ({ id, instruction, asks, length }: Command): void => {
  if (!id.startsWith(ownPrefix))
    refuse('This command comes with Longhand.', 'Save yours under a name of its own.')
  checkTemplate(instruction)
  const takesNote = variablesIn(instruction).includes('note')
  if (takesNote && asks === undefined)
    refuse('The instruction uses {note}, but nothing is asked.', 'Say what the note is an answer to.')
  if (!takesNote && asks !== undefined)
    refuse(
      'A note is asked for, but the instruction does not use {note}.',
      'Put {note} into the instruction.',
    )
  if (length && length.min > length.max)
    refuse('The least words are more than the most.', 'Change one of them.')
}
