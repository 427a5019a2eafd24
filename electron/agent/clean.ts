/** How models open a remark about the text instead of the text. */
const opener =
  /^(?:sure|certainly|of course|absolutely|okay|ok|here(?:['’]s| is| are)|好的|以下是)(?![\p{L}\p{N}])/iu

/** Words that show that an opening line speaks of the task; without one of them it may be the first line of a story. */
const ofTask =
  /\b(?:you (?:asked|requested|wanted)|as (?:requested|asked)|(?:the|this|your) (?:section|draft|revision)|(?:chapter|section|week|day|part) \d+|revised|rewritten|in markdown)\b|第.{1,6}[章节]|以下是/iu

const isRemark = (line: string): boolean =>
  opener.test(line) &&
  (/^[\p{L} ]+[!.:,，。！：]*$/u.test(line)
    ? line.length < 16
    : ofTask.test(line) && /[:：.!。！]$/u.test(line))

const withoutRemark = (text: string): string => {
  const end = text.indexOf('\n')
  return end > 0 && end < 200 && isRemark(text.slice(0, end).trim()) ? text.slice(end).trim() : text
}

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
  const inside = fenced.exec(bare)?.[1]
  // Two blocks of code with prose between them are no fence around the whole.
  const unfenced = inside === undefined || /^```/mu.test(inside) ? bare : inside.trim()
  return withoutHeading(withoutRemark(unfenced), title).trim()
}
