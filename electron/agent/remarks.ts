const any = (words: readonly string[]): string => `(?:${words.join('|')})`

/** How models open a remark about the text instead of the text. */
const opener = new RegExp(
  `^[*_>#\\s]*${any([
    'sure( thing)?',
    'certainly',
    'of course',
    'absolutely',
    'okay',
    'ok',
    'understood',
    'got it',
    'great',
    'here you go',
    "here(?:[’']s| is| are)",
    'below is',
    'this is (?:the|your|my)',
    "i(?:[’']ve| have) (?:written|revised|drafted|rewritten|continued)",
    "i(?:[’']ll| will) (?:now )?(?:write|continue|draft|revise)",
    'let me (?:write|continue|draft)',
    'as requested',
    'continuing',
    '好的',
    '当然',
    '没问题',
    '以下是',
    '下面是',
    '这是',
    'はい',
    '承知',
    'もちろん',
    '以下(?:は|が|に)',
    'voici',
    'bien sûr',
    'natürlich',
    'gerne?',
    'hier (?:ist|sind|kommt|folgt)',
    'claro',
    'por supuesto',
    'aquí (?:está|tienes|tiene)',
    'ecco',
    'certo',
    'claro',
    'aqui está',
  ])}(?![\\p{L}\\p{N}])`,
  'iu',
)

/** Not the section of a coast or a pipe: of the work, or of nothing. */
const ofWork =
  '(?! of (?!(?:the |your |my |this |a )?(?:novel|report|story|book|work|diary|manual|document|article|essay|guide|text|manuscript)\\b))'

/** Words that show that a line speaks of the task; without one of them it may be the first line of a story. */
const ofTask = new RegExp(
  `\\b${any([
    '(?:you|as) (?:asked|requested|wanted)(?! of\\b)',
    `(?:the|this|your|my|a) (?:(?:next|full|complete|revised|finished|requested|rest of the) )?(?:section|draft|revision|continuation|task)${ofWork}`,
    `(?:chapter|section|week|day|part|entry) \\d+${ofWork}`,
    '(?:revised|rewritten) (?:section|draft|text|version|passage|paragraph|chapter|entry)',
    '(?:revised|rewritten)(?=[^\\n]*[:：][*_]*$)',
    `continuation${ofWork}`,
    'in markdown',
    'word count',
    '\\d+[ -]words?',
  ])}\\b|第.{1,6}[章节]|以下是|下面是|(?:本|这)(?:一?)(?:章|节|部分)|续写|以下(?:は|が|に)|セクション|続き|\\b(?:abschnitt|kapitel|überarbeitete|fortsetzung|chapitre|suite|révisée?|sección|capítulo|revisad[ao]|continuación|sezione|capitolo|seção)\\b`,
  'iu',
)

const longestRemark = 400

