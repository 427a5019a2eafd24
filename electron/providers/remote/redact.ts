import { formsOf } from './key-forms.ts'

const mostQuoted = 300

/** What a key looks like, whoever's it is: servers repeat them, whole or in part, in their messages. */
const secrets = [
  /\b(?:sk|pk|rk|gsk|xai|hf|key)[-_][\w*.-]{6,}/gi,
  /(?<=\bbearer\s+)[^\s"',;]+/gi,
  /(?<=\b(?:api[-_]?key|access[-_]?token|token|key)=)[^\s"'&]+/gi,
]

/** A server's words made fit for a message: keys replaced by “…”, on one line, at most 300 characters. */
export const redact = (text: string, key?: string): string => {
  const own = key && key.length >= 4 ? formsOf(key) : []
  const safe = [...own, ...secrets].reduce<string>((rest, secret) => rest.replaceAll(secret, '…'), text)
  const line = safe.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return line.length > mostQuoted ? `${line.slice(0, mostQuoted - 1).trimEnd()}…` : line
}
