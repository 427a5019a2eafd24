import type { Grammar } from '../grammar.ts'
import { list } from '../list.ts'
import { chineseManual } from './chinese-manual.ts'
import { chineseReport } from './chinese-report.ts'
import { chineseStory } from './chinese-story.ts'

const framing = {
  honest: [
    '这里是占位文字，只为试用 Longhand 而写。',
    '以下是供试用 Longhand 的占位文字，正文还有待写出。',
    '这些话不过是占位文字，放在这里是为了试用 Longhand。',
    '本节由练习模型写成，是试用 Longhand 的占位文字。',
    '请把它当作占位文字来读：试用 Longhand 期间，它替“{title}”占着位置。',
    '说明一句，“{title}”在此只是占位文字，供试用 Longhand。',
    '日后会有作者来重写，在那之前，这是试用 Longhand 的占位文字。',
    '这一切只是暂时替代将来的正文，好让人试用 Longhand。',
    '读到这里的人应当知道，这是试用 Longhand 的占位文字。',
  ],
  honestShort: ['占位文字，供试用 Longhand。', '此为占位文字。', '占位文字。', '暂代正文。'],
  say: [
    '有一件事在此原样写下：“{phrase}”。',
    '这里也一字不改地写上：“{phrase}”。',
    '笔记里说得明白：“{phrase}”。',
    '属于此处的还有：“{phrase}”。',
    '为免遗忘，特此写明：“{phrase}”。',
    '按照约定，这句话应在此处：“{phrase}”。',
    '单列一行的是：“{phrase}”。',
    '不可略过的是“{phrase}”。',
    '下面的话照原样录出：“{phrase}”。',
  ],
  keep: [
    '这里始终记着任务书的一条规则：“{phrase}”。',
    '全文尽量照要求来写：“{phrase}”。',
    '任务书对写法有所规定：“{phrase}”。',
    '正式的文字须遵守这一条：“{phrase}”。',
  ],
  entry: [
    '计划对本节的要求是：“{phrase}”。',
    '计划里这样写着：“{phrase}”。',
    '按计划，本节的任务是：“{phrase}”。',
    '计划用一句话说明了用意：“{phrase}”。',
    '正文写成时，应当回应计划：“{phrase}”。',
  ],
  topic: [
    '关于“{title}”，此处还有一句话。',
    '“{title}”这个题目在此重提，{tail}。',
    '说到“{title}”，{tail}。',
    '“{title}”之下可添的不多，{tail}。',
    '关于“{title}”，暂且写到这里。',
  ],
  lead: ['有几点值得记住：', '简要记下如下各项：', '以下细目不分先后：'],
  heading: ['附记', '未决事项', '补充说明', '实际情形', '背景', '细目'],
  columns: ['地点 / 说明'],
  row: ['{place} / {stands}'],
  reportFocus: ['{place}的{aspect}'],
  storyFocus: ['{person}与{thing}'],
  diaryFocus: ['{friend}与{thing}', '{friend}谈{place}的{aspect}'],
  manualFocus: ['{part}与{part}'],
  treats: ['叙述{phrase}', '写{phrase}', '交代{phrase}'],
  says: ['写到“{phrase}”'],
  quote: ['“{phrase}”'],
  bare: [
    '{adjective}{nouns}{verbs}{nouns}。',
    '{nouns}{verbs}{adjective}{nouns}。',
    '{adjective}{nouns}{verbs}{adjective}{nouns}。',
    '{nouns}{verbs}{nouns}。',
  ],
  adjective: list(`
    旧 / 小 / 长 / 静 / 窄 / 浅 / 远 / 老 / 轻 / 素 / 矮 / 空
  `),
  nouns: list(`
    屋 / 路 / 灯 / 桥 / 船 / 窗 / 田 / 河 / 墙 / 信 / 书 / 园 / 石 / 井 / 塔 / 树
  `),
  verbs: list(`
    临 / 靠 / 望 / 连 / 对 / 伴 / 映 / 接 / 绕 / 近
  `),
  tiny: ['止。', '如此。', '就这些。', '到此为止。', '暂写到这里。'],
} as const

/** Everything the practice model can say in Chinese. */
export const chinese: Grammar = { ...framing, ...chineseReport, ...chineseStory, ...chineseManual }
