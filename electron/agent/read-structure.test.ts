import { expect, test } from 'vitest'
import { z } from 'zod'
import { readStructure } from './read-structure.ts'

const wanted = z.array(z.object({ n: z.int().positive(), title: z.string() }))
const good = '[{"n": 1, "title": "A [b] {c} \\"d\\""}]'
const value = [{ n: 1, title: 'A [b] {c} "d"' }]

test.each<[string, string, unknown]>([
  ['as asked', good, value],
  ['in a fence', `\`\`\`json\n${good}\n\`\`\``, value],
  ['in a fence, with words after it', `\`\`\`json\n${good}\n\`\`\`\n\nHope this helps!`, value],
  ['after words with brackets', `Sure [as asked]: ${good} Done {really}.`, value],
  ['after thinking', `<think>[3] or {"n": 2}?</think>${good}`, value],
  ['with a comma too many', '[{"n": 1, "title": "A [b] {c} \\"d\\"",},]', value],
  ['with single quotes', "[{'n': 1, 'title': 'A'}]", [{ n: 1, title: 'A' }]],
  [
    'cut off',
    '[{"n": 1, "title": "A"}, {"n": 2, "ti',
    'At 1.title: Invalid input: expected string, received undefined.',
  ],
  ['of another shape', '{"n": 1}', 'At the top: Invalid input: expected array, received object.'],
  ['with a bad number', '[{"n": -4, "title": "A"}]', 'At 0.n: Too small: expected number to be >0.'],
  ['no JSON', 'I would rather not.', 'It holds no JSON.'],
  ['deep beyond reason', '['.repeat(60_000), 'It is not JSON.'],
  ['long beyond reason', `[${'1,'.repeat(300_000)}1]`, 'It is longer than 400000 characters.'],
  ['with a prototype', '[{"__proto__": {"x": 1}, "n": 1, "title": "A"}]', [{ n: 1, title: 'A' }]],
])('%s', (_, reply, expected) => {
  const read = readStructure(wanted, reply)
  if (typeof expected === 'string') expect(typeof read).toBe('string')
  else expect(read).toEqual(expected)
  expect(({} as { x?: unknown }).x).toBeUndefined()
})
