import { gzipSync } from 'node:zlib'
import { troubles } from '../scripted-server/trouble.ts'
import type { Trouble } from '../scripted-server/trouble.ts'

/** The good reply that troubles are made of. */
export const reply =
  'The harbour lay quiet. Überall Stille. 港は静かだった。 The gulls 🕊️ slept on the wall, and nothing moved.'

/** The key that must not be seen again. */
export const key = 'Zq7-very_private'

/** What goes wrong, what a call then comes to, and what is kept of the text. */
export type Fault = {
  readonly name: string
  readonly trouble: Trouble
  /** How the call ends: `end` and why, or the code, scope and retry of its failure. */
  readonly outcome: string
  readonly text?: string
  readonly thinking?: string
}

const two = reply.slice(0, 32)
const bomb = gzipSync(Buffer.alloc(30_000_000, 'x'))
const date = 'Sun, 22 Nov 2026 10:00:00 GMT'

const fault = (name: string, trouble: Trouble, outcome: string, rest: Partial<Fault> = {}): Fault => ({
  name,
  trouble,
  outcome,
  ...rest,
})
const fine = (name: string, trouble: Trouble, rest: Partial<Fault> = {}): Fault =>
  fault(name, trouble, 'end stop', { text: reply, ...rest })
const cut = (name: string, trouble: Trouble, outcome = 'reply-cut attempt'): Fault =>
  fault(name, trouble, outcome, { text: two })

const limited = (name: string, after: string, headers: Readonly<Record<string, string>> = {}): Fault =>
  fault(`429, ${name}`, troubles.tooManyCalls(undefined, headers), `model-busy endpoint limit${after}`)

const refusals: readonly Fault[] = [
  limited('seconds', ' 7000', { 'retry-after': '7' }),
  limited('a date', ' 30000', { date, 'retry-after': 'Sun, 22 Nov 2026 10:00:30 GMT' }),
  limited('a date gone by', ' 0', { date, 'retry-after': 'Sun, 22 Nov 2020 10:00:30 GMT' }),
  limited('milliseconds', ' 1500', { 'retry-after-ms': '1500' }),
  limited('rubbish', '', { 'retry-after': 'soon' }),
  limited('600 s', ' 600000', { 'retry-after': '600' }),
  fault('500', troubles.serverError(500), 'model-unreachable attempt outage'),
  fault('502', troubles.serverError(502), 'model-unreachable attempt outage'),
  fault('503', troubles.serverError(503), 'model-unreachable attempt outage'),
  fault('529', troubles.serverError(529), 'model-unreachable attempt outage'),
  fault('401', troubles.keyRefused(), 'model-key-refused endpoint'),
  fault('402', troubles.noCredit(), 'model-no-credit endpoint'),
  fault('403', troubles.forbidden(), 'model-key-refused endpoint'),
  fault('404', troubles.noModel(), 'model-not-found endpoint'),
  fault('413', troubles.tooLarge(), 'reply-too-long attempt'),
  fault('400, context overflow', troubles.overflow(), 'reply-too-long attempt'),
  fault('400', troubles.badRequest(), 'model-refused-request attempt'),
  fault('400 that repeats the key', troubles.badRequest(`Who is ${key}?`), 'model-refused-request attempt'),
  fault(
    '400 as a gzip bomb',
    { name: 'bomb', status: { code: 400, headers: { 'content-encoding': 'gzip' }, body: bomb } },
    'model-refused-request attempt',
  ),
  fault('a web page', troubles.webPage(), 'model-not-found endpoint'),
  fault(
    'a redirect to another host',
    troubles.redirect('http://localhost:9/v1'),
    'model-unreachable endpoint',
  ),
]

const breaks: readonly Fault[] = [
  fault('reset at once', troubles.reset(0), 'model-unreachable endpoint outage'),
  cut('reset half-way', troubles.reset(2)),
  fault('end of file at once', troubles.endOfFile(0), 'reply-cut attempt'),
  cut('end of file without a finish', troubles.endOfFile(2)),
  fault('error inside a 200 at once', troubles.errorFrame(0), 'model-unreachable attempt outage'),
  fault('overloaded inside a 200 at once', troubles.errorFrame(0, 529), 'model-unreachable attempt outage'),
  cut('error inside a 200 after text', troubles.errorFrame(2)),
  cut('error inside a 200 that repeats the key', troubles.errorFrame(2, null, `Who is ${key}?`)),
  cut('a broken JSON frame', troubles.badFrame(2)),
  cut('a line of 2 MB', troubles.longLine(2, 2_000_000), 'reply-runaway attempt'),
  cut('a flood of comments', troubles.flood(2), 'reply-runaway attempt'),
  fault(
    'a gzip bomb',
    {
      name: 'bomb',
      status: {
        code: 200,
        headers: { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' },
        body: bomb,
      },
    },
    'reply-runaway attempt',
  ),
  fault('no first byte', troubles.silence(), 'reply-stalled attempt'),
  cut('a stall', troubles.stall(2), 'reply-stalled attempt'),
  cut('murmurs without end', troubles.murmurs(2), 'reply-stalled attempt'),
]

const oddities: readonly Fault[] = [
  fine('nothing wrong', { name: 'none' }),
  fine('split UTF-8', troubles.splitLetters()),
  fine('no [DONE]', troubles.missingDone()),
  fine('no [DONE], left open', troubles.leftOpen()),
  fine('an unknown kind of frame', troubles.strangeFrame()),
  fine('lines that end with CR LF', troubles.carriageReturns()),
  fine('a byte order mark', troubles.byteOrderMark()),
  fine('a wrong content type', troubles.wrongType()),
  fine('finishes twice', troubles.finishesTwice()),
  fine('counts twice', troubles.countsTwice()),
  fine('counts nonsense', troubles.countsNonsense()),
  fine('thinking, then text', troubles.thinking('Hm. Let me see.'), { thinking: 'Hm. Let me see.' }),
  fault('thinking only', troubles.thinkingOnly(), 'end stop', { thinking: reply }),
  fault('an empty reply', troubles.empty(), 'end stop'),
  fault('a blank reply', troubles.blank(), 'end stop', { text: ' \n\n\t ' }),
  fault('a finish by length', troubles.cutShort(), 'end length', { text: reply }),
  fault('a filter', troubles.filter(), 'end filter', { text: reply.slice(0, 40) }),
  fault('a filter before the first word', troubles.blocked(), 'end filter'),
  fine('a refusal in prose', troubles.refusal('I cannot.'), { text: 'I cannot.' }),
  fine('a bound that is ignored', troubles.runaway(10), { text: `${reply}\n\n`.repeat(10) }),
]

/** Everything that can go wrong with one request, one line each. */
export const faults: readonly Fault[] = [...refusals, ...breaks, ...oddities]
