import { z } from 'zod'
import { jsonOf } from '../json-of.ts'

/** A plan as it is asked for, and other structures below. */
export const plan = z.array(
  z.object({
    n: z.int().positive(),
    title: z.string().min(1),
    entry: z.string().min(1),
    words: z.int().positive().optional().catch(undefined),
    after: z.array(z.int().positive()).default([]).catch([]),
  }),
)
export const review = z.array(
  z.object({
    point: z.int().positive(),
    verdict: z.enum(['kept', 'broken', 'unsure']),
    quote: z.string().default(''),
    advice: z.string().default(''),
  }),
)
export const memory = z.object({
  summary: z.string().min(1),
  facts: z
    .array(z.object({ about: z.enum(['person', 'place']), name: z.string(), fact: z.string() }))
    .default([]),
  over: z.array(z.int()).default([]),
})
const pairs = z.array(z.object({ pair: z.int(), repeats: z.boolean(), advice: z.string().default('') }))

const planned = [
  { n: 1, title: 'Ebb', entry: 'The harbour falls dry.', after: [] },
  { n: 2, title: 'Flood', entry: 'Silt comes in.', after: [1] },
]
const p =
  '[{"n":1,"title":"Ebb","entry":"The harbour falls dry.","after":[]},{"n":2,"title":"Flood","entry":"Silt comes in.","after":[1]}]'
const judged = [
  { point: 1, verdict: 'kept', quote: 'low water', advice: '' },
  { point: 2, verdict: 'broken', quote: '', advice: 'Name the ferry.' },
]
export const kept = {
  summary: 'The ferry sails.',
  facts: [{ about: 'person', name: 'Ines', fact: 'She is a nurse.' }],
  over: [],
}
const facts = '"facts":[{"about":"person","name":"Ines","fact":"She is a nurse."}]'
const told = [
  { pair: 1, repeats: true, advice: 'Cut it.' },
  { pair: 2, repeats: false, advice: '' },
]

/** What the same model answers when it is asked again, in lines where it wrote no JSON before. */
export const again = `n: 1
title: Ebb
entry: The harbour falls dry.

n: 2
title: Flood
entry: Silt comes in.
after: 1`

/** A reply, what it is to be read as, and in which call: in the first, or when the model is asked again. */
export type Case = readonly [what: string, schema: z.ZodType, reply: string, value: unknown, call: 1 | 2]

