import type { Literal } from 'mdast'
import type { Extension } from 'mdast-util-from-markdown'
import type { Construct, State, SyntaxExtension, Tokenizer } from './markdown-grammar.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    citation: 'citation'
  }
}

/** A citation of sources: `value` is what stands between its brackets, such as `@key, p. 3; @other`. */
export type Citation = Literal & { type: 'citation' }

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: Citation
  }
  interface RootContentMap {
    citation: Citation
  }
}

const [bang, open, close, caret, at, paren] = [33, 91, 93, 94, 64, 40] as const

/** One or more `@key` or `@key, place` between semicolons. */
export const isCitation = (value: string): boolean =>
  /^@[^\s,;@]+(?:,[^;]*)?(?:; *@[^\s,;@]+(?:,[^;]*)?)*$/u.test(value) && !/[[\]\\|`\r\n\0]/u.test(value)

/** What a footnote may be called: no white space, brackets, bars, backslashes, backticks or ampersands. */
export const isLabel = (label: string): boolean => /^[^\s[\]\\|&`\0]{1,200}$/u.test(label)

const longest = 1000

/** Whether a character, as micromark numbers them, cannot stand in a citation or a footnote's label. */
const breaks = (code: Parameters<State>[0]): boolean =>
  code === null || code < 0 || code === open || code === 92 || code === 124 || code === 96

const tokenizeCitation: Tokenizer = function (effects, ok, nok) {
  let size = 0
  const start: State = (code) => {
    if (code !== open) return nok(code)
    effects.enter('citation')
    effects.consume(code)
    return (next) => (next === at ? inside(next) : nok(next))
  }
  const inside: State = (code) => {
    if (breaks(code) || size > longest) return nok(code)
    size += 1
    effects.consume(code)
    return code === close ? end : inside
  }
  const end: State = (code) => {
    const token = effects.exit('citation')
    const linked = code === paren
    return !linked && isCitation(this.sliceSerialize(token).slice(1, -1)) ? ok(code) : nok(code)
  }
  return start
}

const tokenizeCall: Tokenizer = function (effects, ok, nok) {
  const bracket = (code: Parameters<State>[0]): void => {
    effects.enter('gfmFootnoteCallLabelMarker')
    effects.consume(code)
    effects.exit('gfmFootnoteCallLabelMarker')
  }
  let empty = true
  const start: State = (code) => {
    if (code !== open) return nok(code)
    effects.enter('gfmFootnoteCall')
    bracket(code)
    return mark
  }
  const mark: State = (code) => {
    if (code !== caret) return nok(code)
    effects.enter('gfmFootnoteCallMarker')
    effects.consume(code)
    effects.exit('gfmFootnoteCallMarker')
    effects.enter('gfmFootnoteCallString')
    effects.enter('chunkString').contentType = 'string'
    return label
  }
  const label: State = (code) => {
    if (breaks(code) || (code === close && empty)) return nok(code)
    if (code !== close) {
      empty = false
      effects.consume(code)
      return label
    }
    effects.exit('chunkString')
    const token = effects.exit('gfmFootnoteCallString')
    if (!isLabel(this.sliceSerialize(token))) return nok(code)
    bracket(code)
    effects.exit('gfmFootnoteCall')
    return ok
  }
  return start
}

const citation: Construct = { name: 'citation', tokenize: tokenizeCitation }
const call: Construct = { name: 'footnoteCall', tokenize: tokenizeCall }
const note: Construct = {
  name: 'note',
  partial: true,
  tokenize(effects, ok, nok) {
    return effects.attempt([citation, call], ok, nok)
  },
}

/** `!` before a footnote or citation is an exclamation mark, not the beginning of an image. */
const exclamation: Construct = {
  name: 'exclamation',
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('data')
      effects.consume(code)
      effects.exit('data')
      return effects.check(note, ok, nok)
    }
  },
}

/**
 * Citations, and calls of footnotes whether or not their text is in sight: a section is read by itself, and the text of
 * its footnotes may stand in another.
 */
export const notes: SyntaxExtension = { text: { [bang]: exclamation, [open]: [citation, call] } }

/** What makes nodes of citations. */
export const notesToTree: Extension = {
  enter: {
    citation(token) {
      this.enter({ type: 'citation', value: this.sliceSerialize(token).slice(1, -1) }, token)
    },
  },
  exit: {
    citation(token) {
      this.exit(token)
    },
  },
}
