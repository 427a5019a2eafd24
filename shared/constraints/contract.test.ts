import { describe, expect, test } from 'vitest'
import { check, demandFields, demandOf, dutyLine, demandSchema, type Demand } from './demand.ts'
import { constraintKinds } from './index.ts'
import type { Verdict } from './kind.ts'

type Example<Kind extends Demand['kind']> = {
  readonly params: Extract<Demand, { kind: Kind }>['params']
  readonly line: string
  readonly texts: readonly (readonly [string, Verdict | null])[]
}

/** One example a kind: a new kind does not compile until it has one. */
const examples: { readonly [Kind in Demand['kind']]: Example<Kind> } = {
  length: {
    params: { min: 3, max: 5 },
    line: 'Length: 3 to 5 words',
    texts: [
      ['Two words.', 'broken'],
      ['Now three words.', 'kept'],
      ['A well-known ferry sails here.', 'kept'],
      ['These are six words, all told.', 'broken'],
      ['渡轮开走', 'kept'],
    ],
  },
  mentions: {
    params: { text: 'the tide’s turn (a+b)' },
    line: 'Say: "the tide’s turn (a+b)"',
    texts: [
      ["We saw The Tide's turn (a+b) at noon.", 'kept'],
      ['We saw the tide’s\nturn (a+b).', 'kept'],
      ['We saw the tide turn.', 'broken'],
      ['', 'broken'],
    ],
  },
  avoids: {
    params: { text: 'obvious' },
    line: 'Never say: "obvious"',
    texts: [
      ['It was Obvious.', 'broken'],
      ['It was obviously so.', 'kept'],
      ['', 'kept'],
    ],
  },
  rule: {
    params: { text: 'Never explain\na joke.' },
    line: 'Keep to: Never explain a joke.',
    texts: [['Ha.', null]],
  },
}

describe.each(constraintKinds.map(({ kind }) => [kind]))('the kind %s', (kind) => {
  const { params, line, texts } = examples[kind]
  const demand = demandSchema.parse({ kind, params })

  test('is read back as it was saved, and refuses what is not its own', () => {
    expect(demandSchema.parse(structuredClone(demand))).toEqual({ kind, params })
    expect(demandSchema.safeParse({ kind, params: 'nothing of the kind' }).success).toBe(false)
  })

  test('can be asked for in a brief, where it has a word for it', () => {
    const field = constraintKinds.flatMap((each) =>
      each.kind === kind && 'field' in each ? [each.field] : [],
    )
    for (const each of field) {
      expect(demandFields).toContain(each)
      expect(demandOf(each, 'a b')).toEqual({ kind, params: { text: 'a b' } })
    }
    expect(demandOf('nonsense', 'a')).toBeNull()
  })

  test('is one line in a prompt', () => {
    expect(dutyLine(demand)).toBe(line)
  })

  test.each(texts)('checks %j', (text, verdict) => {
    expect(check(demand, text)?.verdict ?? null).toBe(verdict)
  })

  test.each([['\u0000\uD800'], ['🕊️'.repeat(10_000)], ['('.repeat(50_000)], ['مرحبا بالعالم'], ['[^1]: x']])(
    'never throws, and what it quotes is in the text',
    (text) => {
      const said = check(demand, text)
      expect(text).toContain(said?.quote ?? '')
    },
  )
})