const isRemark = (line: string): boolean =>
  opener.test(line) &&
  ((line.length < 16 && /^[\p{L}’' ]+[!:！：]$/u.test(line)) ||
    (ofTask.test(line) && /[:：.!。！…][*_]*$/u.test(line)))

const rule = /^(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*(?:\n|$)/u

/** Whether a line or paragraph is the writer's own, and so no remark, however it reads. */
export type IsOwn = (part: string) => boolean

/** A text without the remarks that lead to it ("Sure, here is the section:"), and a rule below them. */
export const withoutPreamble = (text: string, isOwn: IsOwn): string => {
  const end = text.indexOf('\n')
  if (end < 0 || end > longestRemark) return text
  const line = text.slice(0, end).trim()
  if (!isRemark(line) || isOwn(line)) return text
  const rest = text.slice(end).trim()
  return withoutPreamble(rest.replace(rule, '').trim(), isOwn)
}

/** How models take their leave below a text, where the paragraph speaks of the task too. */
const farewells: readonly string[] = [
  'i hope (?:this|that|it|the)(?: \\p{L}+){0,2} (?:helps|meets|works|is|fits|captures|serves|satisf\\p{L}+|aligns)\\b',
  "(?:please )?let me know (?:if|whether|what) (?:you(?:[’']d| would)? (?:like|want|need|think)|there(?:[’']s| is| are) any|this|that|any|i (?:should|can)|it )",
  '(?:would you like|do you want|shall i|should i)(?: for)?(?: me)?(?: to)? (?:continue|write|revise|go on|expand|add|adjust|make|proceed|change|provide|move on)\\b',
  'feel free to (?:ask|let|reach|adjust|modify|change|edit|request)\\b',
  "if you (?:need|want|would like|[’']d like)[^\\n]{0,80}\\b(?:revis|adjust|chang|expan|continu|version|let me know)",
  "(?:please )?note(?: that|:) (?:i(?:[’']ve| have)|this |the )",
  "i(?:[’']ve| have) (?:made sure|ensured|tried to|kept (?:the|to|within)|included (?:all|the|every)|followed)\\b",
]

/** Words about the task, without which a paragraph that reads like a farewell may be the end of a letter or a manual. */
const taskBelow = new RegExp(
  `\\b${any([
    `(?:the|this|that|your|next|each|another|above) (?:(?:next|revised|above|previous|following) )?(?:section|draft|chapter|entry|revision|continuation|version|response)${ofWork}`,
    '(?:the|this) (?:text|story|piece|passage)(?= (?:meets|fits|captures|serves|satisf|aligns|works|is what|within|to|for you))',
    '(?:length|word|formatting|style) (?:requirements?|limits?|targets?|range)',
    '(?:all|the|your|these) (?:requirements|instructions|guidelines|specifications)',
    '(?:the|this) word count',
    '(?:you|as) (?:requested|specified)',
    `(?:section|chapter|week|day|part|entry) \\d+${ofWork}`,
    '\\d[\\d,.]*[ -]words?',
  ])}\\b`,
  'iu',
)

/** Farewells in full, and an offer that follows one; nothing else stands in their paragraph. */
const helps = any([
  'i hope (?:this|that|it) (?:helps|works for you|is what you (?:wanted|had in mind|were looking for))',
  "(?:please )?let me know (?:if|whether) (?:you(?:[’']d| would)? (?:like|want|need)(?: me to make)?|there are) (?:any |some )?(?:(?:further|more|other) )?(?:changes|adjustments|revisions|edits|modifications)",
  'feel free to (?:ask|reach out)(?: (?:me )?(?:if you have )?any(?: further| more| other)? questions)?',
])
const offers = 'would you like me to (?:continue|go on|proceed|revise (?:it|this)|write more)'
const ending = '[.!?…]*[\\s*_]*'
const stock = new RegExp(`^[\\s*_>#]*${helps}${ending}(?:(?:${helps}|${offers})${ending})*$`, 'iu')

/** Ends and counts that are said of a text by itself. */
const closings: readonly string[] = [
  '(?:this|the) (?:section|draft|text|version|revision|response|continuation)(?: above)? (?:meets|fulfil?ls|satisfies|adheres to|stays within) (?:all|the|your|every|its) [^\\n]*(?:require|instruct|guideline|length|limit|range|word)',
  '(?:this|the) (?:section|draft|text|version|revision|response|continuation)(?: above)? is (?:approximately |about |roughly |exactly )?\\d[\\d,.]* words',
  '(?:[-–—]+ ?)?(?:the )?end of (?:the |this )?(?:(?:section|chapter|draft|text|response)(?: \\d+)?|(?:week|day|part|entry) \\d+)(?: ?[:–—-] ?[^\\n]{0,60})?[\\s.…*_–—\\])-]*$',
  '[[(](?:the )?(?:end of [^\\])\\n]{0,60}|end|to be continued|continued?(?: in (?:the )?next (?:section|part|chapter))?)[\\])][\\s.…*_]*$',
  '(?:total |approximate )?word ?count\\b[^\\n]{0,40}$',
  '[[(]?(?:total[: ]+|approximately |about |approx\\.? |~)?\\d[\\d,.]* words[\\])]?[.\\s]*$',
  '希望(?:这|以上|本)[^\\n]{0,60}(?:章|节|段|部分|文|字|内容|要求)[^\\n]{0,60}(?:帮助|满足|符合|喜欢)',
  '(?:如果|如)(?:您|你)?(?:还)?(?:需要|有)[^\\n]{0,60}(?:告诉|告知|修改|调整|继续)[^\\n]{0,40}(?:章|节|段|文|字|内容|要求)',
  '(?:需要|要)我(?:继续|接着)(?:写|续写|下一)',
  '[（(【[]?(?:本章|本节|本段|全文|第[^\\n]{1,6}[章节])(?:完|结束)[）)】\\]]?[。\\s]*$',
  '[（(【[](?:完|待续|未完待续)[）)】\\]][。\\s]*$',
  '[（(【[]?(?:全文|本节|总)?(?:共|约)?字数[：:约 ]*\\d[^\\n]{0,12}$',
  '以上(?:是|为|就是)(?:第[^\\n]{1,6}[章节]|本[章节段文]|这[一]?[章节段])[^\\n]{0,40}$',
  '以上(?:です|が第|がこの)[^\\n]{0,40}$',
  'ich hoffe,? (?:dass )?(?:das|dies|dieser|der) ?(?:text|abschnitt|kapitel|entwurf)[^\\n]{0,60}(?:hilft|entspricht|gefällt|passt)',
  '(?:lassen sie mich|lass mich) wissen\\b[^\\n]{0,80}(?:text|abschnitt|kapitel|entwurf|überarbeit)|möchten sie,? dass ich\\b[^\\n]{0,60}(?:text|abschnitt|kapitel|fortfahre|überarbeite)|wort(?:an)?zahl ?[:：]',
  "j[’']espère que (?:ce texte|cette section|ce chapitre)\\b|n[’']hésitez pas à\\b[^\\n]{0,80}(?:texte|section|chapitre|modification)|souhaitez-vous que je (?:continue|révise|poursuive|modifie)\\b|nombre de mots ?[:：]",
  'espero que (?:este texto|esta sección|este capítulo)\\b|¿(?:quieres|desea|deseas|te gustaría|quiere) que (?:continúe|revise|siga|escriba)\\b|(?:avísame|hazme saber|háganme saber) si\\b[^\\n]{0,80}(?:texto|sección|capítulo|cambio)|número de palabras ?[:：]',
]

const beginning = '^[\\s*_>#]*'
const farewell = new RegExp(`${beginning}${any(farewells)}`, 'iu')
const closing = new RegExp(`${beginning}${any(closings)}`, 'iu')

const isFarewell = (paragraph: string): boolean =>
  stock.test(paragraph) || closing.test(paragraph) || (farewell.test(paragraph) && taskBelow.test(paragraph))

/** The count of words, or the word that all is said, behind the last sentence of a text. */
const trailing =
  /\s*[[(*_]+(?:(?:total |approximate )?word ?count[:：]?[^\])\n]{0,40}|(?:approximately |about |approx\.? |~)?\d[\d,.]* words|end of (?:section|chapter|part|entry)[^\])\n]{0,60})[\])*_]+[.\s]*$|\s*[（(【](?:全文|本节)?(?:共|约)?(?:字数[：:约 ]*)?\d+ ?字[）)】][。\s]*$/iu

