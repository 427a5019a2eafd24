import { describe, expect, test } from 'vitest'
import { check, dutyLine, type Demand } from '../../../shared/constraints/demand.ts'
import { endsWhole } from '../../../shared/text/sentences.ts'
import { countWords } from '../../../shared/text/words.ts'
import { compose } from './compose.ts'
import { misheard } from './erring.ts'
import { languages } from './language.ts'
import { brokenDuties } from './order.ts'
import { promptBlocks } from './prompt-blocks.ts'
import { randomFrom } from './random.ts'
import { revise } from './revise.ts'
import { order } from './test-orders.ts'

const demands: readonly Demand[] = [
  { kind: 'repeats', params: { text: 'so it goes', min: 3 } },
  { kind: 'repeats', params: { text: 'so it goes', min: 5, max: 5 } },
  { kind: 'repeats', params: { text: 'the', max: 2 } },
  { kind: 'pattern', params: { has: 'list' } },
  { kind: 'pattern', params: { has: 'list', min: 2 } },
  { kind: 'pattern', params: { has: 'table' } },
  { kind: 'pattern', params: { has: 'dialogue', min: 2 } },
  { kind: 'pattern', params: { has: 'question', min: 3 } },
  { kind: 'pattern', params: { has: 'number', min: 2 } },
  { kind: 'pattern', params: { has: 'heading' } },
  { kind: 'pattern', params: { has: 'quotation' } },
  { kind: 'pattern', params: { has: 'link', min: 2 } },
  { kind: 'pattern', params: { has: 'list', not: true } },
  { kind: 'pattern', params: { has: 'table', not: true } },
  { kind: 'pattern', params: { has: 'dialogue', not: true } },
  { kind: 'pattern', params: { has: 'question', not: true } },
  { kind: 'pattern', params: { has: 'number', not: true } },
  { kind: 'pattern', params: { has: 'quotation', not: true } },
  { kind: 'opening', params: { form: 'question' } },
  { kind: 'opening', params: { form: 'date' } },
  { kind: 'opening', params: { form: 'dialogue' } },
  { kind: 'opening', params: { form: 'list' } },
  { kind: 'opening', params: { text: 'Dear diary' } },
  { kind: 'opening', params: { text: 'Who goes there', form: 'question' } },
  { kind: 'opening', params: { text: 'At sea', form: 'date' } },
  { kind: 'closing', params: { form: 'exclamation' } },
  { kind: 'closing', params: { form: 'list' } },
  { kind: 'closing', params: { form: 'date' } },
  { kind: 'closing', params: { text: 'The end' } },
  { kind: 'cites', params: { min: 3 } },
]

const tongues = ['en', 'zh', 'ja', 'de', 'fr', 'es'] as const
const registers = ['report', 'story', 'diary', 'manual'] as const

describe.each(demands.map((demand) => [dutyLine(demand), demand] as const))('%s', (_, demand) => {
  test.each(tongues)('is kept by a draft in %s, whole and of its length', (tongue) => {
    for (const [seed, register] of registers.entries()) {
      const asked = order({ language: languages[tongue], register, others: [demand], say: ['low water'] })
      const text = compose(asked, randomFrom(seed))
      expect({
        register,
        verdict: check(demand, text)?.verdict,
        broken: brokenDuties(text, asked),
        whole: endsWhole(text),
        near: Math.abs(countWords(text) - 210) <= 10,
      }).toEqual({ register, verdict: 'kept', broken: 0, whole: true, near: true })
    }
  })

  test('is put right by a revision', () => {
    for (const [seed, register] of registers.entries()) {
      const asked = order({ register, others: [demand], say: ['low water'] })
      const first = compose({ ...asked, others: [] }, randomFrom(seed))
      const prompt = `# Its text now\n"""\n${first}\n"""\n# What is broken\n\n# Your task\nWrite it again.`
      const text = revise(promptBlocks([{ from: 'user', text: prompt }]), asked, randomFrom(seed))
      expect({ register, broken: brokenDuties(text, asked), whole: endsWhole(text) }).toEqual({
        register,
        broken: 0,
        whole: true,
      })
    }
  })
})

test.each<[Demand, Partial<Parameters<typeof order>[0]>]>([
  [{ kind: 'voice', params: { person: 'first' } }, { register: 'diary' }],
  [{ kind: 'voice', params: { person: 'first', tense: 'past' } }, { register: 'diary' }],
  [{ kind: 'voice', params: { person: 'third' } }, { register: 'report' }],
  [{ kind: 'voice', params: { person: 'third', tense: 'past' } }, { register: 'story' }],
  [{ kind: 'language', params: { code: 'en' } }, {}],
  [{ kind: 'language', params: { code: 'en-GB' } }, {}],
  [{ kind: 'language', params: { code: 'en-US' } }, {}],
  [{ kind: 'language', params: { code: 'de' } }, { language: languages.de }],
  [{ kind: 'language', params: { code: 'fr' } }, { language: languages.fr }],
  [{ kind: 'language', params: { code: 'es' } }, { language: languages.es }],
  [{ kind: 'language', params: { code: 'zh' } }, { language: languages.zh }],
  [{ kind: 'language', params: { code: 'ja' } }, { language: languages.ja }],
])('%j is not broken by a writer who has the grammar for it', (demand, changed) => {
  const verdicts = Array.from({ length: 8 }, (_, seed) => {
    const text = compose(order({ ...changed, others: [demand] }), randomFrom(seed))
    return check(demand, text)?.verdict ?? 'asks a reader'
  })
  expect(verdicts).not.toContain('broken')
  if (demand.kind === 'voice') expect(verdicts.filter((each) => each === 'kept').length).toBeGreaterThan(4)
})

test('forgets another duty now and then', () => {
  const others: readonly Demand[] = [{ kind: 'repeats', params: { text: 'so it goes', min: 3 } }]
  const asked = order({ others })
  const broken = Array.from(
    { length: 20 },
    (_, seed) => check(others[0]!, compose(misheard(asked, randomFrom(seed)), randomFrom(seed)))?.verdict,
  )
  expect(new Set(broken)).toEqual(new Set(['kept', 'broken']))
})
