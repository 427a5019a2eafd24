import { list } from '../list.ts'
import type { Register } from '../register.ts'

/** Section titles for works whose brief names none, in reading order. */
export type Outline = Readonly<Record<Register, readonly string[]>> & {
  /** What a title is divided into where more sections are wanted than there are titles. */
  readonly parts: readonly string[]
  /** Titles of sections that close a work and are written last. */
  readonly closing: RegExp
}

const same = (titles: readonly string[]): Readonly<Record<Register, readonly string[]>> => ({
  report: titles,
  story: titles,
  diary: titles,
  manual: titles,
})

const en: Outline = {
  report: list(`
    Introduction / Background / The question / How it was looked into / The present state / What was found /
    Figures and their limits / Costs / People concerned / Comparison with others / Risks /
    What is proposed / What remains open / Summary
  `),
  story: list(`
    Arrival / The house by the water / A first refusal / What the ferryman knew / The letter /
    A winter of small repairs / The stranger / An argument / The night on the quay / What was lost /
    The journey back / A promise kept / The last evening
  `),
  diary: list(`
    The first days / Settling in / A change in the weather / Work and visitors / A quiet stretch /
    Some news from home / An outing / Bad days / A celebration / Looking back / The last days
  `),
  manual: list(`
    About this manual / What is in the box / Safety / Setting up / The first use / Everyday use /
    Settings / Cleaning / Maintenance / When something goes wrong / Spare parts / Storage / Summary
  `),
  parts: list('beginnings / the course of things / details / difficulties / results / what follows'),
  closing: /\b(?:summary|conclusions?|closing remarks|epilogue|outlook)\b/iu,
}

const zh: Outline = {
  report: list(`
    引言 / 背景 / 问题的提出 / 调查方法 / 现状 / 主要发现 / 数据及其局限 / 费用 / 相关人员 / 横向比较 /
    风险 / 建议 / 尚待解决的问题 / 总结
  `),
  story: list(`
    抵达 / 水边的房子 / 第一次拒绝 / 船夫知道的事 / 来信 / 修修补补的冬天 / 陌生人 / 争执 / 码头之夜 /
    失去的东西 / 归途 / 守住的诺言 / 最后一晚
  `),
  diary: list(`
    最初几天 / 安顿下来 / 天气转变 / 工作与来客 / 平静的日子 / 家中来信 / 一次出行 / 不顺的日子 /
    一场庆祝 / 回顾 / 最后几天
  `),
  manual: list(`
    关于本手册 / 包装内容 / 安全须知 / 安装 / 初次使用 / 日常使用 / 设置 / 清洁 / 维护 / 故障处理 / 备件 /
    存放 / 总结
  `),
  parts: list('开端 / 经过 / 细节 / 困难 / 结果 / 后续'),
  closing: /总结|结语|结论|尾声|展望/u,
}

const ja: Outline = {
  ...same(
    list(`
      はじめに / 背景 / 問い / 調べ方 / 現状 / 分かったこと / 費用 / 関わる人々 / 比較 / 課題 / 提案 /
      残された問い / まとめ
    `),
  ),
  parts: list('始まり / 経過 / 細部 / 難点 / 結果 / その後'),
  closing: /まとめ|結論|終章|おわりに/u,
}

const de: Outline = {
  ...same(
    list(`
      Einleitung / Hintergrund / Die Frage / Das Vorgehen / Der heutige Stand / Was sich zeigte / Kosten /
      Die Beteiligten / Ein Vergleich / Schwierigkeiten / Vorschläge / Was offen bleibt / Zusammenfassung
    `),
  ),
  parts: list('Anfänge / Verlauf / Einzelheiten / Schwierigkeiten / Ergebnisse / Folgen'),
  closing: /zusammenfassung|schluss|fazit|epilog|ausblick/iu,
}

const fr: Outline = {
  ...same(
    list(`
      Introduction / Contexte / La question / La démarche / L’état présent / Ce qui fut trouvé / Les coûts /
      Les personnes / Comparaison / Difficultés / Propositions / Ce qui reste ouvert / Résumé
    `),
  ),
  parts: list('débuts / déroulement / détails / difficultés / résultats / suites'),
  closing: /résumé|conclusion|épilogue|perspectives/iu,
}

const es: Outline = {
  ...same(
    list(`
      Introducción / Contexto / La pregunta / El método / La situación actual / Lo hallado / Los costes /
      Las personas / Comparación / Dificultades / Propuestas / Lo que queda abierto / Resumen
    `),
  ),
  parts: list('comienzos / desarrollo / detalles / dificultades / resultados / consecuencias'),
  closing: /resumen|conclusi|epílogo|perspectivas/iu,
}

/** Outlines by language code. */
export const outlines = { en, zh, ja, de, fr, es } as const
