import { documentMeans, fieldOf } from './constraints/demand.ts'
import { matterOf, sameMatter, sharedMatter } from './plan-matter.ts'
import type { Brief, Constraint, Section } from './records.ts'
import { blocksOf } from './text/blocks.ts'
import { oneLine } from './text/one-line.ts'

/** Topics that one plan is asked about at most. */
const mostTopics = 20

/** Words by which a sentence names what is to be treated rather than how. */
const naming =
  /^(?:please |also |and )?(?:cover|include|discuss|describe|treat|address|explain|tell (?:of|about)|mention|deal with|introduce|compare|examine|explore|outline|behandle|beschreibe|erkläre|包括|介绍|描述|讨论|说明|涵盖)(?!\p{Script=Latin})(?<what>.+)$/isu

const between = /[,;，、；]|(?<!\p{L})(?:and|und|as well as)(?!\p{L})|以及|和/u

const items = (text: string): readonly string[] =>
  blocksOf(text).flatMap(({ kind, from, to }) => (kind === 'item' ? [text.slice(from, to)] : []))

/** Words of a topic that are shown: those of a title. */
const longestTopic = 16

/** How long something is to be is no matter of its own; and a line that ends in a colon only leads to what follows. */
const isMatter = (topic: string): boolean =>
  !/:$|：$/u.test(topic) && !/\d\s*(?:words?|pages?|字)/iu.test(topic) && matterOf(topic).size > 0

const titled = (text: string): string =>
  oneLine(text).split(' ').slice(0, longestTopic).join(' ').slice(0, 200).toWellFormed()

const marker = /^[ \t]*(?:[-*+•]|\d{1,3}[.)、])[ \t]*/u

/** Whether what an item says was read as a requirement: then code knows where it belongs, or that it names no matter. */
const isRead = (item: string, constraints: readonly Constraint[]): boolean =>
  constraints.some(({ origin: { quote } }) => {
    const said = oneLine(quote)
    return said !== '' && (item.includes(said) || said.includes(item))
  })

const topicsIn = (constraint: Constraint): readonly string[] => {
  const { demand, placement, muted } = constraint
  if (muted || placement.where !== 'document') return []
  if (demand.kind === 'mentions' && documentMeans(demand) === 'one section') return [fieldOf(demand).text]
  const what = demand.kind === 'rule' ? naming.exec(oneLine(demand.params.text))?.groups?.['what'] : undefined
  return what?.split(between) ?? []
}

/**
 * What a brief says the work is to treat without saying where: what the whole must bring in, what it is told to cover,
 * the items of its lists that were not read as requirements. In their order, each once.
 */
export const topicsOf = ({ text }: Brief, constraints: readonly Constraint[]): readonly string[] => {
  const listed = items(text)
    .filter((item) => !isRead(oneLine(item), constraints))
    .map((item) => item.replace(marker, '').split('\n')[0] ?? '')
  const found = [...constraints.flatMap(topicsIn), ...listed]
    .map(titled)
    .filter(isMatter)
    .map((topic) => topic.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, ''))
  return [...new Set(found)].slice(0, mostTopics)
}

const saidBy = ({ title, intent, owns }: Section): ReadonlySet<string> =>
  matterOf([title, intent, ...owns].join('. '))

/** The topics that the plan treats nowhere as far as code can tell: no section holds two thirds of their words. */
export const openTopics = (topics: readonly string[], leaves: readonly Section[]): readonly string[] => {
  const said = leaves.map(saidBy)
  return topics.filter((topic) => {
    const matter = matterOf(topic)
    return !said.some((section) => sharedMatter(matter, section) * 3 >= matter.size * 2)
  })
}

/**
 * What is wrong with the place of a topic, or null. `named` are the numbers of the sections that treat it, as a reader
 * said: one that is not there, or shares no word with the topic, does not show that it is treated.
 */
export const topicTrouble = (
  topic: string,
  leaves: readonly Section[],
  named: readonly number[],
): string | null => {
  const there = [...new Set(named)].flatMap((n) => {
    const section = leaves[n - 1]
    return section ? [{ n, section }] : []
  })
  const [first] = there
  if (!first) return `No section treats "${topic}".`
  const matter = matterOf(topic)
  const shown = there.filter(({ section }) => sharedMatter(matter, saidBy(section)) > 0)
  if (shown.length === 0) return `Section ${first.n} is to treat "${topic}" but does not say so.`
  const [one, other] = shown.filter(({ section }) =>
    section.owns.some((own) => sameMatter(matterOf(own), matter)),
  )
  return one && other ? `Section ${other.n} owns "${topic}", which section ${one.n} owns.` : null
}
