/**
 * Chinese words that the grammar knows, each as the English words it stands for: the parser reads those. A word behind
 * what it governs (之前, 开始) ends in `<`. Measure words that say nothing stand for ''.
 */
const entries = `
每=every 每一=every 各=each 每个=every 每逢=every 每隔=every 所有=all 全部=all 隔=alternate 一次=once
从=from 自=from 自从=from 起=from< 开始=from< 起每=from<,every 开始每=from<,every 到=to 至=to 直到=until 直至=until 截至=until 为止=until< 止=until< 结束=until<
之前=before< 以前=before< 前=before< 之后=after< 以后=after< 后=after< 之间=between<
在=in 于=in 里=in< 中=in< 内=in< 期间=in< 的=of
最后=last 倒数=fromend 首章=first,chapter 首周=first,week 首日=first,day 第=nth 前面=first 末=last 中间=middle 奇数=odd 单数=odd 偶数=even 双数=even 除了=except 除=except 以外=in< 之外=in< 外=in<
章=chapter 章节=chapter 回=chapter 节=section 部分=part 部=part 卷=volume 册=volume 幕=act 场=scene 集=episode 周=week 星期=week 礼拜=week 天=day 日=day 号=day 年=year 层=floor 楼=floor 层楼=floor 楼层=floor 街区=block 区块=block 格=cell 页=page 段=paragraph 段落=paragraph 封信=letter 封=letter 篇=entry 则=entry 条=entry 首诗=poem 课=lesson 站=stop 步=step 条目=entry 日记=diary 周记=weekly,diary 月=month
周一次=week,once 周两次=week,twice 天一次=day,once 月一次=month,once
星期一=monday 星期二=tuesday 星期三=wednesday 星期四=thursday 星期五=friday 星期六=saturday 星期日=sunday 星期天=sunday
周一=monday 周二=tuesday 周三=wednesday 周四=thursday 周五=friday 周六=saturday 周日=sunday 周末=weekend
圣诞节=christmas 元旦=newyear 情人节=valentine 平安夜=christmaseve 除夕=newyearseve
不要=not 不得=not 不能=not 不可=not 不应=not 不许=not 禁止=not 切勿=not 请勿=not 勿=not 避免=avoid 不出现=not,include 绝不=never 别=not 从不=never
都=also 都要=must 都必须=must 都应=must 都会=also 必须=must 应=should 应该=should 应当=should 需=must 需要=must 要=must 须=must 务必=must 一定=must 请=please 确保=ensure 要求=must
包含=include 包括=include 提到=mention 提及=mention 写到=mention 出现=include 加入=include 安排=schedule 设置=put 加上=add 插入=insert 描写=describe 描述=describe 使用=use 用=use 采用=use 采取=use 写=write 创作=write 撰写=write 生成=generate 设计=design 建造=build 保持=keep 引用=cite
至少=atleast 不少于=atleast 不低于=atleast 最少=atleast 起码=atleast 以上=atleast< 不超过=atmost 不多于=atmost 至多=atmost 最多=atmost 以内=atmost< 以下=atmost< 大约=about 约=about 左右=about< 上下=about< 大概=about
字=words 字数=wordcount 个字=words 字符=words 词=words 单词=words 总共=total 一共=total 共=total 总字数=total 全文=whole 全书=whole 全篇=whole 通篇=whole 整部=whole 整本=whole
和=and 与=and 及=and 以及=and 或=or 或者=or 并=and 并且=and 但=but 但是=but 只=only 只能=only 仅=only 专门=only
以=with 开头=opening 开篇=opening 结尾=closing 收尾=closing 个= 
第一人称=first,person 第二人称=second,person 第三人称=third,person 现在时=present,tense 过去时=past,tense 简体中文=simplified 繁体中文=traditional 英文=english 英语=english 中文=chinese 汉语=chinese 法语=french 日语=japanese
对话=dialogue 对白=dialogue 表格=table 列表=list 清单=list 疑问句=question 问题=question 问句=question 数字=number 标题=heading 小标题=heading 引文=quotation 链接=link 参考文献=source 文献=source 来源=source
一些=some 一起=together 十分=very 万一=incase 一样=alike 一切=everything 千万=must 一直=always 三分=partly 百分=percent 一定要=must 第一次=firsttime 中文版=edition 一下=bit 前往=visit 前后=around 后来=later 最后一次=lasttime 后果=result 中国=china 中心=centre 中学=school 日本=japan 日常=daily 部门=department 部长=minister 年轻=young 年级=grade 月亮=moon 天气=weather 今天=today 明天=tomorrow 昨天=yesterday 每当=whenever 自己=self 自然=nature 起来=up 起床=rise 以前的=former 用户=user 要点=keypoint 重要=important 主要=main 需求=demand 周围=around 周年=anniversary 生日=birthday 节日=festival 节目=programme 故事=story 小说=novel 外婆=grandmother 外公=grandfather 国外=abroad 内心=heart 内容=content 家里=home 心里=heart 后悔=regret 和平=peace 于是=so 由于=because 对于=about 关于=about 作用=effect 应用=use 利用=use 场景=setting 场面=sight 市场=market 到达=arrive 得到=get 看到=see 听到=hear 遇到=meet 想到=think 达到=reach 回到=return 回忆=memory 回来=return 回家=home 首先=firstly 首都=capital 写作=writing 特别=very 分别=respectively 写作风格=style
`

/** What a Chinese word stands for: a word of the grammar, and whether it stands behind what it governs. */
export type HanSense = { readonly word: string; readonly post: boolean }

export const hanWords: ReadonlyMap<string, readonly HanSense[]> = new Map(
  entries
    .trim()
    .split(/\s+/u)
    .map((entry) => {
      const [han = '', words = ''] = entry.split('=')
      const senses = words.split(',').filter(Boolean)
      return [han, senses.map((word) => ({ word: word.replace('<', ''), post: word.endsWith('<') }))] as const
    }),
)

/** The longest word in the list, in characters. */
export const longestHanWord = Math.max(...[...hanWords.keys()].map((word) => word.length))
