import { filler, type TopSymbol } from './grammar.ts'
import type { Language } from './language.ts'
import type { Random } from './random.ts'
import type { Register } from './register.ts'

const symbols = {
  report: 'reportFocus',
  story: 'storyFocus',
  diary: 'diaryFocus',
  manual: 'manualFocus',
} as const satisfies Record<Register, TopSymbol>

/** The matter each section owns, no two alike, from section 1 on: as many as asked for. */
export const focuses = (
  { grammar }: Language,
  register: Register,
  count: number,
  random: Random,
): readonly string[] => {
  const fill = filler(grammar, random)
  const found = new Set<string>()
  for (let i = 0; found.size < count && i < count * 20; i += 1) found.add(fill(`{${symbols[register]}}`))
  for (let i = 2; found.size < count; i += 1) found.add(`${fill(`{${symbols[register]}}`)} (${i})`)
  return [...found]
}
