import { brokenIn, isBrokenThroughout } from './broken-in.ts'
import { now, type Verb } from './loop.ts'
import { mend } from './mend.ts'
import { revisionStep, type Revising } from './revision.ts'
import { writeAgain } from './write-again.ts'

/**
 * One round of revision: replacements at the places that are broken; the whole text again where a round of those brought
 * nothing, or where what is broken has no place. What comes back is a candidate, which its review accepts or drops;
 * where code can already see that it is of no use the model is asked once more, and then it is dropped at once. The
 * writer's own text is never touched.
 */
export const revise: Verb<Omit<Revising, 'broken'>> = async (loop, matter) => {
  const { section, draft, round } = matter
  const broken = brokenIn(now(loop), section, draft, round)
  const work = { ...matter, broken }
  if (broken.length === 0) {
    loop.project.put({ put: [revisionStep(work)] })
    return null
  }
  const wasOfNoUse = round > 1 && draft.round === 0
  return wasOfNoUse || isBrokenThroughout(broken) ? writeAgain(loop, work) : mend(loop, work)
}
