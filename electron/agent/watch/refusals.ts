import { countWords } from '../../../shared/text/words.ts'
import { isGiven, type Sighting } from './sighting.ts'

const sorry = String.raw`(?:(?:i['’]m|i am) (?:really |very |so |truly )?)?sorry,?(?: but)?`
const cannot = String.raw`(?:can(?:no|['’])t|can not|(?:am|['’]m) (?:unable|not able|not allowed|not permitted) to|will not|won['’]t|must decline to|must refuse to)`
const doing = String.raw`(?:help|assist|comply|write|create|generate|produce|provide|continue|fulfil|fulfill|complete|engage|proceed|draft|do)`
const matter = String.raw`(?:request|section|content|text|story|prompt|task|chapter|entry|material|topic|instructions?|scene|piece|passage|document|report|article)`
const object = String.raw`(?: you)?(?: (?:with|on|to|in))?(?: (?:writing|creating|generating))? (?:this|that|your|the|such|any|these)(?: \p{L}+){0,3}? ${matter}`

/**
 * How models refuse at the beginning of a paragraph: English, Chinese, Japanese, Korean, German, French, Spanish,
 * Italian, Portuguese, Dutch, Russian. Who says it within quotes is a character.
 */
const ways: readonly string[] = [
  String.raw`${sorry} i ${cannot} (?:help|assist|comply)(?: you)? with (?:this|that)(?! \p{L})`,
  String.raw`(?:${sorry} |unfortunately,? |however,? |but )?i ?${cannot} ${doing}${object}`,
  String.raw`as an? (?:ai|artificial intelligence)(?: assistant| model)?,? i ${cannot} ${doing}`,
  String.raw`as an? (?:ai |large )?language model\b`,
  String.raw`(?:很|非常|十分)?(?:抱歉|对不起|遗憾)[，,。！\s]*(?:但是?|不过)?[，,\s]*我(?:无法|不能|没有办法|没法)(?:继续|为[您你]|帮[您你]?)*(?:提供|协助|帮助|撰写|写|生成|创作|满足|完成|回答|处理|讨论)`,
  String.raw`作为(?:一个|一名|一款)?(?:人工智能|ai|大?语言模型)(?:助手|语言模型|模型)?[，,]?\s*我(?:无法|不能|没有|不具备)`,
  String.raw`(?:大変)?申し訳(?:ありません|ございません|ないの?です)が?[、，。]?[^。\n]{0,40}(?:できません|できかねます|お応えでき|お手伝いでき)`,
  String.raw`죄송(?:하지만|합니다)[^.\n]{0,40}수 없(?:습니다|어요|음)`,
  String.raw`(?:es )?tut mir (?:sehr )?leid,? (?:aber )?(?:ich|dabei|das|diese)\b[^.\n]{0,60}\b(?:schreiben|helfen|verfassen|erstellen|erfüllen|fortsetzen|nachkommen|unterstützen|bearbeiten)\b`,
  String.raw`als (?:ki|künstliche intelligenz|sprachmodell|ki-\p{L}+)\b[^.\n]{0,40}\b(?:kann|darf) ich\b`,
  String.raw`(?:je suis (?:vraiment )?)?désolée?,? (?:mais )?je ne (?:peux|puis|suis pas)\b[^.\n]{0,40}(?:aider|écrire|rédiger|générer|répondre|continuer|fournir|créer)`,
  String.raw`en tant qu(?:['’]|e )(?:ia|intelligence artificielle|modèle de langage)\b`,
  String.raw`(?:lo siento|lo lamento|disculp[ae]),? (?:pero )?no (?:puedo|me es posible) (?:ayudar|escribir|generar|continuar|crear|cumplir|proporcionar|redactar)`,
  String.raw`como (?:una? )?(?:ia|inteligencia artificial|modelo de lenguaje)\b,? no\b`,
  String.raw`(?:mi dispiace|spiacente),? (?:ma )?non posso (?:aiutar|scrivere|generare|continuare|creare|fornire|soddisfare)`,
  String.raw`(?:desculpe|lamento|sinto muito),? (?:mas )?(?:eu )?não (?:posso|consigo) (?:ajudar|escrever|gerar|continuar|criar|fornecer|atender)`,
  String.raw`(?:het spijt me|sorry),? (?:maar )?(?:ik|hier|daar) kan\b[^.\n]{0,60}\b(?:helpen|schrijven|voldoen|verdergaan)`,
  String.raw`(?:извините|простите|к сожалению|мне жаль),? (?:но )?я не (?:могу|в состоянии) (?:помочь|написать|выполнить|продолжить|создать|предоставить|ответить)`,
]

const refusal = new RegExp(String.raw`(?<=^|\n)[ \t*_>#]*(?:${ways.join('|')})`, 'giu')

const sentence = 'The model refused to write this section.'

/** Sees a refusal, at the beginning of a text or of a later line, that does not stand in the text `given`. */
export const refusalSeen = (text: string, from: number, given = ''): Sighting | null => {
  const start = text.lastIndexOf('\n', Math.max(0, from - 300)) + 1
  const found = [...text.slice(start).matchAll(refusal)].find(([words]) => !isGiven(given, words))
  return found ? { at: start + found.index, fault: { code: 'reply-refusal', sentence } } : null
}

const short = 60

/** What a short answer that is nothing but a refusal begins with; longer texts may begin so and be good. */
const curt = new RegExp(
  String.raw`^[\s*_>#]*(?:${sorry} .{0,40}\b${cannot}\b|i ?${cannot} (?:help|assist|write|comply|do|continue|fulfil|fulfill)|i must decline|很?抱歉|对不起，我)`,
  'iu',
)

/** Whether a whole answer is no more than a refusal. */
export const isCurtRefusal = (text: string): boolean => curt.test(text) && countWords(text) < short
