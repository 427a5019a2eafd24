import { expect, test } from 'vitest'
import type { ModelEvent, ModelRequest } from '../../shared/model.ts'
import { holds } from '../../shared/text/quotes.ts'
import { countWords } from '../../shared/text/words.ts'
import { systemPlatform } from './system-platform.ts'
import { practice, practiceModel } from './practice.ts'
import type { Model } from './provider.ts'

const brief = '# The brief\nTitle: T\nForm: report\nLanguage: en\nWords in all: 2400\n\nWrite.'

const section = (owed: string): string =>
  `# Your section\nSection 3 of 9: Moorings\nEntry: Tells of the moorings.\nWords wanted: 210\n# What it owes\n${owed}\n# Your task\nWrite this section.`

const duties = '- Say: "low water"\n- Never say: "obviously"\n- Length: 200 to 220 words'

const request = (changed: Partial<ModelRequest> = {}, owed = duties): ModelRequest => ({
  role: 'writer',
  verb: 'draft',
  messages: [
    { from: 'user', text: brief, cacheUpTo: true },
    { from: 'user', text: section(owed) },
  ],
  maxOutput: 10_000,
  seed: 1,
  temperature: 0.8,
  ...changed,
})

const heard = async (
  model: Model,
  asked: ModelRequest,
  signal = new AbortController().signal,
): Promise<readonly ModelEvent[]> => await Array.fromAsync(model(asked, signal))

const textOf = (events: readonly ModelEvent[]): string =>
  events.map((event) => (event.type === 'text' ? event.text : '')).join('')

const kept = (text: string, min = 200, max = 220): boolean => {
  const words = countWords(text)
  return holds(text, 'low water') && !holds(text, 'obviously') && words >= min && words <= max
}

test('says a few words at a time, then ends with its usage', async () => {
  const asked = request()
  const events = await heard(practiceModel({ erring: 0 }), asked)
  const text = textOf(events)
  const chunks = events.flatMap((event) => (event.type === 'text' ? [countWords(event.text)] : []))
  const input = Math.ceil(asked.messages.reduce((sum, each) => sum + each.text.length, 0) / 4)
  expect(Math.max(...chunks)).toBeLessThanOrEqual(6)
  expect(countWords(text)).toBe(210)
  expect(events.at(-1)).toEqual({
    type: 'end',
    finish: 'stop',
    usage: { input, cached: 0, output: Math.ceil(text.length / 4) },
  })
})

test('equal requests get equal replies, chunk by chunk; another seed another text', async () => {
  const [a, b, c] = await Promise.all([1, 1, 2].map((seed) => heard(practiceModel(), request({ seed }))))
  expect(b).toEqual(a)
  expect(textOf(c ?? [])).not.toBe(textOf(a ?? []))
})

test('about one first draft in five errs, over 1,000 seeds', async () => {
  const model = practiceModel()
  const short = request({}, duties.replace('200 to 220', '40 to 48'))
  let erred = 0
  for (let seed = 0; seed < 1_000; seed += 1) {
    if (!kept(textOf(await heard(model, { ...short, seed })), 40, 48)) erred += 1
  }
  expect(erred).toBeGreaterThan(150)
  expect(erred).toBeLessThan(250)
})

const again = `${section(duties)}\nYour last answer could not be used: It broke off.`
const revision = `${section(duties)}\n# Its text now\n"""\nObviously not.\n"""`

test.each([
  ['a second try', request({ messages: [{ from: 'user', text: again }] })],
  ['a revision', request({ verb: 'revise', messages: [{ from: 'user', text: revision }] })],
])('%s never errs', async (_, asked) => {
  const model = practiceModel({ erring: 1 })
  const texts = await Promise.all(
    Array.from({ length: 30 }, async (__, seed) => textOf(await heard(model, { ...asked, seed }))),
  )
  expect(texts.filter((text) => !kept(text))).toEqual([])
})

test('stops at its bound and says so', async () => {
  const events = await heard(practiceModel(), request({ maxOutput: 20 }))
  const text = textOf(events)
  expect(text).toHaveLength(80)
  expect(events.at(-1)).toMatchObject({ type: 'end', finish: 'length', usage: { output: 20 } })
})

test.each([
  ['before it begins', 0, 0],
  ['in the middle', 5, 0],
  ['while it waits', 2, 10_000],
])('falls silent at once when stopped %s, without an end', async (_, after, pace) => {
  const stop = new AbortController()
  if (after === 0) stop.abort()
  const started = performance.now()
  const events: ModelEvent[] = []
  if (pace > 0) setTimeout(() => stop.abort(), 20)
  for await (const event of practiceModel({ pace })(request(), stop.signal)) {
    events.push(event)
    if (events.length === after) stop.abort()
  }
  expect(events.filter(({ type }) => type !== 'text')).toEqual([])
  expect(events).toHaveLength(pace > 0 ? 0 : after)
  expect(performance.now() - started).toBeLessThan(1_000)
})

test('fifty lanes at once leave room for other work', async () => {
  const model = practiceModel()
  const lanes = Array.from({ length: 50 }, (_, seed) => heard(model, request({ seed })))
  let turns = 0
  const ticking = setInterval(() => (turns += 1), 1)
  await Promise.all(lanes)
  clearInterval(ticking)
  expect(turns).toBeGreaterThan(20)
})

test('paces itself when asked to', async () => {
  const started = performance.now()
  const events = await heard(practiceModel({ pace: 2 }), request({ maxOutput: 60 }))
  expect(performance.now() - started).toBeGreaterThan((events.length - 1) * 1.5)
})

test('is a provider with nothing to set up', async () => {
  const choice = { id: 'practice' }
  expect([practice.id, practice.lanes, practice.endpoint]).toEqual(['practice', 4, undefined])
  expect(await practice.list(choice, systemPlatform)).toEqual(['practice'])
  const events = await Array.fromAsync(
    practice.open(choice, systemPlatform)(request(), new AbortController().signal),
  )
  expect(events.at(-1)?.type).toBe('end')
})

test('two thousand words are quickly written', async () => {
  const asked = request({}, '- Length: 1900 to 2100 words')
  const model = practiceModel({ erring: 0 })
  await heard(model, asked)
  const started = performance.now()
  expect(countWords(textOf(await heard(model, asked)))).toBe(2_000)
  expect(performance.now() - started).toBeLessThan(500)
})
