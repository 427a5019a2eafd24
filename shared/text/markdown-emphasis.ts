import type { Construct, State, SyntaxExtension, Tokenizer } from './markdown-grammar.ts'

type Code = Parameters<State>[0]

const [asterisk, underscore, tilde] = [42, 95, 126] as const

/** What an asterisk stands beside. East Asian punctuation counts as `wide` like the letters it stands among. */
type Beside = 'space' | 'punctuation' | 'wide' | 'letter'

/** Letters and punctuation of Chinese, Japanese and Korean in the basic plane. */
export const isWide = (character: string): boolean =>
  /^[\u1100-\u11ff\u2e80-\u2fff\u3001-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee]$/u.test(
    character,
  )

const beside = (code: Code, marker: Code): Beside => {
  if (code === null || code < 0) return 'space'
  const character = String.fromCharCode(code)
  if (/\s/u.test(character)) return 'space'
  if (marker === asterisk && isWide(character)) return 'wide'
  return /[\p{P}\p{S}]/u.test(character) ? 'punctuation' : 'letter'
}

const isEdge = (side: Beside): boolean => side === 'space' || side === 'punctuation'

const tokenize: Tokenizer = function (effects, ok) {
  const { previous } = this
  return (marker) => {
    const sequence = effects.enter('attentionSequence')
    const inside: State = (code) => {
      if (code === marker) {
        effects.consume(code)
        return inside
      }
      effects.exit('attentionSequence')
      const [before, after] = [beside(previous, marker), beside(code, marker)]
      const opens = (after !== 'space' && (after !== 'punctuation' || before !== 'letter')) || code === tilde
      const closes =
        (before !== 'space' && (before !== 'punctuation' || after !== 'letter')) || previous === tilde
      sequence._open = opens && (marker === asterisk || isEdge(before) || !closes)
      sequence._close = closes && (marker === asterisk || isEdge(after) || !opens)
      return ok(code)
    }
    return inside(marker)
  }
}

const attention: Construct = {
  name: 'emphasis',
  tokenize,
  resolveAll(events, context) {
    const core = context.parser.constructs.insideSpan.null?.find(
      (construct) => 'name' in construct && construct.name === 'attention',
    )
    return core?.resolveAll?.(events, context) ?? events
  },
}

/**
 * Emphasis by the rules of CommonMark, but for one: beside Chinese, Japanese and Korean letters or punctuation an
 * asterisk opens and closes as it does beside Latin letters. By CommonMark the asterisks of `他是**“重点”**人物` would
 * show, for want of spaces around them.
 */
export const emphasis: SyntaxExtension = {
  text: { [asterisk]: attention, [underscore]: attention },
  disable: { null: ['attention'] },
}
