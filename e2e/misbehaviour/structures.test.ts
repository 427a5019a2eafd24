import { describe, expect, test } from 'vitest'
import { leaves } from '../../shared/questions/outline.ts'
import { tally } from '../../shared/questions/progress.ts'
import { played, type Plays } from '../played.ts'
import { troubles, type Trouble } from '../scripted-server/trouble.ts'
import { expectSound, replies, source } from './scene.ts'

/** Plays a trouble at the first request of every two that want a structure. */
const onStructures = (trouble: Trouble): Plays => {
  let n = 0
  return (_, request) => (request.json && (n += 1) % 2 === 1 ? trouble : null)
}

/** The shapes in which models break JSON. */
const shapes: readonly (readonly [string, (json: string) => string])[] = [
  ['a fence around it', (json) => `\`\`\`json\n${json}\n\`\`\``],
  ['words around it', (json) => `Here is the JSON you asked for:\n${json}\nI hope this helps!`],
  ['a comma too many', (json) => json.replace(/\]$/u, ',]')],
  ['single quotes', (json) => json.replaceAll('"', "'")],
  ['names without quotes', (json) => json.replaceAll(/"(\w+)":/gu, '$1:')],
  ['comments', (json) => json.replace('[', '[ // the list\n')],
  ['Python’s words', (json) => json.replace('[', '[None, ').replace('[None, ', '[')],
  ['no end', (json) => json.slice(0, -1)],
  ['typographic quotes', (json) => json.replaceAll(/"(\w+)":/gu, '“$1”:')],
  ['a line break in a string', (json) => json.replace(/": "/u, '": "\n')],
  ['a string of JSON', (json) => JSON.stringify(json)],
  ['one object a line', (json) => json.replace(/^\[/u, '').replace(/\]$/u, '').replaceAll('},{', '}\n{')],
  ['half of it', (json) => json.slice(0, Math.floor(json.length / 2))],
]

describe('H13: broken JSON is repaired, or asked for again once', () => {
  test.each(shapes)('%s', async (_, change) => {
    await played(
      onStructures(replies(change)),
      (project) => {
        expectSound(project)
        const state = project.state()
        const { broken, unsure, owed } = tally(state)
        const perStep = Map.groupBy(state.call.values(), ({ step, verb }) => (verb === 'draft' ? '' : step))
        perStep.delete('')
        expect({
          broken,
          unsure: unsure + owed,
          most: Math.max(...[...perStep.values()].map(({ length }) => length)),
        }).toEqual({
          broken: 0,
          unsure: 0,
          most: expect.toSatisfy((most: number) => most <= 2),
        })
      },
      { source },
    )
  })
})

/** The entries of a list in lines, `field: value`; what holds more than texts and numbers is left out. */
const inLines = (reply: string): string => {
  const list: unknown = JSON.parse(reply)
  if (!Array.isArray(list)) return reply
  return list
    .map((entry: object) =>
      Object.entries(entry)
        .filter(([, value]) => typeof value !== 'object')
        .map(([name, value]) => `${name}: ${String(value)}`)
        .join('\n'),
    )
    .join('\n\n')
}

test('a model that writes no JSON is asked for lines, once, and no server holds it to JSON then', async () => {
  const asked: (readonly [isJson: boolean, prompt: string])[] = []
  await played(
    (_, request) => {
      const prompt = request.messages.map(({ content }) => content).join('\n')
      if (prompt.includes('Write no JSON this time')) {
        asked.push([request.json !== undefined, prompt])
        return replies(inLines)
      }
      return request.json && prompt.includes('one object for each section')
        ? troubles.says('I would rather not.')
        : null
    },
    (project) => {
      expectSound(project)
      expect(asked.length).toBeGreaterThan(0)
      expect(asked.every(([isJson, prompt]) => !isJson && prompt.includes('title: words'))).toBe(true)
      const plans = [...project.state().call.values()].filter(({ verb }) => verb === 'plan')
      expect(plans.map(({ status }) => status)).toEqual(['failed', 'ended'])
      expect(leaves(project.state()).length).toBe(3)
    },
    { source },
  )
})

describe('H14: structures that would harm are refused within limits', () => {
  test.each<readonly [string, string]>([
    [
      'a prototype',
      '[{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "point": 1}]',
    ],
    ['10,000 deep', '['.repeat(10_000)],
    ['2 MB', `[${'{"point": 1, "verdict": "kept", "quote": "x"},'.repeat(45_000)}null]`],
    ['one name many times', `[{${'"point": 1, '.repeat(2_000)}"verdict": "kept"}]`],
  ])('%s', async (_, reply) => {
    await played(
      (__, request) => (request.json ? { ...troubles.says(reply), ignoresBound: true } : null),
      (project) => {
        expectSound(project)
        expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
        expect(leaves(project.state()).length).toBe(3)
      },
      { source },
    )
  })
})

describe('H15: absurd plans are made good or filled in, and told of', () => {
  const entry = (n: number, some: object = {}): object => ({
    n,
    title: `Chapter ${n}`,
    entry: `What ${n} says.`,
    ...some,
  })
  test.each<readonly [string, unknown]>([
    ['no section', []],
    ['one section', [entry(1)]],
    ['10,000 sections', Array.from({ length: 10_000 }, (_, i) => entry(i + 1))],
    ['one number three times', [entry(1), entry(1), entry(1)]],
    ['waits in a circle', [entry(1, { after: [3] }), entry(2, { after: [1] }), entry(3, { after: [2] })]],
    ['absurd lengths', [entry(1, { words: -5 }), entry(2, { words: 1e9 }), entry(3, { words: 0 })]],
  ])('%s', async (_, plan) => {
    await played(
      (__, request) =>
        request.messages.some(({ content }) => content.startsWith('You plan long works')) &&
        !request.messages.some(({ content }) => content.includes('Find what the brief requires'))
          ? { ...troubles.says(JSON.stringify(plan)), ignoresBound: true }
          : null,
      (project) => {
        expectSound(project)
        const state = project.state()
        expect([
          leaves(state).length,
          leaves(state).every(({ words }) => words >= 300 && words <= 360),
        ]).toEqual([3, true])
        expect(tally(state).broken).toBe(0)
      },
      { source },
    )
  })
})
