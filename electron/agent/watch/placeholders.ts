import { isInCode } from './code-spans.ts'
import { isGiven, type Sighting } from './sighting.ts'

const gaps: readonly RegExp[] = [
  /\[(?:please )?(?:insert|your|add|fill in|enter|name of|describe|todo|tbd|placeholder|to be (?:added|filled|determined|written)|continue)\b[^\]\n]{0,100}\](?![([:])/giu,
  /[[(](?:the )?(?:rest|remainder|remaining|other)\b[^\])\n]{0,60}\b(?:unchanged|as (?:before|above|it (?:is|was))|the same|omitted)\b[^\])\n]{0,20}[\])]/giu,
  /\[(?:请)?(?:在此|此处)?(?:插入|填写|填入|添加|补充)[^\]\n]{0,30}\]|［(?:请)?(?:在此|此处)?(?:插入|填写|填入|添加|补充)[^］\n]{0,30}］/gu,
  /\[(?:hier|ici|aquí|insérer|einfügen|insertar)\b[^\]\n]{0,60}\](?![([:])/giu,
  /\blorem ipsum dolor\b/giu,
  /(?<=^|\n)[ \t*_-]*TODO\b[:：]?/gu,
  /\{\{ ?[\p{L}\p{N}_ ]{1,40}\}\}/gu,
]

/** Briefs that speak of gaps to be filled want them: forms, letters to be copied. */
const wanted = /\b(?:template|placeholder|fill[- ]in|form letter|boilerplate|lorem ipsum)|模板|占位/iu

/** Whether a brief, by its words, lets a text leave gaps. */
export const allowsGaps = (brief: string): boolean => wanted.test(brief)

/**
 * Sees a gap that is left for somebody to fill, "[insert name]", "Lorem ipsum dolor", a line "TODO", and does not stand in
 * the text `given`.
 */
export const gapSeen = (text: string, from: number, given = ''): Sighting | null => {
  const start = text.lastIndexOf('\n', Math.max(0, from - 130)) + 1
  const found = gaps
    .flatMap((gap) => [...text.slice(start).matchAll(gap)])
    .filter(({ 0: gap, index }) => !isInCode(text, start + index) && !isGiven(given, gap))
    .toSorted((a, b) => a.index - b.index)[0]
  if (!found) return null
  const sentence = `The text leaves a gap: ${found[0].trim()}`
  return { at: start + found.index, fault: { code: 'reply-gaps', sentence } }
}
