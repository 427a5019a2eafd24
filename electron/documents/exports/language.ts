/** The few words an export adds of its own. */
export type Wording = {
  readonly contents: string
  readonly notes: string
  readonly back: string
  readonly references: string
}

const wordings: Readonly<Record<string, Wording>> = {
  ar: { contents: 'المحتويات', notes: 'ملاحظات', back: 'العودة إلى النص', references: 'المراجع' },
  de: { contents: 'Inhalt', notes: 'Anmerkungen', back: 'Zurück zum Text', references: 'Literatur' },
  en: { contents: 'Contents', notes: 'Notes', back: 'Back to the text', references: 'References' },
  es: { contents: 'Índice', notes: 'Notas', back: 'Volver al texto', references: 'Referencias' },
  fr: { contents: 'Sommaire', notes: 'Notes', back: 'Retour au texte', references: 'Références' },
  it: { contents: 'Indice', notes: 'Note', back: 'Torna al testo', references: 'Riferimenti' },
  ja: { contents: '目次', notes: '注', back: '本文に戻る', references: '参考文献' },
  ko: { contents: '차례', notes: '주', back: '본문으로', references: '참고문헌' },
  nl: { contents: 'Inhoud', notes: 'Noten', back: 'Terug naar de tekst', references: 'Literatuur' },
  pt: { contents: 'Índice', notes: 'Notas', back: 'Voltar ao texto', references: 'Referências' },
  ru: { contents: 'Содержание', notes: 'Примечания', back: 'Назад к тексту', references: 'Литература' },
  zh: { contents: '目录', notes: '注释', back: '返回正文', references: '参考文献' },
}

const english: Wording = {
  contents: 'Contents',
  notes: 'Notes',
  back: 'Back to the text',
  references: 'References',
}
const names = new Intl.DisplayNames('en', { type: 'language' })
const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])
const tagShape = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i

/**
 * The BCP 47 tag of a brief's language, which may be a tag (`pt-BR`), or the English or own name of a language whose
 * wording is known (`German`, `français`). `en` for what is neither.
 */
export const languageTag = (language: string): string => {
  const wanted = language.trim()
  if (tagShape.test(wanted)) {
    try {
      return Intl.getCanonicalLocales(wanted)[0] ?? 'en'
    } catch {
      return 'en'
    }
  }
  const called = (tag: string, by: string | undefined) => by?.toLowerCase() === wanted.toLowerCase() && tag
  return (
    Object.keys(wordings).find(
      (tag) =>
        called(tag, names.of(tag)) || called(tag, new Intl.DisplayNames(tag, { type: 'language' }).of(tag)),
    ) ?? 'en'
  )
}

const primary = (tag: string): string => new Intl.Locale(tag).language

/** The export's own words in the language of a tag, English where they are not known. */
export const wordingOf = (tag: string): Wording => wordings[primary(tag)] ?? english

/** The side a language is read from. */
export const directionOf = (tag: string): 'ltr' | 'rtl' => (rightToLeft.has(primary(tag)) ? 'rtl' : 'ltr')

/** Language and region as word processors want them: `en` becomes `en-US`, `zh` `zh-CN`. */
export const regionalTag = (tag: string): string => {
  const { language, region } = new Intl.Locale(tag).maximize()
  return region ? `${language}-${region}` : language
}
