import { expect, test } from 'vitest'
import { z } from 'zod'
import { readStructure } from './read-structure.ts'

const wanted = z.array(z.object({ n: z.int().positive(), title: z.string() }))
const good = '[{"n": 1, "title": "A [b] {c} \\"d\\""}]'
const value = [{ n: 1, title: 'A [b] {c} "d"' }]

const entry = z.object({ name: z.string(), fact: z.string(), owns: z.array(z.string()) })
const schemas: readonly z.ZodType[] = [wanted, z.object({ summary: z.string(), facts: z.array(entry) })]

/** Whether it takes less than 300 ms, of three times the quickest: the machine may be busy with something else. */
const isQuick = (work: () => unknown): boolean =>
  [1, 2, 3].some(() => {
    const began = performance.now()
    work()
    return performance.now() - began < 300
  })

test.each([
  '[```json',
  '[{',
  '{n:1}\n',
  '{"n":1}',
  '["a"+',
  '["a\n',
  '{"a":',
  '```\n',
  '<think>',
  '\n',
  ' ',
  '*x',
  '-',
  '- a\n',
  '[a\n',
  'title: a\n',
  'owns:\n- a\n',
  '| - ',
  '| ',
  '- ',
  '{',
  '"',
])('a reply that only ever says %j is read within 300 ms', (said) => {
  for (const schema of schemas) {
    for (const [length, end] of [
      [390_000, ''],
      [159_000, ''],
      [29_000, ''],
      [29_000, 'x'],
    ] as const) {
      const reply = `${said.repeat(length / said.length)}${end}`
      let read: unknown
      expect(isQuick(() => (read = readStructure(schema, reply)))).toBe(true)
      expect(typeof read).toBe('string')
    }
  }
})

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
  ['long beyond reason', `[${'1,'.repeat(300_000)}1]`, 'It is longer than 160000 characters.'],
  ['after much thinking', `<think>${'Hm. '.repeat(50_000)}</think>${good}`, value],
  ['with a prototype', '[{"__proto__": {"x": 1}, "n": 1, "title": "A"}]', [{ n: 1, title: 'A' }]],
])('%s', (_, reply, expected) => {
  const read = readStructure(wanted, reply)
  if (typeof expected === 'string') expect(typeof read).toBe('string')
  else expect(read).toEqual(expected)
  expect(({} as { x?: unknown }).x).toBeUndefined()
})
