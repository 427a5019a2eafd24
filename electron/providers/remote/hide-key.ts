import { formsOf } from './key-forms.ts'

/** Letters of a form below which prose may hold it by chance. */
const fewest = 8

/** Letters from which also words in a row are a key, and no part of a sentence. */
const unlikely = 16

const isWords = (key: string): boolean => /^[a-z]+(?:[-_. ][a-z]+)*$/i.test(key)

/** The forms of a key that give it away: none for what people give to servers that want no key (`none`, `lm-studio`). */
const tellingForms = (key = ''): readonly string[] =>
  key.length < fewest || (key.length < unlikely && isWords(key))
    ? []
    : formsOf(key).filter(({ length }) => length >= fewest)

/** Takes a text in pieces and gives it back with “…” for a key. */
type KeyHider = {
  /** What can be said for certain; held back is only an end that may be the beginning of the key in one of its forms. */
  readonly hear: (piece: string) => string
  /** What was held back, since nothing follows. */
  readonly rest: () => string
}

/** Begins to look for a key in one text. A key of fewer than 8 letters, or of a word or two, is not looked for. */
export const keyHider = (key?: string): KeyHider => {
  const forms = tellingForms(key)
  const firsts = new Set(forms.map((form) => form[0]))
  const longest = forms[0]?.length ?? 0
  let held = ''
  const mayGoOn = (text: string, at: number): boolean => {
    const left = text.length - at
    return left < longest && forms.some((form) => form.length > left && form.startsWith(text.slice(at)))
  }
  const read = (text: string, isLast: boolean): string => {
    if (forms.length === 0) return text
    let said = ''
    let from = 0
    let at = 0
    while (at < text.length) {
      const isFirst = firsts.has(text[at])
      if (isFirst && !isLast && mayGoOn(text, at)) break
      const form = isFirst ? forms.find((each) => text.startsWith(each, at)) : undefined
      if (form) said += `${text.slice(from, at)}…`
      at += form?.length ?? 1
      if (form) from = at
    }
    held = text.slice(at)
    return said + text.slice(from, at)
  }
  return { hear: (piece) => read(held + piece, false), rest: () => read(held, true) }
}

/** A text with “…” for a key that gives itself away. */
export const hideKey = (text: string, key?: string): string => {
  const hider = keyHider(key)
  return hider.hear(text) + hider.rest()
}
