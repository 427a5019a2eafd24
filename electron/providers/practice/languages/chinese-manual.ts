import { list } from '../list.ts'

/** Pieces for manuals in Chinese. */
export const chineseManual = {
  manual: [
    '{how}，请{do}{part}。',
    '请先{do}{part}，再{do}{part}。',
    '如果{part}{fault}，请{do}{part}。',
    '如果{part}{fault}，请{how}{do}{part}。',
    '{event}之前，{part}保持原样。',
    '不要硬扳{part}，应{do}{part}。',
    '{part}{serves}。',
    '{part}{serves}，{part}{serves}。',
    '{event}之后，请{do}{part}。',
    '{part}{fault}时，{do}{part}即可。',
    '{how}{do}{part}，{part}{serves}。',
  ],
  do: list(`
    检查 / 查看 / 标记 / 盖好 / 清理 / 测试 / 擦拭 / 松开 / 固定 / 核对 / 复位 / 留意
  `),
  part: list(`
    主开关 / 下盖板 / 排水阀 / 备用保险 / 显示屏 / 左侧拉杆 / 滤网 / 供水管 / 后面板 / 线槽 / 导轨 /
    门锁 / 压力表 / 复位键 / 内密封圈 / 送料辊 / 警示灯 / 底板 / 出口 / 接线盒
  `),
  how: list(`
    下一步之前 / 断电后 / 每年两次 / 交班时 / 光线充足时 / 从正面 / 不用力 / 按标签所示 / 冷却后 /
    用手 / 从左到右 / 每用十次 / 一分钟内 / 每月一次
  `),
  fault: list(`
    不动 / 有痕迹 / 发热 / 松动 / 没有读数 / 已换过 / 有声响 / 磨损 / 偏高 / 容易脱落
  `),
  event: list(`
    指示灯熄灭 / 复查完成 / 有人签字 / 水箱排空 / 指针归零 / 双手空出 / 盖子合上 / 室内通风 /
    声音停止 / 计数归零
  `),
  serves: list(`
    无需调整 / 出厂时已设好 / 可从侧面够到 / 可徒手更换 / 会响一声 / 见图所示 / 不会走位 /
    只朝一面转 / 不承重 / 要加少许油 / 各型号相同
  `),
} as const
