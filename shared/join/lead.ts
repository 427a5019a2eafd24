import type { Section } from '../records.ts'

const titles =
  /^(?:\d{1,2}[.):]?\s+)?(?:the\s+)?(?:abstract|(?:executive|management)?\s*summary|synopsis|at a glance|in brief|kurzfassung|zusammenfassung|abriss|résumé|resumen|sommario|resumo)$|^(?:[一二三四五六七八九十\d]{1,3}[、.．]?\s*)?(?:中文|英文|内容|执行|报告)?(?:摘要|提要|概要|要旨)$/iu

const intents = [
  /\b(?:summari[sz]e[sd]?|sums? up|summary of|abstract of|condenses)\b.{0,40}\b(?:whole|entire|report|paper|document|study|all (?:the )?(?:other )?(?:sections|chapters|findings))\b/iu,
  /(?:概括|总结|归纳|概述|摘要).{0,12}(?:全文|全书|全篇|整份|整篇|报告|各章|各节)/u,
] as const

/** Forms that tell something: a summary in one of them is a chapter like any other. */
const tales = /novel|stor(?:y|ies)|fiction|tale|diar|journal|roman|erzählung|tagebuch|小说|故事|日记/iu

/** Whether a section tells the others in brief, as an abstract or a summary does: it is written after them. */
export const isLead = ({ title, intent }: Pick<Section, 'title' | 'intent'>, form: string): boolean =>
  !tales.test(form) && (titles.test(title.trim()) || intents.some((pattern) => pattern.test(intent)))

/**
 * The sections with those that lead (abstract, summary) to be written after all others, and none of the others after
 * one of those. As they were where there is no lead or nothing else. To be called last, when waits are in no circle.
 */
export const withLeadLast = (sections: readonly Section[], form: string): readonly Section[] => {
  const leads = new Set(sections.filter((section) => isLead(section, form)).map(({ id }) => id))
  const others = sections.flatMap(({ id }) => (leads.has(id) ? [] : [id]))
  if (leads.size === 0 || others.length === 0) return sections
  return sections.map((section) => ({
    ...section,
    after: leads.has(section.id) ? others : section.after.filter((id) => !leads.has(id)),
  }))
}
