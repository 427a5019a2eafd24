import type { FootnoteDefinition, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'

/** What a note is called: `label` as written, `identifier` what labels are compared by. */
export type NoteName = { readonly identifier: string; readonly label: string }

/** The notes a section calls and those whose text stands in it, each identifier once. */
export type NotesOf = {
  readonly called: ReadonlySet<string>
  readonly defined: ReadonlyMap<string, NoteName>
}

/** What each note of a section is called in the whole document, by its identifier there. Others are plain text. */
export type NoteNames = ReadonlyMap<string, NoteName>

/** The notes of one section. Calls from within a note do not count: notes hold no notes. */
export const notesOf = (root: Root): NotesOf => {
  const called = new Set<string>()
  const defined = new Map<string, FootnoteDefinition>()
  visit(root, (node) => {
    if (node.type === 'footnoteReference') called.add(node.identifier)
    if (node.type !== 'footnoteDefinition') return undefined
    if (!defined.has(node.identifier)) defined.set(node.identifier, node)
    return SKIP
  })
  const names = [...defined].map(
    ([identifier, { label }]) => [identifier, { identifier, label: label ?? identifier }] as const,
  )
  return { called, defined: new Map(names) }
}

/** Longer labels are cut to a plain stem where they are numbered: the grammar takes 200 characters at most. */
const stem = (label: string): string => (label.length > 150 ? 'note' : label)

const numbering = (wanted: ReadonlySet<string>): ((name: NoteName) => NoteName) => {
  const taken = new Set<string>()
  const tried = new Map<string, number>()
  return ({ identifier, label }) => {
    if (!taken.has(identifier)) {
      taken.add(identifier)
      return { identifier, label }
    }
    const base = stem(identifier)
    let number = tried.get(base) ?? 2
    while (wanted.has(`${base}-${String(number)}`) || taken.has(`${base}-${String(number)}`)) number += 1
    tried.set(base, number + 1)
    taken.add(`${base}-${String(number)}`)
    return { identifier: `${base}-${String(number)}`, label: `${stem(label)}-${String(number)}` }
  }
}

/**
 * Gives every note of every section a name of its own: the first section that holds a label keeps it, a later one gets
 * the lowest free number from 2 on, so that a second `1` becomes `1-2`. A call means the note of its own section, else
 * the first one of that label in the document; a note that is never called has no name.
 */
export const nameNotes = (sections: readonly NotesOf[]): readonly NoteNames[] => {
  const first = new Map<string, number>()
  sections.forEach(({ defined }, at) => {
    for (const identifier of defined.keys()) if (!first.has(identifier)) first.set(identifier, at)
  })
  const away = new Set(
    sections.flatMap(({ called, defined }) => [...called].filter((identifier) => !defined.has(identifier))),
  )
  const rename = numbering(new Set(first.keys()))
  const own = sections.map(({ called, defined }, at) => {
    const kept = [...defined.values()].filter(
      ({ identifier }) => called.has(identifier) || (away.has(identifier) && first.get(identifier) === at),
    )
    return new Map(kept.map((name) => [name.identifier, rename(name)]))
  })
  return sections.map(({ called }, at) => {
    const names = new Map(own[at])
    for (const identifier of called) {
      const elsewhere = own[first.get(identifier) ?? at]?.get(identifier)
      if (elsewhere && !names.has(identifier)) names.set(identifier, elsewhere)
    }
    return names
  })
}
