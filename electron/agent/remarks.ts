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

/** Words that show that a line speaks of the task; without one of them it may be the first line of a story. */
const ofTask =
  /\b(?:you (?:asked|requested|wanted)|as (?:requested|asked)|(?:the|this|your|my|a) (?:(?:next|full|complete|revised|finished|requested|rest of the) )?(?:section|draft|revision|continuation|task)|(?:chapter|section|week|day|part|entry) \d+|revised|rewritten|continuation|in markdown|word count|\d+[ -]words?)\b|第.{1,6}[章节]|以下是|下面是|(?:本|这)(?:一?)(?:章|节|部分)|续写|以下(?:は|が|に)|セクション|続き|\b(?:abschnitt|kapitel|überarbeitete|fortsetzung|chapitre|suite|révisée?|sección|capítulo|revisad[ao]|continuación|sezione|capitolo|seção)\b/iu

const longestRemark = 400

const isRemark = (line: string): boolean =>
  opener.test(line) &&
  ((line.length < 16 && /^[\p{L}’' ]+[!:！：]$/u.test(line)) ||
    (ofTask.test(line) && /[:：.!。！…][*_]*$/u.test(line)))

const rule = /^(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*(?:\n|$)/u

/** A text without the remarks that lead to it ("Sure, here is the section:"), and a rule below them. */
export const withoutPreamble = (text: string): string => {
  const end = text.indexOf('\n')
  if (end < 0 || end > longestRemark || !isRemark(text.slice(0, end).trim())) return text
  const rest = text.slice(end).trim()
  return withoutPreamble(rest.replace(rule, '').trim())
}

/** How models take their leave below a text. Each is anchored to a paragraph of its own. */
const farewells: readonly string[] = [
  'i hope (?:this|that|it|the)(?: \\p{L}+){0,2} (?:helps|meets|works|is|fits|captures|serves|satisf\\p{L}+|aligns)\\b',
  "(?:please )?let me know (?:if|whether|what) (?:you(?:[’']d| would)? (?:like|want|need|think)|there(?:[’']s| is) any|this|that|any|i (?:should|can)|it )",
  '(?:would you like|do you want|shall i|should i)(?: for)?(?: me)?(?: to)? (?:continue|write|revise|go on|expand|add|adjust|make|proceed|change|provide|move on)\\b',
  'feel free to (?:ask|let|reach|adjust|modify|change|edit|request)\\b',
  "if you (?:need|want|would like|[’']d like)[^\\n]{0,80}\\b(?:revis|adjust|chang|expan|continu|version|let me know)",
  "(?:please )?note(?: that|:) (?:i(?:[’']ve| have)|this (?:section|draft|response|text|version)|the (?:above|section|word count|text))\\b",
  '(?:this|the) (?:section|draft|text|version|revision|response|continuation)(?: above)? (?:meets|fulfil?ls|satisfies|adheres|stays within|is (?:approximately |about |roughly |exactly )?\\d)',
  "i(?:[’']ve| have) (?:made sure|ensured|tried to|kept (?:the|to|within)|included (?:all|the|every)|followed)\\b[^\\n]*\\b(?:section|word|length|require|instruct|phrase|plan)",
  '(?:the )?end of (?:the |this )?(?:section|chapter|week|day|part|entry|draft|text|response)\\b[^\\n]{0,80}$',
  '[[(](?:the )?(?:end|to be continued|continued?(?: in (?:the )?next (?:section|part|chapter))?)[^\\])\\n]{0,60}[\\])][\\s.…*_]*$',
  '(?:total |approximate )?word ?count\\b[^\\n]{0,40}$',
  '[[(]?(?:total[: ]+|approximately |about |approx\\.? |~)?\\d[\\d,.]* words[\\])]?[.\\s]*$',
  '希望(?:这|以上|本)[^\\n]{0,60}(?:帮助|满足|符合|喜欢)',
  '(?:如果|如)(?:您|你)?(?:还)?(?:需要|有)[^\\n]{0,60}(?:告诉|告知|修改|调整|继续)',
  '(?:需要|要)我(?:继续|接着)',
  '[（(【[]?(?:本章|本节|本段|全文|第[^\\n]{1,6}[章节])(?:完|结束)[）)】\\]]?[。\\s]*$',
  '[（(【[](?:完|待续|未完待续)[）)】\\]][。\\s]*$',
  '[（(【[]?(?:全文|本节|总)?(?:共|约)?字数[：:约 ]*\\d[^\\n]{0,12}$',
  '以上(?:是|为|就是)(?:第|本|这)[^\\n]{0,40}$',
  '以上(?:です|が第|がこの)[^\\n]{0,40}$',
  'ich hoffe,? (?:das|dies|dieser|der text)[^\\n]{0,60}(?:hilft|entspricht|gefällt|passt)',
  '(?:lassen sie mich|lass mich) wissen\\b|möchten sie,? dass ich\\b|wortzahl\\b|wortanzahl\\b',
  "j[’']espère que (?:cela|ce texte|cette section)\\b|n[’']hésitez pas à\\b|souhaitez-vous que je\\b|nombre de mots\\b",
  'espero que (?:esto|este texto|esta sección)\\b|¿(?:quieres|desea|deseas|te gustaría|quiere) que\\b|(?:avísame|hazme saber|háganme saber) si\\b|número de palabras\\b',
]

const farewell = new RegExp(`^[\\s*_>#—–-]*${any(farewells)}`, 'iu')
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

const withoutCount = (text: string): string => {
  const from = Math.max(0, text.length - tail)
  return (text.slice(0, from) + text.slice(from).replace(trailing, '')).trimEnd()
}

/** A text without the farewells below it ("I hope this helps", "[End of section]", "(350 words)"), and a rule above them. */
export const withoutPostamble = (text: string): string => {
  const bare = withoutCount(text)
  const found = lastParagraph(bare)
  if (!found || found.last.length > longestRemark || !farewell.test(found.last)) return bare
  return withoutPostamble(found.before.replace(lastRule, '').trimEnd())
}
