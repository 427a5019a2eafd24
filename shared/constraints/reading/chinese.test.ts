import { describe, expect, test } from 'vitest'
import { shown, unitsShown } from './test-shown.ts'

const chapters = { label: '章', count: 24 }
const weeks = { label: '周', count: 52, from: '2018-01-01', span: 'week' } as const
const days = { label: '天', count: 365, from: '2018-01-01', span: 'day' } as const

describe('小说', () => {
  test.each<[string, ...(readonly string[])]>([
    ['第三章出现一封信。', '3 treat 一封信'],
    ['第13章提到大海。', '13 treat 大海'],
    ['第二十一章描写暴风雨。', '21 treat 描写暴风雨'],
    ['最后一章回到港口。', '24 treat 回到港口'],
    ['倒数第二章船沉了。', '23 treat 船沉了'],
    ['第三章到第六章下雨。', '3-6 treat 下雨'],
    ['第三至六章下雨。', '3-6 treat 下雨'],
    ['第3、7、12章下雨。', '3,7,12 treat 下雨'],
    ['前三章下雨。', '1-3 treat 下雨'],
    ['最后两章下雨。', '23-24 treat 下雨'],
    ['每五章提到大海，从第三章开始。', '3+5 treat 大海'],
    ['从第三章开始，每隔五章提到一次大海。', '3+5 treat 大海'],
    ['每章都要提到天气。', 'each treat 天气'],
    ['每一章必须提到天气。', 'each treat 天气'],
    ['所有章节都提到天气。', 'each treat 天气'],
    ['奇数章提到大海。', '1+2 treat 大海'],
    ['第二十章之前不得提到凶手的名字。', '1-19 rule 第二十章之前不得提到凶手的名字'],
    ['从第十章起用现在时。', '10-24 voice present'],
    ['第十章以后不要出现狗。', '11-24 rule 第十章以后不要出现狗'],
    ['除最后一章外，每章提到大海。', '1-23 treat 大海'],
    ['第5章用第一人称。', '5 voice first'],
    ['最后一章以问句结尾。', '24 closes question'],
    ['每章以“亲爱的”开头。', 'each opens 亲爱的'],
    ['不要使用“非常”。', 'all avoid 非常'],
    ['每章不少于800字。', 'each length 800-'],
    ['每章字数在800到1000字之间。', 'each length 800-1000'],
    ['第三章至少3000字。', '3 length 3000-'],
    ['全文5000字左右。', 'all length 4500-5500'],
    ['全书不超过两万字。', 'all length -20000'],
    ['全书不超过3万字。', 'all length -30000'],
    ['全书不少于1.2万字。', 'all length 12000-'],
    ['全书不少于3万5千字。', 'all length 35000-'],
    ['全书共24章，每章1000字左右。', 'each length 900-1100'],
    ['全书8000字以上，摘要300字。', 'all length 8000-', 'all rule 摘要300字'],
    ['请用英文写。', 'all language en'],
    ['主角十分勇敢，一直在海上。'],
  ])('%s', (text, ...expected) => {
    expect(shown(text, chapters)).toEqual(expected)
  })
})

describe('日记', () => {
  test.each<[string, ...(readonly string[])]>([
    ['第十三周去看医生。', '13 treat 去看医生'],
    ['每五周去一次合唱团，从第十三周开始。', '13+5 treat 去一次合唱团'],
    ['从第十三周到第十五周旅行。', '13-15 treat 旅行'],
    ['五月十三日姑姑来访。', '19 treat 姑姑来访'],
    ['5月13日姑姑来访。', '19 treat 姑姑来访'],
    ['圣诞节姑姑来访。', '52 treat 姑姑来访'],
    ['每周写天气。', 'each rule 每周写天气'],
    ['到第四十周为止，每四周下棋，从第八周开始。', '8+4..40 treat 下棋'],
  ])('%s', (text, ...expected) => {
    expect(shown(text, weeks)).toEqual(expected)
  })

  test('星期', () => {
    expect(shown('每周五吃鱼。', days)).toEqual(['5+7 treat 吃鱼'])
  })
})

describe('单位', () => {
  test.each<[string, string]>([
    ['写一部二十四章的小说，每章不少于800字。', 'Chapter 24 each 800-'],
    ['一部十二章的小说', 'Chapter 12'],
    ['写十二个月的家信，每个月一封。', 'Month 12'],
    ['创作五篇日记，每篇400字左右。', 'Entry 5 each 360-440'],
    ['请写一个五幕的校园剧本（10000字）', 'Act 5 whole 9000-11000'],
    ['写一篇3000字左右的文章。', 'whole 2700-3300'],
    ['建造一座一百层的摩天大楼。第九层是餐厅。', 'Floor 100'],
    ['创作一首200字左右的乐府诗。', 'whole 180-220'],
    ['2023年9月23日，新站落成。写一篇报道，1200字。', 'whole 1080-1320'],
    ['2021年的周记，共52周。', 'Week 52 2021-01-01 week'],
  ])('%s', (text, expected) => {
    expect(unitsShown(text)).toBe(expected)
  })
})
