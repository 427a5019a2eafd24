import { list } from '../list.ts'

/** Pieces for reports in Chinese; short, so that repetition stays low when letters are counted. */
export const chineseReport = {
  report: [
    '{paper}{tells}{matter}。',
    '{paper}{tells}{matter}，{tail}。',
    '{opener}，{paper}{tells}{matter}。',
    '{opener}，{paper}{tells}{matter}，{tail}。',
    '{matter}{stands}，{tail}。',
    '{opener}，{matter}{stands}。',
    '{paper}{tells}{matter}，{matter}则{stands}。',
    '{someone}{once}问起{matter}，{paper}{tells}它，{tail}。',
    '至于{matter}，{paper}{tells}得不多。',
    '{someone}{once}看过{matter}，觉得它{stands}。',
    '{matter}与{matter}之间，{gap}。',
    '除了{matter}，{paper}还{tells}{matter}。',
  ],
  paper: list(`
    这份记录 / 第一页 / 旁边的批注 / 第二段 / 手边的清单 / 那本旧账 / 开头一行 / 打印稿 / 桌上的草稿 /
    前面的摘要 / 附录 / 会议纪要 / 这张表 / 那封回信 / 目录 / 脚注 / 月报 / 备忘录 / 抄本 / 提纲
  `),
  tells: list(`
    写到 / 提到 / 记下 / 说明 / 交代 / 列出 / 重提 / 说到 / 谈到 / 核对 / 补充 / 述及 / 点明 / 写出
  `),
  matter: ['{place}的{aspect}', '{place}的{aspect}', '{place}的{aspect}', '{affair}', '{affair}'],
  aspect: list(`
    现状 / 费用 / 养护 / 修缮 / 来历 / 用途 / 位置 / 前景 / 清扫 / 启用 / 检查 / 更换 / 照明 / 大小 /
    布局 / 旧名 / 年限 / 管理 / 编号 / 租约 / 朝向
  `),
  place: list(`
    北边小路 / 侧门 / 旧水泵 / 阅览室 / 大门 / 库房 / 水池 / 新屋顶 / 锅炉房 / 西楼梯 / 装卸台 /
    晾晒间 / 步行桥 / 院子 / 长廊 / 水箱 / 布告栏 / 售票处 / 档案室 / 工具间 / 过秤房 / 外墙 / 码头 /
    仓库 / 后窗
  `),
  affair: list(`
    来访人数 / 等候时间 / 供货商的选择 / 遗留的问题 / 延误的原因 / 送货路线 / 工作分派 / 木料价钱 /
    告示的措辞 / 换班时刻 / 月底结余 / 备用钥匙 / 院外的声响 / 新人的培训 / 日期的改动 / 雨后的积水 / 两次清点 / 保险的答复 / 门票的样式 / 旧规矩
  `),
  tail: list(`
    不多评论 / 并留出余地 / 语气如常 / 其余留待以后 / 旁边注了日期 / 篇幅不长 / 写得平实 /
    不急于下结论 / 细节从略 / 供后人参考 / 并无出入 / 次序照旧 / 只有一行 / 条理清楚 / 算是交代过了 /
    不妨再看 / 理由也简单 / 措辞谨慎 / 没有附图 / 另有说明
  `),
  opener: list(`
    总的来说 / 暂且 / 目前为止 / 与先前一样 / 稍后 / 照规矩 / 远远看去 / 按日期看 / 换个角度 / 眼下 /
    说到底 / 严格说来 / 顺带一提 / 相比之下 / 细看之下 / 大体上 / 实际上
  `),
  stands: list(`
    没有变化 / 尚未定下 / 另行处理 / 仍照旧例 / 篇幅很小 / 需要再看 / 已经办妥 / 可以缓办 / 容易核实 /
    不必决定 / 再次出现 / 自有安排
  `),
  someone: list(`
    委员会 / 有位读者 / 办公室 / 一位同事 / 看门人 / 早先的作者 / 审计员 / 一位来客 / 管事 / 理事会
  `),
  once: list(`
    去年 / 春天 / 不久前 / 开会时 / 来信中 / 入夏前 / 曾经 / 前些天
  `),
  gap: ['相差不过几天', '并无矛盾', '还有一处未定', '只隔着一页', '关系不大', '容得下别的话', '差别不明显'],
} as const
