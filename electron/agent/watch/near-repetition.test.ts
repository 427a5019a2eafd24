import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearRepetition } from './near-repetition.ts'

const folder = join(import.meta.dirname, '../../../docs/decisions')
const prose = readdirSync(folder)
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n\n')

/** Where a stream of this text is found to say again what it said. */
const found = (text: string): number | null => {
  const near = nearRepetition()
  for (let end = 50; end < text.length + 50; end += 50) {
    const at = near(text.slice(0, end))
    if (at !== null) return at
  }
  return null
}

const changed = (words: readonly string[], every: number, time: number): string =>
  words.map((word, i) => (i % every === 1 ? `x${time}${word}` : word)).join(' ')

/** What is said once more has one word in twenty changed; what is said twice more, one in fifteen. */
test.each([
  ['once more', 20, 1, 200],
  ['twice more', 15, 2, 90],
] as const)(
  'law: what is said %s in other words is found, and where it begins; the rest is not',
  (_, every, times, least) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6_000 }), fc.nat(100), (from, more) => {
        const words = prose
          .slice(from)
          .split(/\s+/u)
          .slice(1, least + more)
        const text = `${words.join(' ')}\n\n`
        const again = Array.from({ length: times }, (__, i) => changed(words, every, i + 1)).join('\n\n')
        expect(found(text)).toBeNull()
        const at = found(`${text}${again}\n\nThe end came.`)
        expect(Math.abs((at ?? Infinity) - text.length)).toBeLessThan(250)
      }),
      { numRuns: 50 },
    )
  },
)

test('rows of tables and code are alike by nature', () => {
  const rows = Array.from({ length: 40 }, (_, i) => `| Week ${i} | the choir rehearses at the town hall |`)
  const code = Array.from({ length: 40 }, (_, i) => `const harbour${i} = await readTheTideTable(${i})`)
  expect(found(rows.join('\n'))).toBeNull()
  expect(found(`\`\`\`js\n${code.join('\n')}\n\`\`\`\n`)).toBeNull()
  expect(found(rows.join('\n').replaceAll('|', ''))).not.toBeNull()
})