/** How far back the last paragraph is looked for: a longer one is no farewell. */
const tail = longestRemark + 100
const blankLine = /\n[ \t]*\n/gu

/** Where the last paragraph of a text begins and what stands before it; null for one that is long, or the only one. */
const lastParagraph = (text: string): { readonly before: string; readonly last: string } | null => {
  const from = Math.max(0, text.length - tail)
  const found = [...text.slice(from).matchAll(blankLine)].at(-1)
  if (!found) return null
  const at = from + found.index
  return { before: text.slice(0, at).trimEnd(), last: text.slice(at).trim() }
}

const lastRule = /(?:^|\n)[ \t]*(?:-{3,}|\*{3,}|_{3,})$/u

const withoutCount = (text: string, isOwn: IsOwn): string => {
  const from = Math.max(0, text.length - tail)
  const end = text.slice(from)
  const found = trailing.exec(end)
  return (found && !isOwn(found[0].trim()) ? text.slice(0, from + found.index) : text).trimEnd()
}

/** A text without the farewells below it ("I hope this helps", "[End of section]", "(350 words)"), and a rule above them. */
export const withoutPostamble = (text: string, isOwn: IsOwn): string => {
  const bare = withoutCount(text, isOwn)
  const found = lastParagraph(bare)
  if (!found || found.last.length > longestRemark || !isFarewell(found.last) || isOwn(found.last)) return bare
  return withoutPostamble(found.before.replace(lastRule, '').trimEnd(), isOwn)
}
