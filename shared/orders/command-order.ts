import type { Command } from '../commands/command.ts'
import { commandWords } from '../commands/command.ts'
import { fillTemplate, variablesIn } from '../commands/fill-template.ts'
import { AppError } from '../errors.ts'
import type { ProjectState } from '../project-state.ts'
import { desk } from '../questions/drafts.ts'
import { textHash } from '../questions/text-hash.ts'
import type { Draft, Order, SectionId } from '../records.ts'
import { placeIn, type Place } from '../text/edits.ts'
import { hashOf } from '../text/hash.ts'
import { oneLine } from '../text/one-line.ts'
import { countWords } from '../text/words.ts'
import { orderTarget } from './order-target.ts'

/** What a command is given for: a section, maybe a part of its text, maybe a note. `at` is in ms. */
export type Given = {
  readonly section: SectionId
  readonly selection?: Place
  readonly note?: string
  readonly at: number
}

/** Words up to which an instruction repeats a selection. */
const repeatedWords = 12

const refuse = (sentence: string, next: string): never => {
  throw new AppError('usage', sentence, next)
}

const currentOf = (state: ProjectState, section: SectionId): Draft => {
  const { current } = desk(state, section)
  if (current?.text.trim()) return current
  return refuse('This section has no text yet.', 'Write something, or have it drafted.')
}

const filled = (state: ProjectState, command: Command, given: Given, passage: string): string => {
  const [brief] = state.brief.values()
  const words = countWords(passage)
  return fillTemplate(command.instruction, {
    selection: words <= repeatedWords ? `“${oneLine(passage)}”` : 'the passage',
    section: state.section.get(given.section)?.title ?? '',
    title: brief?.title ?? '',
    words: String(words),
    language: brief?.language ?? 'en',
    note: oneLine(given.note ?? ''),
    voice: brief?.voice ?? 'that of the text around it',
  })
}

const wordsFor = (
  state: ProjectState,
  { length, where }: Command,
  { section, selection }: Given,
  passage: string,
): Pick<Order, 'words'> => {
  const isWhole = where === 'whole' || (where === 'replace' && !selection)
  const planned = isWhole ? (state.section.get(section)?.words ?? null) : null
  const words = commandWords(length, countWords(passage), planned)
  return words ? { words } : {}
}

/** What is selected, with what stands around it: only so may it begin or end within a word. */
const selectedIn = (text: string, selection: Place | undefined): Place | undefined =>
  selection && text.slice(selection.from, selection.to) === selection.quote
    ? placeIn(text, selection)
    : selection

/**
 * The order that a command makes, asked for: of what is selected, else of the whole section. Throws `usage` where the
 * command lacks a text, a selection or its note, and `stale` where what was selected stands there no longer.
 */
export const commandOrder = (state: ProjectState, command: Command, given: Given): Order => {
  const { section, at, note = '' } = given
  const current = currentOf(state, section)
  const selection = command.needs === 'section' ? undefined : selectedIn(current.text, given.selection)
  if (command.needs === 'selection' && !selection)
    refuse(`“${command.name}” wants a part of the text.`, 'Select one.')
  const takesNote = variablesIn(command.instruction).includes('note')
  if (takesNote && note.trim() === '') refuse(`“${command.name}” wants a note.`, command.asks ?? 'Write one.')
  const { where } = command
  const target = orderTarget({ section, places: [], where, ...(selection && { selection }) }, current.text)
  if (!target) throw new AppError('stale', 'What was selected stands there no longer.', 'Select it again.')
  const { from, to } = target
  const passage = current.text.slice(from, to)
  return {
    id: `order:command-${at.toString(36)}-${hashOf([command, given]).slice(0, 6)}`,
    kind: 'command',
    command: command.id,
    section,
    sentence: takesNote ? `${command.name}: ${oneLine(note)}` : command.name,
    places: [],
    advice: filled(state, command, given, passage),
    status: 'asked',
    by: 'writer',
    madeFrom: textHash(current),
    take: 1,
    at,
    ...(selection && { selection: placeIn(current.text, { from, to }) }),
    where,
    ...wordsFor(state, command, given, passage),
  }
}
