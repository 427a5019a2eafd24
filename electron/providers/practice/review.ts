import { checkedText, type CheckedText } from '../../../shared/constraints/checked-text.ts'
import { check, demandOfLine, type Demand } from '../../../shared/constraints/demand.ts'
import { fenced, type PromptBlocks } from './prompt-blocks.ts'
import { proseSentences } from './prose-sentences.ts'

/** One verdict as the reviewer answers it. */
export type Judgement = {
  readonly point: number
  readonly verdict: 'kept' | 'broken' | 'unsure'
  readonly quote: string
  readonly advice: string
}
type Verdict = Omit<Judgement, 'point'>

/** Letters a quote may have: long enough to find its place. */
const longestQuote = 200

const quoteOf = (sentence: string): string => sentence.slice(0, longestQuote).replace(/[\ud800-\udbff]$/u, '')

const small = new Set(
  'about above after again also always among because been before being both could does each every from have here into itself just keep more most must never none only other over same shall should some such than that their them then there these they this those through under until upon very were what when where which while whom whose will with within without would your section text plan says treats'.split(
    ' ',
  ),
)

/** What a sentence is about: its longer words, and pairs of letters where words are not set apart. */
const contentOf = (text: string): ReadonlySet<string> => {
  const words =
    text.toLowerCase().match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]{4,}/gu) ?? []
  const pairs = (text.match(/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]{2,}/gu) ?? []).flatMap(
    (run) =>
      Array.from(run)
        .slice(0, -1)
        .map((_, i) =>
          Array.from(run)
            .slice(i, i + 2)
            .join(''),
        ),
  )
  return new Set([...words.filter((word) => !small.has(word)), ...pairs])
}

const judgeSense = (text: string, point: string): Verdict => {
  const wanted = contentOf(point)
  let best = { sentence: '', shared: 0 }
  for (const sentence of proseSentences(text)) {
    const shared = [...contentOf(sentence)].filter((word) => wanted.has(word)).length
    if (shared > best.shared) best = { sentence, shared }
  }
  if (best.shared > 0) return { verdict: 'kept', quote: quoteOf(best.sentence), advice: '' }
  return {
    verdict: 'unsure',
    quote: '',
    advice: 'Nothing in the text speaks of this; say something that does.',
  }
}

/** What a reader says where code cannot tell: of rules by their words, of a voice nothing. */
const judgeUnseen = (text: string, demand: Demand): Verdict => {
  if (demand.kind === 'rule') return judgeSense(text, demand.params.text)
  if (demand.kind === 'voice')
    return { verdict: 'unsure', quote: '', advice: 'Placeholder prose has no voice.' }
  return { verdict: 'kept', quote: quoteOf(proseSentences(text)[0] ?? ''), advice: '' }
}

/** The words that lead the point about the plan. */
const planLead = /^It does what was planned: /u

const judge = (checked: CheckedText, text: string, point: string): Verdict => {
  const demand = planLead.test(point) ? null : demandOfLine(point)
  if (!demand) return judgeSense(text, point.replace(planLead, ''))
  const said = check(demand, checked)
  if (!said) return judgeUnseen(text, demand)
  const { verdict, quote = '', advice = '' } = said
  if (verdict !== 'kept') return { verdict, quote: quoteOf(quote), advice }
  return { verdict, quote: quoteOf(quote || (proseSentences(text)[0] ?? '')), advice: '' }
}

/** Answers a reviewing prompt: one verdict a point, kept only with words of the text that show it. */
export const review = (blocks: PromptBlocks): readonly Judgement[] => {
  const [text = ''] = fenced(blocks.get('The section') ?? '')
  const checked = checkedText(text)
  const points = [...(blocks.get('Points to judge') ?? '').matchAll(/^(?<n>\d+)\. (?<point>.*)$/gmu)]
  return points.map(({ groups }) => ({
    point: Number(groups?.['n']),
    ...judge(checked, text, groups?.['point'] ?? ''),
  }))
}
