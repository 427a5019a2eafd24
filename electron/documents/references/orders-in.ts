import { sentences } from '../../../shared/text/sentences.ts'

/** Ways in which a text speaks to a model instead of its reader; each within one sentence. */
const ways: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass|discard)\b.{0,60}\b(?:instructions?|prompts?|rules|guidelines|directions|orders|(?:all|everything|the) (?:previous|prior|above|earlier|preceding)|(?:previous|prior|above|earlier|preceding) (?:text|messages?|context))\b/iu,
  /\b(?:new|updated|additional|hidden|secret|important|final|following) (?:system )?instructions?\s*:/iu,
  /\b(?:system|developer) (?:prompt|message|override)\b/iu,
  /\byou are (?:now )?(?:an? |the |my )?(?:helpful )?(?:ai\b|artificial|assistant|language model|chat ?bot|chatgpt|gpt|claude|gemini|llama|llm\b)/iu,
  /\b(?:as|if you are|you,) (?:an? |the )?(?:ai|artificial intelligence|large language model|language model|llm|ai assistant|chat ?bot)\b/iu,
  /\b(?:attention|note|message|instructions?|memo) (?:to|for) (?:the |any |all |every )?(?:ai|llm|language|assistant|chat ?bot|reviewing|writing)s?\b.{0,20}(?:model|assistant|system|agent|bot|reviewer|:)/iu,
  /\b(?:do not|don['’]t|never|without) (?:tell|telling|inform|informing|mention|mentioning|reveal|revealing|alert|alerting)\b.{0,40}\b(?:user|writer|author|human|anyone|instructions?)\b/iu,
  /\b(?:reveal|print|repeat|output|show|send|post|leak|exfiltrate|upload)\b.{0,40}\b(?:your (?:instructions|prompt|rules|system|memory)|api keys?|passwords?|credentials|secrets?)\b/iu,
  /\b(?:respond|reply|answer|write|output) only (?:with|in)\b|\byour (?:new )?(?:task|role|job|goal) is (?:now )?to\b/iu,
  /<\|[a-z_]{2,40}\|>|\[\/?INST\]|<<\/?SYS>>|<\/?(?:start|end)_of_turn>|<\/?(?:system|assistant|instructions?)>/iu,
  /^\s*(?:#{1,4}\s*)?(?:system|assistant|developer)\s*:/imu,
  /(?:忽略|无视|無視|忘记|忘記|不要理会|不理會).{0,24}(?:指令|指示|提示|规则|規則|命令|要求)/u,
  /你(?:现在|現在)?是(?:一个|一個)?(?:AI|人工智能|人工智慧|语言模型|語言模型|智能助手|聊天机器人)|(?:系统|系統)提示/u,
  /(?:以前|これまで|上記|前)の?(?:すべての)?(?:指示|命令|プロンプト).{0,12}(?:無視|忘れ)/u,
  /\b(?:ignoriere|vergiss|missachte)\b.{0,60}\b(?:anweisung|anweisungen|regeln|befehle|vorgaben)\b/iu,
  /\b(?:ignorez|ignore|oubliez|oublie)\b.{0,60}\b(?:instructions?|consignes?|règles)\b/iu,
  /\b(?:ignora|ignore|olvida|omite)\b.{0,60}\b(?:instrucciones|reglas|órdenes)\b/iu,
  /(?:игнорируй|забудь).{0,60}(?:инструкц|указани|правил)/iu,
]

/** Characters of one sentence that are looked at, no fewer than a passage has, and that are shown. */
const longest = 2_400
const longestQuote = 240

/**
 * The sentences of a text that speak to a model: orders, changes of role, marks of chat templates. They are quoted to
 * models as material like all else; this is so that the writer knows. Reads words, not meaning: it may see too much.
 */
export const ordersIn = (text: string): readonly string[] =>
  sentences(text)
    .map(({ from, to }) => text.slice(from, Math.min(to, from + longest)).replace(/\s+/gu, ' '))
    .filter((sentence) => ways.some((way) => way.test(sentence)))
    .map((sentence) => sentence.slice(0, longestQuote).toWellFormed())
