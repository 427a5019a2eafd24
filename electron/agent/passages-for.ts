import { dutiesOf } from '../../shared/questions/duties.ts'
import { passageRoom } from '../../shared/questions/passage-room.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import type { Draft, Passage, Section } from '../../shared/records.ts'
import type { PassagesShown } from '../prompts/passages.ts'
import { bestAtEnds, fitting, fused } from './choose-passages.ts'
import type { Loop } from './loop.ts'
import { nearestPassages, type Embedding } from './nearest-passages.ts'

/** Passages that each way of searching may name. */
const mostFound = 24

/** What a section is about, in the words of its plan and of what it owes. */
const passageQuery = (state: ProjectState, { id, title, intent, owns }: Section): string => {
  const duties = dutiesOf(state, id).flatMap(({ demand }) => {
    switch (demand.kind) {
      case 'mentions':
      case 'rule':
      case 'repeats':
        return [demand.params.text]
      default:
        return []
    }
  })
  return [title, intent, ...owns, ...duties].join('. ')
}

/** The embedding models of whose failure the writer has been told; a run opens its own. */
const told = new WeakSet<Embedding>()

const ranked = async (
  { project, embedding, signal }: Loop,
  query: string,
): Promise<readonly Passage['id'][]> => {
  const byWords = project.searchPassages(query, mostFound).map(({ passage }) => passage.id)
  if (!embedding) return byWords
  try {
    return fused([byWords, await nearestPassages(project, embedding, query, { limit: mostFound, signal })])
  } catch {
    if (!signal.aborted && !told.has(embedding)) {
      told.add(embedding)
      project.notice(
        'The embedding model did not answer: passages are found by their words alone.',
        'The run goes on; look to the model when it has ended.',
      )
    }
    return byWords
  }
}

/**
 * The passages that the prompts of a section show: the best that fit into the room there is, the best first and last.
 * Null, and no token, where there are no references. The same project always gives the same.
 */
export const passagesFor = async (loop: Loop, section: Section): Promise<PassagesShown | null> => {
  const { project } = loop
  const state = project.state()
  const room = passageRoom(state)
  if (room === 0) return null
  const found = (await ranked(loop, passageQuery(state, section))).flatMap((id): readonly Passage[] => {
    const record = project.shelf(id)
    return record && 'n' in record ? [record] : []
  })
  const chosen = fitting(found, room)
  return {
    passages: bestAtEnds(chosen).flatMap((passage) => {
      const reference = state.reference.get(passage.reference)
      return reference ? [{ key: reference.key, title: reference.title, passage }] : []
    }),
    leftOut: found.length - chosen.length,
  }
}

/** What a draft rests on, for its record: what its prompt showed, and what stood behind the text it came from. */
export const restingOn = (shown: PassagesShown | null, parent?: Draft): Pick<Draft, 'passages'> => {
  if (!shown) return parent?.passages ? { passages: parent.passages } : {}
  return {
    passages: [...new Set([...(parent?.passages ?? []), ...shown.passages.map(({ passage }) => passage.id)])],
  }
}
