import { expect, test } from 'vitest'
import { editedValues } from './edited-values.ts'

const rest = 'The sea was grey. Then Maren went home.'

test.each([
  ['Maren is 23 years old.', 'Maren is 27 years old.', 'Maren: 23 → 27'],
  [
    'In the morning Maren rowed to Bergen alone.',
    'In the morning Maren rowed to Oslo alone.',
    'Maren: Bergen → Oslo',
  ],
  ['Her sister Ane had brown hair.', 'Her sister Ane had red hair.', 'Ane: brown → red'],
  [
    'The ferry left with Ove at noon on Monday.',
    'The ferry left with Ove at noon on Friday.',
    'Ove: Monday → Friday',
  ],
  ['Maren is 23 years old.', 'Maren is 23 years old. It rained.', ''],
  ['Maren is 23 years old.', 'The gulls were loud at 27.', ''],
  ['Maren is tired.', 'Maren is happy.', ''],
  ['She is 23 years old.', 'She is 27 years old.', ''],
  ['Maren is 23 years old.', '', ''],
])('%s → %s', (before, after, expected) => {
  const found = editedValues(`${before} ${rest}`, `${after} ${rest}`)
  expect(
    found.map(({ names, difference: { old, fresh } }) => `${names.join(', ')}: ${old} → ${fresh}`).join(),
  ).toBe(expected)
})
