/** What a token is, as the file has it (llama.cpp, `llama_token_type`). */
export const tokenKinds = { normal: 1, unknown: 2, control: 3, byte: 6 } as const

/** One token; of pieces that fit, the one with the higher score is taken. */
export type Token = {
  readonly text: string
  readonly kind: keyof typeof tokenKinds
  readonly score: number
}

/** All tokens by number, and the number of a token by its text. */
export type Vocabulary = {
  readonly tokens: readonly Token[]
  readonly numberOf: (text: string) => number
}

/** What stands for a space within pieces (SentencePiece). */
const space = '\u2581'

/** The words of a text as pieces. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => space + word)

const control = (text: string): Token => ({ text, kind: 'control', score: 0 })
const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0')

/**
 * A vocabulary of SentencePiece's kind: marks of chat and thought, the 256 bytes (so that every text can be written), the
 * printable letters of ASCII, and the words of `text` and `hm` with all their beginnings, because pieces grow by one letter.
 */
export const createVocabulary = (text: string): Vocabulary => {
  const tokens: Token[] = [
    { text: '<unk>', kind: 'unknown', score: 0 },
    ...['<s>', '</s>', '<|im_start|>', '<|im_end|>'].map(control),
    ...Array.from({ length: 256 }, (_, byte): Token => ({
      text: `<0x${hex(byte)}>`,
      kind: 'byte',
      score: 0,
    })),
    ...['<think>', '</think>'].map((mark): Token => ({ text: mark, kind: 'normal', score: 0 })),
  ]
  const numbers = new Map(tokens.map((token, number) => [token.text, number]))
  const add = (piece: string, score: number): void => {
    if (numbers.has(piece)) return
    numbers.set(piece, tokens.length)
    tokens.push({ text: piece, kind: 'normal', score })
  }
  add(space, -1)
  for (let code = 33; code < 127; code += 1) add(String.fromCharCode(code), -10 - code / 100)
  for (const word of wordsOf(`${text} hm`)) {
    for (let end = 2; end <= word.length; end += 1) add(word.slice(0, end), -5 + end / 10)
  }
  return { tokens, numberOf: (piece) => numbers.get(piece) ?? 0 }
}
