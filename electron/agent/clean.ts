const preamble =
  /^(?:(?:sure|certainly|of course|absolutely|okay|ok)\b[^\n]{0,160}[:!.]|here(?:'s| is| are)\b[^\n]{0,160}:|好的[，,：:！!][^\n]{0,80}|以下是[^\n]{0,80}[：:])[ \t]*\n+/iu

const control = /<\|[a-z_]{1,40}\|>|<\/?s>|\[\/?INST\]/giu

const thinking = /<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/giu

const fenced = /^```[a-z]*[ \t]*\n([\s\S]*?)\n?```$/iu

const sameWords = (a: string, b: string): boolean => {
  const bare = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return bare(a) === bare(b)
}

const withoutHeading = (text: string, title: string): string => {
  const match = /^(?:#{1,6}[ \t]+|\*\*)(?<heading>[^\n]*?)[#*: \t]*\n+/u.exec(text)
  return match && sameWords(match.groups?.['heading'] ?? '', title) ? text.slice(match[0].length) : text
}

/**
 * The prose of a reply without what is not prose: thinking, control tokens, a fence around the whole, an opening
 * remark ("Sure, here is …") and a heading that only repeats the section's title. Nothing else is touched.
 */
export const clean = (reply: string, title: string): string => {
  const bare = reply.replaceAll(thinking, '').replaceAll(control, '').replaceAll('\r\n', '\n').trim()
  const unfenced = (fenced.exec(bare)?.[1] ?? bare).trim()
  return withoutHeading(unfenced.replace(preamble, '').trim(), title).trim()
}
