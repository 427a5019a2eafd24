/** Which pieces a text is made of. */
export type Register = 'report' | 'story' | 'diary' | 'manual'

const forms: readonly (readonly [RegExp, Register])[] = [
  [/novel|story|stories|fiction|tale|fable|roman|erzählung|geschichte|conte|nouvelle|cuento/iu, 'story'],
  [/小说|故事|小説|物語/u, 'story'],
  [/diar|journal|\blog\b|tagebuch|日记|日記/iu, 'diary'],
  [/manual|guide|handbook|instruction|how-?to|anleitung|handbuch|manuel|mode d|guía/iu, 'manual'],
  [/手册|指南|说明书|マニュアル|手引/u, 'manual'],
]

/** The pieces that suit a form; those of a report where the form is of no known kind. */
export const registerFor = (form: string): Register =>
  forms.find(([pattern]) => pattern.test(form))?.[1] ?? 'report'
