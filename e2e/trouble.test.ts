import { describe, expect, test } from 'vitest'
import { desk } from '../shared/questions/drafts.ts'
import { flags } from '../shared/questions/flags.ts'
import { leaves } from '../shared/questions/outline.ts'
import { runStatus, tally } from '../shared/questions/progress.ts'
import { verdictsOn } from '../shared/questions/verdicts.ts'
import { endsWhole } from '../shared/text/sentences.ts'
import { practiceReply, writesSection } from './accept/careless.ts'
import { inProject, runWith } from './in-project.ts'
import { fourChapters, played } from './played.ts'
import { asking } from './scripted-server/ask.ts'
import { startScriptedServer } from './scripted-server/scripted-server.ts'
import { troubles, type Trouble } from './scripted-server/trouble.ts'

describe('trouble that passes is got over, and nothing is broken afterwards', () => {
  test.each<[string, Trouble]>([
    ['429 with Retry-After', troubles.tooManyCalls('0')],
    ['500', troubles.serverError()],
    ['a cut stream', troubles.reset(2)],
    ['an end without a finish', troubles.endOfFile(2)],
    ['an error inside a 200', troubles.errorFrame(1)],
    ['a frame that is no JSON', troubles.badFrame(1)],
    ['half a reply', troubles.truncated()],
    ['a stall', troubles.stall(1)],
    ['silence', troubles.silence()],
    ['an empty reply', troubles.empty()],
    ['a blank reply', troubles.blank()],
    ['thinking and nothing else', troubles.thinkingOnly()],
    ['repetition', troubles.repetition()],
    ['a refusal', troubles.refusal()],
    ['a filter', troubles.filter()],
    ['a runaway', troubles.runaway()],
    ['letters cut in two', troubles.splitLetters()],
    ['no [DONE]', troubles.missingDone()],
    ['a prompt that is too long for once', troubles.overflow()],
  ])('%s, at every fifth request', async (_, trouble) => {
    await played(
      (n) => (n % 5 === 3 ? trouble : null),
      (project) => {
        const state = project.state()
        const { broken, unsure, owed } = tally(state)
        const texts = leaves(state).map(({ id }) => desk(state, id).current?.text ?? '')
        expect({
          status: runStatus(state),
          broken,
          unsure: unsure + owed,
          whole: texts.every((text) => endsWhole(text)),
        }).toEqual({
          status: 'done',
          broken: 0,
          unsure: 0,
          whole: true,
        })
      },
    )
  })
})

describe('trouble that does not pass ends at the bounds, and its section is flagged', () => {
  test.each<[string, Trouble]>([
    ['a cut stream', troubles.reset(1)],
    ['a stall', troubles.stall(1)],
    ['an empty reply', troubles.empty()],
    ['a refusal', troubles.refusal()],
    ['a filter', troubles.filter()],
    ['repetition from the first sentence', troubles.says('The tide came in. '.repeat(300))],
    ['a few words', troubles.says('It was so.')],
    ['the wrong language', troubles.says('这一年的春天来得很早，渡轮停在码头。'.repeat(40))],
  ])('%s, whenever section 2 is written', async (_, trouble) => {
    await played(
      (_n, request) => (writesSection(request, 2) ? trouble : null),
      (project) => {
        const state = project.state()
        const { current } = desk(state, 'section:2')
        const broken = current ? verdictsOn(state, current).some(({ verdict }) => verdict === 'broken') : true
        const others = leaves(state).filter(({ id }) => id !== 'section:2' && desk(state, id).current)
        expect({
          status: runStatus(state),
          others: others.length,
          told: flags(state).some(({ section }) => section?.id === 'section:2') || broken,
          broken: tally(state).broken > 0,
        }).toEqual({ status: 'done', others: 3, told: true, broken: true })
      },
    )
  })
})

describe('trouble that every call would meet stops the run with a sentence, and it can be resumed', () => {
  test.each<[string, Trouble, string]>([
    ['401', troubles.keyRefused(), 'model-key-refused'],
    ['402', troubles.noCredit(), 'model-no-credit'],
    ['404', troubles.noModel(), 'model-not-found'],
  ])('%s', async (_, trouble, code) => {
    let isWell = false
    const server = await startScriptedServer({
      reply: practiceReply,
      trouble: (n) => (n > 3 && !isWell ? trouble : null),
    })
    await inProject(fourChapters, async (project) => {
      await runWith(project, asking(server.url))
      const [run] = project.state().run.values()
      expect([runStatus(project.state()), run?.reason?.code]).toEqual(['blocked', code])
      expect(run?.reason?.sentence).toMatch(/\w.*\./u)
      isWell = true
      await runWith(project, asking(server.url))
      expect([runStatus(project.state()), tally(project.state()).broken]).toEqual(['done', 0])
    })
    await server.close()
  })
})
