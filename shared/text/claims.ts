import { citationsIn } from '../citations.ts'
import { sentences } from './sentences.ts'

/** Ways of saying that others have found something out. */
const studies =
  /\b(?:stud(?:y|ies)|research(?:ers)?|surveys?|experts?|scientists?|evidence|statistics|data|figures|analys[ei]s)\b.{0,30}\b(?:shows?|showed|shown|suggests?|finds?|found|indicates?|prove[sdn]?|confirms?|reveals?|reports?|agrees?|estimates?)\b|\baccording to\b|\bit is (?:well|widely) known\b|\b(?:Studien|Forscher|Experten|Untersuchungen|Daten) (?:zeigen|belegen|schätzen)\b|\b(?:laut|zufolge)\b|\bselon\b|\bdes études (?:montrent|indiquent)\b|\bsegún\b|\blos estudios (?:muestran|indican)\b|研究(?:表明|显示|发现|证明)|据(?:统计|报道|调查)|专家(?:认为|指出|估计)/iu

/** Amounts that somebody must have measured: shares, money, large or exact numbers. */
const figures =
  /\d(?:[\d.,]*\d)?\s?(?:%|‰|percent\b|per cent\b|Prozent\b|pour cent\b|por ciento\b|百分)|百分之|[$€£¥]\s?\d|\d\s?(?:[€$£]|euros?\b|dollars?\b|million\b|billion\b|Millionen\b|Milliarden\b|millions?\b|milliards?\b|millones\b|万|亿|元)|\b\d{1,3}(?:[.,\u202f]\d{3})+\b|\b\d+[.,]\d+\b/iu

/** Years and full dates. */
const dates =
  /\b(?:in|since|by|until|from|before|after|of|im|seit|bis|en|depuis|desde|hasta)\s+(?:the year\s+)?1\d{3}\b|\b(?:in|since|by|until|from|before|after|of|im|seit|bis|en|depuis|desde|hasta)\s+20\d{2}\b|(?:1\d|20)\d{2}\s?年/iu

const superlatives =
  /\bthe (?:first|only|most \p{L}+|least \p{L}+|best|worst|largest|biggest|smallest|oldest|newest|highest|lowest|longest|shortest|fastest|deepest|richest|poorest|busiest)\b.{0,40}\b(?:in|of|on) (?:the|all|its|any)\b|\b(?:größte|kleinste|älteste|höchste|längste|erste|einzige)[nrs]? .{0,40}\b(?:der|des) (?:Welt|Landes|Stadt)\b|\b(?:le|la|les) plus \p{L}+ .{0,30}\b(?:du|de la|des)\b|\b(?:el|la|los|las) más \p{L}+ .{0,30}\b(?:del|de la|de los)\b|(?:全国|世界|全球|国内)(?:最|第一|首)/iu

const footnote = /\[\^[^\]\s[]+\]/u

/** Claims that are pointed out in one text. */
const most = 5

/**
 * The sentences of a Markdown text that claim what only a source can bear out (figures, dates, findings of others,
 * superlatives) and name none: neither a citation nor a footnote. At most five, in order.
 */
export const uncitedClaims = (text: string): readonly string[] => {
  const cited = citationsIn(text)
  const isCited = (from: number, to: number): boolean =>
    cited.some((each) => each.from < to && each.to > from)
  return sentences(text)
    .filter(({ from, to }) => !isCited(from, to))
    .map(({ from, to }) => text.slice(from, to))
    .filter((sentence) => !/^#{1,6} /u.test(sentence) && !footnote.test(sentence))
    .filter((sentence) => [studies, figures, dates, superlatives].some((pattern) => pattern.test(sentence)))
    .slice(0, most)
}
