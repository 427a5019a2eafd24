import { passageIds, type FoundPassage } from '../../shared/passages.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import type { AnyRecord, Passage, Reference } from '../../shared/records.ts'
import { queryTerms, searchTerms } from '../../shared/text/search-terms.ts'
import { memoryDatabase, type Database } from './database.ts'

/** The passages of the references that a project holds now, by what they say. */
export type PassageSearch = {
  readonly find: (query: string, limit: number) => readonly FoundPassage[]
  readonly close: () => void
}

// The index stands in memory and is made of the shelf when it is first asked: so there is one copy of a text in a
// file, files of any version can be searched, and no stranger's file brings tables that a search would run on. It
// holds terms instead of words, so that East Asian texts are found by pairs of letters: FTS5's own trigrams find no
// word of two letters, and most Chinese words have two.
const tables = `CREATE VIRTUAL TABLE passage USING fts5(
  id UNINDEXED, reference UNINDEXED, heading, text, tokenize = 'unicode61 remove_diacritics 2'
)`

/** Terms of a query beyond which it tells nothing more; and terms that a passage must share with it. */
const mostTerms = 80
const leastShared = 2
/** Weight of a term in the headings above a passage, against one in its text. */
const headingWeight = 2

const isPassage = (record: AnyRecord | null): record is Passage =>
  record !== null && record.id.startsWith('passage:')

const indexOf = (shelf: (id: string) => AnyRecord | null) => {
  const database: Database = memoryDatabase()
  database.script(tables)
  const held = new Map<Reference['id'], string>()
  const add = (reference: Reference): void => {
    for (const id of passageIds(reference)) {
      const passage = shelf(id)
      if (!isPassage(passage)) continue
      const heading = searchTerms(`${reference.title} ${passage.heading}`).join(' ')
      const text = searchTerms(passage.text).join(' ')
      const insert = 'INSERT INTO passage (id, reference, heading, text) VALUES (?, ?, ?, ?)'
      database.run(insert, id, reference.id, heading, text)
    }
  }
  const update = (references: ProjectState['reference']): void =>
    database.transaction(() => {
      for (const [id, title] of held) {
        if (references.get(id)?.title === title) continue
        database.run('DELETE FROM passage WHERE reference = ?', id)
        held.delete(id)
      }
      for (const reference of references.values()) {
        if (held.has(reference.id)) continue
        add(reference)
        held.set(reference.id, reference.title)
      }
    })
  return { database, update }
}

/** Shared terms that a passage must hold at least; a query of one term cannot share two. */
const isNear = (passage: Passage, heading: string, terms: readonly string[]): boolean => {
  const there = new Set(searchTerms(`${heading} ${passage.heading}\n${passage.text}`))
  return terms.filter((term) => there.has(term)).length >= Math.min(leastShared, terms.length)
}

/**
 * Searches passages by BM25, best first; of equals the one with the lower id comes first, so that the same project
 * always answers the same. A passage that shares but one word with a longer query is not found.
 */
export const createPassageSearch = (
  state: () => ProjectState,
  shelf: (id: string) => AnyRecord | null,
): PassageSearch => {
  let index: ReturnType<typeof indexOf> | null = null
  let indexed: ProjectState['reference'] | null = null
  const ready = (): Database => {
    index ??= indexOf(shelf)
    const { reference } = state()
    if (indexed !== reference) index.update(reference)
    indexed = reference
    return index.database
  }
  const find: PassageSearch['find'] = (query, limit) => {
    const terms = queryTerms(query).slice(0, mostTerms)
    if (terms.length === 0 || state().reference.size === 0) return []
    const rows = ready().all(
      `SELECT id, reference, bm25(passage, 0, 0, ${headingWeight}, 1) AS rank FROM passage WHERE passage MATCH ? ORDER BY rank, id LIMIT ?`,
      terms.map((term) => `"${term}"`).join(' OR '),
      limit * 4,
    )
    return rows
      .flatMap(({ id, reference, rank }): readonly FoundPassage[] => {
        const passage = shelf(String(id))
        const title = state().reference.get(String(reference))?.title ?? ''
        return isPassage(passage) && isNear(passage, title, terms) ? [{ passage, score: -Number(rank) }] : []
      })
      .slice(0, limit)
  }
  return {
    find,
    close: () => {
      index?.database.close()
      index = null
      indexed = null
    },
  }
}
