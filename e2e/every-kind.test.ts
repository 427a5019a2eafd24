import { expect, test } from 'vitest'
import { practiceModel } from '../electron/providers/practice.ts'
import { constraintKinds } from '../shared/constraints/index.ts'
import { dutyLine } from '../shared/constraints/demand.ts'
import { checkedText } from '../shared/constraints/checked-text.ts'
import { desk } from '../shared/questions/drafts.ts'
import { runStatus } from '../shared/questions/progress.ts'
import { dutyVerdicts } from '../shared/questions/verdicts.ts'
import { inProject, runWith } from './in-project.ts'

const brief = `---
title: A year of Tuesdays
form: diary
units: { label: Week, count: 8, words: { min: 180, max: 220 } }
requirements:
  - { say: choir, every: { n: 3, from: 2 } }
  - { treat: Volunteer at the animal shelter, at: [3, 6] }
  - { avoid: amazing, document: true }
  - { repeat: '"so it goes" at least 2 times', at: 4 }
  - { repeat: '"low water" 3 to 5 times', document: true }
  - { has: a list, at: 1 }
  - { has: at least 2 questions, at: 5 }
  - { has: no table, each: true }
  - { has: at least 6 numbers in figures, document: true }
  - { opens: '"Dear diary"', each: true }
  - { closes: an exclamation, at: 7 }
  - { closes: '"The end"', document: true }
  - { voice: 'first person, past tense', each: true }
  - { language: en-GB, document: true }
  - { cites: at least 2 sources, at: 8 }
  - { cites: at least 1 source, document: true }
  - { length: at least 185 words, at: 2 }
  - { rule: Never explain a joke., each: true }
---
The diary of Ines.`

const chinese = `---
title: 港口日记
form: 日记
language: zh
units: { label: 周, count: 6, words: { min: 180, max: 240 } }
requirements:
  - { say: 潮位站, every: { n: 2, from: 1 } }
  - { treat: 参加爵士俱乐部, at: 3 }
  - { repeat: '"退潮" at least 2 times', at: 2 }
  - { has: a table, at: 4 }
  - { has: at least 2 questions, at: 5 }
  - { opens: a date, each: true }
  - { closes: '"完"', document: true }
  - { language: zh, document: true }
---
写港口的日记。`

const practice = (erring: number) => practiceModel({ erring })

test.each([
  [0, 1],
  [0.2, 2],
  [1, 3],
])(
  'a brief of every kind, with %f of the first drafts erring: all is kept, and quoted from the text',
  async (erring, seed) => {
    await inProject(
      brief,
      async (project) => {
        const asked = [...project.state().constraint.values()]
        expect(new Set(asked.map(({ demand }) => demand.kind))).toEqual(
          new Set(constraintKinds.map(({ kind }) => kind)),
        )
        await runWith(project, practice(erring))
        const state = project.state()
        const all = dutyVerdicts(state)
        expect(runStatus(state)).toBe('done')
        const short = all.filter(({ verdict }) => verdict !== 'kept')
        expect(
          short.map(({ duty, verdict }) => `${duty.section} ${verdict}: ${dutyLine(duty.demand)}`),
        ).toEqual([])
        const quoted = all.flatMap(({ duty, quote }) => {
          const text = duty.section && desk(state, duty.section).current?.text
          return quote && text ? [checkedText(text).plain().includes(quote)] : []
        })
        expect(quoted).not.toContain(false)
        expect(quoted.length).toBeGreaterThan(20)
      },
      seed,
    )
  },
)

test('a Chinese brief: all is kept', async () => {
  await inProject(chinese, async (project) => {
    await runWith(project, practice(0.5))
    const short = dutyVerdicts(project.state()).filter(({ verdict }) => verdict !== 'kept')
    expect(short.map(({ duty, verdict }) => `${duty.section} ${verdict}: ${dutyLine(duty.demand)}`)).toEqual(
      [],
    )
  })
})

test('what a writer cannot do is told, not hidden: a voice that its grammar has not', async () => {
  const spanish = `---
language: es
units: { label: Parte, count: 2, words: { min: 100, max: 140 } }
requirements:
  - { voice: first person, each: true }
  - { language: fr, at: 2 }
---
Un diario.`
  await inProject(spanish, async (project) => {
    await runWith(project, practice(0))
    const verdicts = dutyVerdicts(project.state()).flatMap(({ duty, verdict }) =>
      duty.demand.kind === 'length' ? [] : [`${duty.section} ${duty.demand.kind} ${verdict}`],
    )
    expect(verdicts).toEqual(['section:1 voice unsure', 'section:2 voice broken', 'section:2 language kept'])
  })
})