/** What weak models answer where a structure was asked. */
export const weakReplies: readonly Case[] = [
  ['as asked', plan, p, planned, 1],
  ['a fence', plan, `\`\`\`json\n${p}\n\`\`\``, planned, 1],
  ['a fence of no language', plan, `\`\`\`\n${p}\n\`\`\``, planned, 1],
  ['a fence that never closes', plan, `\`\`\`json\n${p}`, planned, 1],
  ['a fence that says JSON5', plan, `\`\`\`json5\n${p.replaceAll('"', "'")}\n\`\`\``, planned, 1],
  ['prose before and after', plan, `Sure! Here is the plan:\n\n${p}\n\nLet me know.`, planned, 1],
  ['prose with brackets before', plan, `As you asked [see above]: ${p}`, planned, 1],
  ['thinking before', plan, `<think>Maybe [1] or {"n": 3}?</think>\n${p}`, planned, 1],
  ['reasoning before', plan, `<reasoning>{"n": 1}</reasoning>${p}`, planned, 1],
  ['an end of thinking alone', plan, `so I write:\n</think>\n${p}`, planned, 1],
  ['a chat’s tokens', plan, `<|im_start|>assistant\n${p}<|im_end|>`, planned, 1],
  ['the whole as a text', plan, JSON.stringify(p), planned, 1],
  ['twice the same', plan, `${p}\n${p}`, planned, 1],
  ['a name before it', plan, `plan = ${p}`, planned, 1],
  ['a call around it', plan, `json.dumps(${p})`, planned, 1],
  ['a mark at the beginning', plan, `\uFEFF${p}`, planned, 1],
  ['commas too many', plan, p.replaceAll('}', ',}').replace(']}', '],}').replace(/\]$/u, ',]'), planned, 1],
  ['a comma missing', plan, p.replace('},{', '} {'), planned, 1],
  ['single quotes', plan, p.replaceAll('"', "'"), planned, 1],
  ['typographic quotes', plan, p.replaceAll(/"(\w+)":/gu, '“$1”:'), planned, 1],
  ['names without quotes', plan, p.replaceAll(/"(\w+)":/gu, '$1:'), planned, 1],
  ['line comments', plan, p.replace('[', '[ // the plan\n'), planned, 1],
  ['block comments', plan, p.replace('{', '{ /* first */ '), planned, 1],
  [
    'Python’s words',
    pairs,
    "[{'pair': 1, 'repeats': True, 'advice': 'Cut it.'}, {'pair': 2, 'repeats': False, 'advice': None}]",
    told,
    1,
  ],
  ['no closing bracket', plan, p.slice(0, -1), planned, 1],
  ['no closing brackets at all', memory, `{"summary":"The ferry sails.",${facts.slice(0, -2)}`, kept, 1],
  [
    'a line break in a text',
    plan,
    p.replace('falls dry', 'falls\ndry'),
    [{ ...planned[0], entry: 'The harbour falls\ndry.' }, planned[1]],
    1,
  ],
  ['dots for more', plan, p.replace(/\]$/u, ', ...]'), planned, 1],
  ['one object a line', plan, p.slice(1, -1).replace('},{', '}\n{'), planned, 1],
  ['objects with words between', plan, p.slice(1, -1).replace('},{', '}\n\nThen:\n{'), planned, 1],
  [
    'nothing for null',
    review,
    '[{"point":1,"verdict":"kept","quote":"low water","advice":null},{"point":2,"verdict":"broken","quote":null,"advice":"Name the ferry."}]',
    judged,
    1,
  ],
  ['a wrapper', plan, `{"sections":${p}}`, planned, 1],
  ['two wrappers', plan, `{"data":{"plan":${p}}}`, planned, 1],
  ['a wrapper that says more', plan, `{"status":"ok","count":2,"sections":${p}}`, planned, 1],
  ['a wrapper around an object', memory, `{"result":{"summary":"The ferry sails.",${facts}}}`, kept, 1],
  ['an object in a list', memory, `[{"summary":"The ferry sails.",${facts}}]`, kept, 1],
  ['one entry without its list', pairs, '{"pair":1,"repeats":true,"advice":"Cut it."}', told.slice(0, 1), 1],
  [
    'entries by their numbers',
    plan,
    '{"1":{"title":"Ebb","entry":"The harbour falls dry."},"2":{"title":"Flood","entry":"Silt comes in.","after":[1]}}',
    planned,
    1,
  ],
  [
    'entries by their names',
    plan,
    '{"Section 1":{"title":"Ebb","entry":"The harbour falls dry."},"Section 2":{"title":"Flood","entry":"Silt comes in.","after":["1"]}}',
    planned,
    1,
  ],
  [
    'answers by their numbers',
    review,
    '{"1":"kept","2":"broken"}',
    judged.map(({ point, verdict }) => ({ point, verdict, quote: '', advice: '' })),
    1,
  ],
  ['entries as texts of JSON', pairs, JSON.stringify(told.map((each) => JSON.stringify(each))), told, 1],
  [
    'rows without names',
    plan,
    '[[1,"Ebb","The harbour falls dry."],[2,"Flood","Silt comes in."]]',
    planned.map((each) => ({ ...each, after: [] })),
    1,
  ],
  ['names in capitals', plan, p.replaceAll('"title"', '"Title"').replaceAll('"n"', '"N"'), planned, 1],
  [
    'names with marks',
    review,
    '[{"Point":1,"_verdict":"kept","quote":"low water"},{"point ":2,"verdict":"broken","Advice":"Name the ferry."}]',
    judged,
    1,
  ],
  ['names nobody asked for', plan, p.replaceAll('"n"', '"id":"x","n"'), planned, 1],
  [
    'an object for a list within',
    memory,
    `{"summary":"The ferry sails.",${facts.replace('[', '').replace(/\]$/u, '')}}`,
    kept,
    1,
  ],
  ['numbers as texts', plan, p.replaceAll(/"n":(\d)/gu, '"n":"$1"').replace('[1]', '["1"]'), planned, 1],
  ['numbers as words', plan, p.replace('"n":1', '"n":"one"').replace('"n":2', '"n":"Two"'), planned, 1],
  [
    'numbers with a name',
    plan,
    p.replaceAll(/"n":(\d)/gu, '"n":"Section $1"').replace('[1]', '["Section 1"]'),
    planned,
    1,
  ],
  ['a number for a list', plan, p.replace('[1]', '1').replace('[]', 'null'), planned, 1],
  ['a text for a list', plan, p.replace('[1]', '"1"').replace('[]', '"none"'), planned, 1],
  [
    'a length with words around',
    plan,
    p.replaceAll('"after"', '"words":"about 1,200 words","after"'),
    planned.map((each) => ({ ...each, words: 1200 })),
    1,
  ],
  [
    'answers in capitals, with marks',
    review,
    '[{"point":1,"verdict":"KEPT","quote":"low water"},{"point":2,"verdict":"Broken.","advice":"Name the ferry."}]',
    judged,
    1,
  ],
  [
    'answers as sentences',
    review,
    '[{"point":1,"verdict":"It is kept","quote":"low water"},{"point":2,"verdict":"clearly broken","advice":"Name the ferry."}]',
    judged,
    1,
  ],
  [
    'yes and no',
    pairs,
    '[{"pair":1,"repeats":"yes","advice":"Cut it."},{"pair":2,"repeats":"No","advice":""}]',
    told,
    1,
  ],
  ['0 and 1', pairs, '[{"pair":1,"repeats":1,"advice":"Cut it."},{"pair":2,"repeats":0}]', told, 1],
  [
    'a list for a text',
    pairs,
    '[{"pair":1,"repeats":true,"advice":["Cut","it."]},{"pair":2,"repeats":false,"advice":[]}]',
    told,
    1,
  ],
  [
    'YAML',
    plan,
    '- n: 1\n  title: Ebb\n  entry: The harbour falls dry.\n  after: []\n- n: 2\n  title: "Flood"\n  entry: Silt comes in.\n  after: [1]',
    planned,
    1,
  ],
  [
    'YAML in a fence, lists in lines',
    plan,
    '```yaml\n- n: 1\n  title: Ebb\n  entry: >\n    The harbour\n    falls dry.\n- n: 2\n  title: Flood\n  entry: Silt comes in.\n  after:\n    - 1\n```',
    planned,
    1,
  ],
  [
    'YAML of an object',
    memory,
    'summary: The ferry sails.\nfacts:\n  - about: person\n    name: Ines\n    fact: She is a nurse.\nover: []',
    kept,
    1,
  ],
  ['lines', plan, again, planned, 1],
  [
    'lines in bold',
    plan,
    '**n:** 1\n**Title:** Ebb\n**Entry:** The harbour falls dry.\n\n**n:** 2\n**Title:** Flood\n**Entry:** Silt comes in.\n**After:** 1',
    planned,
    1,
  ],
  [
    'a list in bold',
    plan,
    '1. **Title:** Ebb\n   **Entry:** The harbour falls dry.\n2. **Title:** Flood\n   **Entry:** Silt comes in.\n   **After:** 1',
    planned,
    1,
  ],
  [
    'a numbered list',
    plan,
    '1. **Ebb** – The harbour falls dry.\n2. **Flood** – Silt comes in.',
    planned.map((each) => ({ ...each, after: [] })),
    1,
  ],
  [
    'a numbered list with colons',
    plan,
    'Here is the plan:\n\n1. Ebb: The harbour falls dry.\n2. Flood: Silt comes in.\n\nEnjoy!',
    planned.map((each) => ({ ...each, after: [] })),
    1,
  ],
  [
    'verdicts in a list',
    review,
    '1. kept – "low water"\n2. broken',
    [judged[0], { ...judged[1], advice: '' }],
    1,
  ],
  [
    'a table',
    plan,
    '| n | title | entry | after |\n|---|---|---|---|\n| 1 | Ebb | The harbour falls dry. | |\n| 2 | Flood | Silt comes in. | 1 |',
    planned,
    1,
  ],
  [
    'a table with words around',
    review,
    'My verdicts:\n\n| Point | Verdict | Quote | Advice |\n| :-- | :-: | --- | --- |\n| 1 | **kept** | "low water" | |\n| 2 | broken | | Name the ferry. |\n\nThat is all.',
    judged,
    1,
  ],
  ['cut in the middle', plan, p.slice(0, 90), planned, 2],
  ['the schema in place of an answer', plan, JSON.stringify(jsonOf(plan)), planned, 2],
  ['the example in place of an answer', plan, '[{"n": 1, "title": "", "entry": "..."}]', planned, 2],
  ['a refusal', plan, 'I am sorry, I cannot write JSON.', planned, 2],
  ['prose', plan, 'First the harbour falls dry, and then the flood brings silt.', planned, 2],
  ['nothing', plan, '', planned, 2],
  ['a field left out', plan, p.replaceAll('"entry"', '"plot"'), planned, 2],
  [
    'both answers at once',
    review,
    '[{"point":1,"verdict":"kept or broken"}]',
    [{ point: 1, verdict: 'kept', quote: '', advice: '' }],
    2,
  ],
]
