import { join } from 'node:path'
import { languageOf, readBrief } from '../../shared/brief.ts'
import { AppError } from '../../shared/errors.ts'
import { importText, type ImportedSection } from '../../shared/import-text.ts'
import { stateOf } from '../../shared/project-state.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { planHash } from '../../shared/questions/stale.ts'
import {
  readRecord,
  type AnyRecord,
  type Draft,
  type Plan,
  type Section,
  type SectionId,
} from '../../shared/records.ts'
import { countWords } from '../../shared/text/words.ts'
import { writeBrief } from '../../shared/write-brief.ts'
import { safeName } from '../documents/safe-name.ts'
import { projectRecord, underFreeName } from './new-project.ts'
import type { OpenedProjects } from './opened.ts'
import type { Platform } from './platform.ts'

/** A text to make a project of. `name` is that of its file. */
export type TextToImport = { readonly text: string; readonly name: string; readonly folder: string }

/** Words that a heading without text is given, where nothing else tells. */
const usualWords = 400

const sectionsOf = (imported: readonly ImportedSection[]): readonly Section[] => {
  const above: SectionId[] = []
  return imported.map(({ title, depth, text }, i) => {
    const id: SectionId = `section:${i + 1}`
    above.length = depth - 1
    const parent = above.at(-1) ?? null
    above.push(id)
    const words = countWords(text) || usualWords
    return {
      id,
      parent,
      order: i + 1,
      title,
      // What it does the next run finds out.
      intent: '',
      words,
      unit: null,
      owns: [],
      leaves: [],
      after: [],
      take: 1,
    }
  })
}

const draftOf = ({ id: section }: Section, text: string, at: number): Draft => {
  const id: Draft['id'] = `draft:${section.slice('section:'.length)}.writer-${at}`
  const base = { id, section, author: 'writer', parent: null, root: id, round: 0 } as const
  return { ...base, edition: 1, standing: 'current', text, at }
}

const draftsOf = (
  sections: readonly Section[],
  imported: readonly ImportedSection[],
  at: number,
): readonly Draft[] =>
  sections.flatMap((section, i) => {
    const text = imported[i]?.text ?? ''
    return text ? [draftOf(section, text, at)] : []
  })

/**
 * Makes a project of a text and opens it: sections at its headings, their text as the writer's own drafts, an approved
 * plan, a brief with its title. Says how many sections hold text. Throws `brief-invalid` for an empty text.
 */
export const importProject = (
  projects: OpenedProjects,
  platform: Pick<Platform, 'now' | 'random'>,
  { text, name, folder }: TextToImport,
): { readonly project: string; readonly sections: number } => {
  const stem = name.replace(/\.(?:md|markdown|mdown|txt|text)$/iu, '').trim() || 'Untitled'
  const { title, front, sections: imported } = importText(text, stem)
  if (imported.length === 0) {
    throw new AppError('brief-invalid', `There is no text in ${name}.`, 'Choose another file.')
  }
  const brief = {
    id: 'brief:self',
    title,
    form: 'text',
    language: languageOf(text),
    text: front.trim(),
  } as const
  // A manuscript is no brief: what its opening says is not asked of anybody.
  const { constraints } = readBrief(writeBrief({ ...brief, text: '' }, []))
  const drawn = sectionsOf(imported)
  const numbers = new Map(leaves(stateOf(drawn)).map(({ id }, i) => [id, i + 1]))
  const sections = drawn.map((section) => ({ ...section, unit: numbers.get(section.id) ?? null }))
  const madeFrom = planHash(stateOf([brief, ...constraints].map(readRecord)))
  const plan: Plan = { id: 'plan:self', status: 'approved', madeFrom, notes: [] }
  const drafts = draftsOf(sections, imported, platform.now())
  const records: readonly AnyRecord[] = [
    projectRecord(platform, title),
    brief,
    ...constraints,
    plan,
    ...sections,
    ...drafts,
  ]
  const path = join(folder, safeName(title))
  return {
    project: underFreeName(path, (free) => projects.create(free, records)),
    sections: drafts.length,
  }
}
