import { list } from '../list.ts'

/** Pieces for stories and diaries in Chinese. */
export const chineseStory = {
  story: [
    '{person}{noticed}{thing}，{after}。',
    '{when}，{person}{noticed}{thing}。',
    '{person}{noticed}{thing}。',
    '{air}{lay}{where}，{person}{noticed}{thing}。',
    '{air}{lay}{where}，{until}。',
    '“{remark}，”{person}说着，{noticed}{thing}。',
    '“{remark}，”{when}，{person}说。',
    '{when}，{air}{lay}{where}，{person}{after}。',
    '{person}{noticed}{thing}，{person}也{noticed}{thing}。',
    '只有{person}{noticed}{thing}，{until}。',
    '{person}从{place}来，{noticed}{thing}，{after}。',
  ],
  person: list(`
    守门人 / 船夫 / 她姐姐 / 老文书 / 磨坊的孩子 / 邻家老人 / 测量员 / 女邮差 / 拄杖的客人 /
    教书先生 / 厨娘 / 房客 / 调琴师 / 值夜的人 / 学徒 / 他弟弟 / 园丁
  `),
  noticed: list(`
    看了看 / 走过 / 问起 / 想起 / 指了指 / 说起 / 记得 / 望着 / 绕过 / 提到 / 画下 / 留意到 / 回头看 /
    避开
  `),
  thing: list(`
    锁着的船屋 / 门厅的灯 / 北方来信 / 空椅子 / 新漆的门 / 楼梯口的钟 / 无主的外套 / 坝下的桥 /
    缺角地图 / 没拆的包裹 / 楼上灯光 / 树下长椅 / 绿皮账本 / 门铃 / 采石场的路 / 一篮苹果 / 墙上画像 /
    巷里的车 / 客栈的井 / 一排灰石 / 半截矮墙 / 旧风筝 / 渡口的绳
  `),
  when: list(`
    头遍钟响前 / 雨停以后 / 回家路上 / 傍晚时分 / 沉默许久 / 水还没凉 / 天色半明时 / 众人散去后 /
    午饭过后 / 第二天 / 那一晚 / 四点左右 / 天黑之前 / 入秋时
  `),
  after: list(`
    没有作声 / 神情平静 / 像是偶然 / 慢慢走开 / 并不奇怪 / 停了片刻 / 有些迟疑 / 又坐下来 / 点了点头 /
    不说缘由 / 叹了口气 / 笑了一下
  `),
  air: list(`
    雾 / 焦油味 / 初雪 / 细雨 / 暮光 / 水车声 / 夏天的尘土 / 河风 / 炊烟 / 寒气 / 桂花香 / 月色
  `),
  lay: ['停在', '弥漫在', '落在', '留在', '散在', '聚在', '浮在'],
  where: list(`
    屋顶上 / 房屋之间 / 码头边 / 果园上方 / 楼道里 / 教堂外 / 渡口附近 / 低地上 / 旧车站四周 /
    窗板后面 / 河湾里
  `),
  until: list(`
    直到掌灯 / 大半天不散 / 到四点才变 / 前后一周 / 一直到深夜 / 没人在意 / 从午后开始 / 与往年一样
  `),
  remark: list(`
    明天再说吧 / 再看看吧 / 那时我还没来 / 没人问过我 / 船又晚了 / 你可以记下来 / 不着急 /
    我听到的不是这样 / 放在那里就好 / 不远了 / 习惯就好 / 总有人知道
  `),
  diary: [
    '{day}，我{noticed}{thing}。',
    '{day}，{friend}和我{noticed}{thing}，{after}。',
    '天气{weather}，我{quiet}。',
    '{day}，天气{weather}，{until}。',
    '上班时，{work}。',
    '{day}，{work}，大家{calm}。',
    '家里{home}，{friend}{busy}。',
    '{when}，我{quiet}。',
    '{friend}{busy}，我{quiet}。',
    '{day}{friend}来过，说起{thing}。',
    '{friend}问起{place}的{aspect}，我{calm}。',
    '到了{day}，家里{home}。',
  ],
  day: list(`
    周一 / 周二 / 周三 / 周四 / 周五 / 周六 / 周日 / 周一早上 / 周四晚上 / 周日下午 / 最后一天
  `),
  friend: list(`
    姐姐 / 邻居 / 同事 / 老朋友 / 房东 / 表弟 / 新租客 / 老同学 / 楼下的人 / 母亲
  `),
  weather: list(`
    温和 / 转凉 / 阴沉 / 略有放晴 / 有些雨 / 变个不停 / 干爽 / 像是早春 / 起了风 / 闷热
  `),
  work: list(`
    会议又改期了 / 头一批图画完了 / 新打印机到了 / 两份表格重写了 / 电话打了很久 / 数字算了两遍 /
    架子重排过了 / 月度清单发出去了 / 来客问得在理 / 电梯坏了半天 / 旧柜子清空了
  `),
  calm: ['不觉得意外', '没有多说', '照常吃饭', '也就算了', '点头而已', '还算满意'],
  home: list(`
    装好了架子 / 擦了窗户 / 修了水龙头 / 理了旧书 / 刷了过道 / 校准了钟 / 扫了地窖 / 换了窗帘 /
    翻了相片 / 通了炉子
  `),
  quiet: list(`
    读了几页书 / 写了两封信 / 早早睡下 / 走到河边 / 煮了汤 / 听广播 / 补了衬衣 / 坐在窗前 / 算了账 /
    看旧贺卡 / 列了张单子
  `),
  busy: list(`
    摆碗筷 / 浇花 / 讲了件旧事 / 找钥匙 / 喂猫 / 数罐子 / 练琴 / 扫台阶 / 在椅上打盹 / 择菜
  `),
} as const
