import { matterOf, sharedMatter } from '../../../shared/plan-matter.ts'
import { plan } from './plan.ts'
import { planLines } from './plan-task.ts'
import { fenced, type PromptBlocks } from './prompt-blocks.ts'
import { proseSentences } from './prose-sentences.ts'
import { cropped } from './says.ts'
import { finished } from './titles.ts'

/** Words of what it says about a part of a text. */
const mostWords = 20

/** Where a plan treats what a question asks for: the sections that share a word with it, the nearest ones. */
const critique = (blocks: PromptBlocks) => {
  const sections = planLines(blocks).map(({ n, title, entry }) => ({
    n,
    entry,
    matter: matterOf(`${title}. ${entry}`),
  }))
  const asked = (blocks.get('Questions') ?? '').matchAll(/^(?<n>\d+)\. .*?"(?<topic>.+)"/gmu)
  return [...asked].map(({ groups }) => {
    const topic = matterOf(groups?.['topic'] ?? '')
    const scored = sections.map((section) => ({ ...section, score: sharedMatter(topic, section.matter) }))
    const best = Math.max(1, ...scored.map(({ score }) => score))
    const found = scored.filter(({ score }) => score === best)
    return {
      question: Number(groups?.['n']),
      sections: found.map(({ n }) => n),
      answer: cropped(found[0]?.entry ?? '', 10),
    }
  })
}

/** What the parts of a text do: it reads no further than their first sentences. */
const learnt = (blocks: PromptBlocks) =>
  fenced(blocks.get('Its parts') ?? '').map((text, i) => {
    const [first = ''] = proseSentences(text)
    const said = finished(cropped(first, mostWords)) || 'It says nothing yet'
    return { n: i + 1, entry: `${said}${/\p{Script=Han}$/u.test(said) ? '。' : '.'}` }
  })

/** Answers any prompt about a plan: for entries, for where it treats a topic, for the plan behind a text. */
export const planning = (blocks: PromptBlocks): unknown => {
  if (blocks.has('Questions')) return critique(blocks)
  return blocks.has('Its parts') ? learnt(blocks) : plan(blocks)
}
