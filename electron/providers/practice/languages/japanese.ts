import type { Grammar } from '../grammar.ts'
import { list } from '../list.ts'

const register = [
  '{paper}は{matter}を{tells}。',
  '{paper}は{tail}、{matter}を{tells}。',
  '{opener}、{paper}は{matter}を{tells}。',
  '{opener}、{someone}は{matter}を{asked}。',
  '{someone}が{matter}を{asked}ので、{paper}は{matter}を{tells}。',
  '{matter}については{stands}。',
  '{when}、{someone}は{matter}を{asked}。',
  '{matter}と{matter}は{stands}。',
  '{paper}によれば、{matter}は{stands}。',
  '{when}、{someone}は{tail}{matter}を{asked}。',
] as const

const focus = ['{place}の{aspect}'] as const

/** Everything the practice model can say in Japanese; one register serves all forms. */
export const japanese: Grammar = {
  report: register,
  story: register,
  diary: register,
  manual: register,
  paper: list(`
    この記録 / 最初の頁 / 欄外の注 / 第二段落 / 手元の一覧 / 古い帳簿 / 冒頭の一行 / 机の草稿 /
    付録 / 議事録 / この表 / 返書 / 目次 / 月報 / 覚え書き / 写し
  `),
  tells: list(`
    述べている / 記している / 取り上げる / 説明する / 挙げている / 補っている / 短くまとめる / 伝える /
    書き留める / 確かめている / 振り返る / 並べている / 示す / 添えている / 書き直す / 数え上げる
  `),
  asked: list(`
    尋ねた / 見直した / 確かめた / 話題にした / 書き留めた / 思い出した / 調べた / 眺めていた / 語った / 書き写した / 褒めた / 気にかけた
  `),
  matter: ['{place}の{aspect}', '{place}の{aspect}', '{place}の{aspect}', '{affair}'],
  aspect: list(`
    現状 / 費用 / 手入れ / 修理 / 由来 / 使い道 / 位置 / 見通し / 掃除 / 点検 / 交換 / 照明 / 広さ /
    配置 / 旧名 / 年数 / 管理 / 番号 / 向き / 借り賃 / 色合い / 高さ / 改装
  `),
  place: list(`
    北の小道 / 脇の入口 / 古いポンプ / 閲覧室 / 正門 / 倉庫 / 水槽 / 新しい屋根 / 西の階段 / 荷揚げ場 /
    干し場 / 歩道橋 / 中庭 / 長い廊下 / 掲示板 / 切符売り場 / 資料室 / 道具部屋 / 外壁 / 桟橋 / 裏窓 / 井戸 / 船小屋 / 物干し台 / 石垣 / 坂道 / 渡し場 / 市場
  `),
  affair: list(`
    来訪者の数 / 待ち時間 / 遅れの理由 / 配達の道順 / 仕事の分担 / 材木の値段 / 告知の文面 / 交代の時刻 /
    合鍵の決まり / 日程の変更 / 貸し出しの手順 / 昼の人出 / 雨漏り / 新人の訓練 / 月末の残高
  `),
  tail: list(`
    簡潔に / 急がずに / いつもの調子で / 日付を添えて / 注釈なしに / 順を追って / 余白を残して /
    前と同じく / 一行だけ / 平易な言葉で
  `),
  opener: list(`
    さしあたり / 全体として / 同じように / 少し後で / これまでのところ / 実際には / 厳密に言えば /
    まず / これに対して / よく見ると / いずれにせよ
  `),
  when: list(`
    春先に / 夕方 / 雨の後 / 最初の鐘の前に / ある火曜日 / 帰り道で / 二週目に / 昼前に /
    長い沈黙の後 / 明るいうちに
  `),
  someone: list(`
    委員会 / ある読者 / 事務所 / 同僚 / 管理人 / 隣の人 / 監査役 / 客の一人 / 渡し守 / 以前の筆者
  `),
  stands: list(`
    変わりがない / まだ決まっていない / 別に扱う / 従来どおりである / 短く触れるだけだ /
    もう一度見る必要がある / 急ぐことはない / 容易に確かめられる / 改めて述べる
  `),
  honest: [
    'これは Longhand を試すためだけに書かれた仮の文章である。',
    'ここにあるのは Longhand を試すための仮の文章で、本文はこれから書かれる。',
    '以下の文は仮の文章にすぎず、Longhand を試せるように置いてある。',
    '練習用のモデルが、Longhand を試すための仮の文章として書いた。',
    '仮の文章として読まれたいもので、Longhand を試すあいだ「{title}」の場所を占めている。',
    '念のために記すと、「{title}」はここでは Longhand を試すための仮の文章である。',
    'いずれ作者が書き直すまで、これは Longhand を試すための仮の文章である。',
  ],
  honestShort: ['Longhand を試すための仮の文章。', 'これは仮の文章である。', '仮の文章。', '本文の代わり。'],
  say: [
    '一つのことをここにそのまま記す。すなわち「{phrase}」。',
    '次の言葉もここに書いておく、「{phrase}」。',
    '覚え書きにははっきりと「{phrase}」とある。',
    '忘れないように書いておく、「{phrase}」。',
    '約束によりここに置く言葉は「{phrase}」。',
    '欠かせないのは「{phrase}」。',
  ],
  keep: [
    '依頼の決まりをここでも守る、「{phrase}」。',
    '書き方について依頼はこう定める、「{phrase}」。',
    '本文は次のことに従うはずだ、「{phrase}」。',
  ],
  entry: [
    '計画はこの節にこう求める、「{phrase}」。',
    '計画には「{phrase}」とある。',
    '計画によれば、務めは「{phrase}」。',
    '計画は一行で趣旨を示す、「{phrase}」。',
  ],
  topic: [
    '「{title}」についても一言ある。',
    '「{title}」という題は{tail}また取り上げる。',
    '「{title}」については{stands}。',
    '「{title}」については、ひとまずここまで。',
  ],
  lead: ['心に留めたい点は次のとおり。', '要点を記す。', '細目を順不同に挙げる。'],
  heading: ['覚え書き', '未決の点', '補足', '細目', '背景'],
  columns: ['書類 / 備考'],
  row: ['{place} / {stands}'],
  reportFocus: focus,
  storyFocus: focus,
  diaryFocus: focus,
  manualFocus: focus,
  treats: ['{phrase}を述べる', '{phrase}を扱う', '{phrase}を説明する'],
  says: ['「{phrase}」と書く'],
  quote: ['「{phrase}」'],
  bare: [
    '{adjective}{nouns}、{nouns}。',
    '{nouns}、{adjective}{nouns}。',
    '{adjective}{nouns}、{adjective}{nouns}。',
    '{adjective}{nouns}、{nouns}、{nouns}。',
  ],
  adjective: list('古い / 小さい / 長い / 静かな / 狭い / 浅い / 遠い / 軽い / 低い / 細い / 明るい'),
  nouns: list('家 / 道 / 灯 / 橋 / 船 / 窓 / 畑 / 川 / 壁 / 手紙 / 本 / 庭 / 石 / 井戸 / 塔 / 木 / 坂 / 机'),
  tiny: ['了。', '以上。', 'ここまで。', '以上である。', 'まずは以上。'],
}
