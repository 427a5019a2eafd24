/** Words that styles ask for by name, in one language: one of a thing, and several where that differs. */
type Words = Readonly<Record<string, string | readonly [one: string, several: string]>>

const english: Words = {
  and: 'and',
  'et-al': 'et al.',
  'no date/short': 'n.d.',
  in: 'in',
  accessed: 'accessed',
  'page/short': ['p.', 'pp.'],
  'chapter/short': ['chap.', 'chaps.'],
  'section/short': ['sec.', 'secs.'],
  'paragraph/short': ['para.', 'paras.'],
  'figure/short': ['fig.', 'figs.'],
  'volume/short': ['vol.', 'vols.'],
  'issue/short': ['no.', 'nos.'],
  'edition/short': 'ed.',
  'editor/short': ['ed.', 'eds.'],
  'translator/short': ['trans.', 'trans.'],
  'editor/verb': 'edited by',
  'translator/verb': 'translated by',
}

const names = Object.keys(english)

/** Words in the order of the English ones, `|` between one and several. */
const words = (list: string): Words =>
  Object.fromEntries(
    list.split(/\s*;\s*/u).map((each, i) => {
      const [one = '', several] = each.split('|')
      return [names[i] ?? '', several === undefined ? one : [one, several]]
    }),
  )

const known: Readonly<Record<string, Words>> = {
  en: english,
  ar: words(
    'و; وآخرون; د.ت.; في; تاريخ الاطلاع; ص.|ص ص.; الفصل; القسم; الفقرة; الشكل; مج.; ع.; ط.; تحرير; ترجمة; تحرير; ترجمة',
  ),
  de: words(
    'und; u. a.; o. J.; in; zugegriffen am; S.; Kap.; Abschn.; Abs.; Abb.; Bd.|Bde.; Nr.; Aufl.; Hg.; Übers.; herausgegeben von; übersetzt von',
  ),
  es: words(
    'y; et al.; s. f.; en; consultado el; p.|pp.; cap.|caps.; sec.; párr.; fig.|figs.; vol.|vols.; núm.; ed.; ed.|eds.; trad.; editado por; traducido por',
  ),
  fr: words(
    'et; et al.; s. d.; dans; consulté le; p.; chap.; sect.; paragr.; fig.; vol.; nᵒ; éd.; éd.|éds.; trad.; sous la direction de; traduit par',
  ),
  it: words(
    'e; et al.; s.d.; in; consultato il; p.|pp.; cap.|capp.; sez.; par.; fig.|figg.; vol.|voll.; n.; ed.; a cura di; trad.; a cura di; tradotto da',
  ),
  ja: words('と; ほか; 日付なし; 収録; 閲覧日; p.|pp.; 章; 節; 段落; 図; 巻; 号; 版; 編; 訳; 編; 訳'),
  ko: words('와; 외; 날짜 없음; 수록; 접속일; p.|pp.; 장; 절; 문단; 그림; 권; 호; 판; 편; 역; 편; 역'),
  nl: words(
    'en; et al.; z.d.; in; geraadpleegd op; p.; hoofdstuk; par.; al.; fig.; dl.; nr.; ed.; red.; vert.; geredigeerd door; vertaald door',
  ),
  pt: words(
    'e; et al.; s.d.; em; acesso em; p.; cap.|caps.; seç.; parág.; fig.; vol.|vols.; n.; ed.; org.|orgs.; trad.; organizado por; traduzido por',
  ),
  ru: words(
    'и; и др.; б. г.; в; дата обращения; с.; гл.; разд.; абз.; рис.; т.|тт.; №; изд.; ред.; пер.; под ред.; пер.',
  ),
  zh: words('和; 等; 无日期; 见; 访问于; p.|pp.; 章; 节; 段; 图; 卷; 期; 版; 编; 译; 编; 译'),
}

const quotes: Readonly<Record<string, readonly [string, string]>> = {
  de: ['„', '“'],
  fr: ['« ', ' »'],
  it: ['«', '»'],
  ja: ['「', '」'],
  ru: ['«', '»'],
  es: ['«', '»'],
}

/** How citations are worded in one language. */
export type Tongue = {
  /** The BCP 47 tag. */
  readonly tag: string
  /** A term in a form; English where the language is not known, '' where there is no such term. */
  readonly term: (name: string, form: string, several: boolean) => string
  readonly quotes: readonly [open: string, close: string]
  /** Whether full stops and commas go inside of quotation marks. */
  readonly signsInQuotes: boolean
}

/** The wording of the language of a tag. */
export const tongueOf = (tag: string): Tongue => {
  const { language, region } = new Intl.Locale(tag).maximize()
  const own = known[language] ?? english
  return {
    tag,
    term: (name, form, several) => {
      const found = own[`${name}/${form}`] ?? own[name] ?? own[`${name}/short`] ?? ''
      return typeof found === 'string' ? found : (found[several ? 1 : 0] ?? '')
    },
    quotes: quotes[language] ?? ['“', '”'],
    signsInQuotes: language === 'en' && (region === 'US' || region === 'CA'),
  }
}
