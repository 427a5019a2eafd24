import { expect, test } from 'vitest'
import { readBrief } from '../../brief.ts'
import { shape } from '../../questions/shape.ts'
import { stateOf } from '../../project-state.ts'

/** The words that a whole work is to have, as its plan aims at them; null where the brief stands in its own way. */
const aim = (prompt: string): number | null => {
  const { brief, constraints, conflicts } = readBrief(prompt)
  const isClash = conflicts.some(({ level }) => level === 'conflict')
  return isClash ? null : shape(stateOf([brief, ...constraints])).words
}

test.each<readonly [prompt: string, words: number]>([
  ['Write a 1,000 word essay on tea.', 1_000],
  ['Essay on tea, 1000 words', 1_000],
  ['Write an essay about tea (1000 words).', 1_000],
  ['Write an essay about tea. Word count: 1000', 1_000],
  ['write an essay on tea 1000word', 1_000],
  ['Write an essay on tea,1500 words,APA format', 1_500],
  ['Write me a ten thousand word novel about tea.', 10_000],
  ['Write a story about tea, 2k words.', 2_000],
  ['The article length should be approximately 900 words. Topic: tea.', 900],
  ['Write an essay of 1500 to 2000 words on tea', 1_750],
  // Above a bare minimum and below a bare maximum there is room for a writer who counts badly.
  ['Write a minimum of 1000 words about tea.', 1_150],
  ['I need 700+ words on tea.', 805],
  ['Write a letter to my landlord in under 400 words.', 360],
  ['Write a story in 5 chapters of 1000 words each.', 5_000],
  ['Write 3 blog posts on tea, each 1000 words.', 3_000],
  ['Write a 3000 words essay on tea. Include an abstract of 250 words.', 3_000],
  ['Write a 2000 word paper: introduction (300 words), body (1400 words), conclusion (300 words).', 2_000],
  ['写一篇800字的作文，题目是《我的家乡》', 800],
  ['500字，春天的散文', 500],
  ['写一篇作文，字数：800', 800],
  ['帮我写一千五百字的实习报告', 1_500],
  ['造价咨询服务进度保障措施（2000字）', 2_000],
  ['写一篇3千字的小说', 3_000],
  ['写一篇3万5千字的小说', 35_000],
  ['写一篇一万字的小说', 10_000],
  ['写一篇2000字以上的论文', 2_300],
  ['写论文，2000字以内', 1_800],
  ['写一篇演讲稿，800到1000字', 900],
  ['写一篇关于春天的散文，篇幅约1500字', 1_500],
  ['用600词英语写一篇关于春天的文章', 600],
  ['写一部小说，共6章，每章1000字左右', 6_000],
  ['创作五篇日记，每篇400字左右。', 2_000],
  ['写一篇8000字的毕业论文，摘要300字，关键词3-5个', 8_000],
  ['写一篇论文，总字数4000字，分为引言（500字）、正文（3000字）、结论（500字）', 4_000],
])('%s', (prompt, words) => {
  expect(aim(prompt)).toBe(words)
})
