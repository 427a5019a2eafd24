import { expect, test } from 'vitest'
import { fates, outcomeOf, type Fate, type Outcome } from './kills/harness.ts'

/** Kills in an ordinary test run; the acceptance run makes 200. */
const kills = 20
const lanes = 4

const named = (fate: Fate): string =>
  fate.at === 'time' ? `after ${fate.ms} ms` : `${fate.at} commit ${fate.commit}`

const inPairs = async (all: readonly Fate[], each: (fate: Fate) => Promise<void>): Promise<void> => {
  const waiting = [...all]
  const worker = async (): Promise<void> => {
    for (let fate = waiting.shift(); fate; fate = waiting.shift()) await each(fate)
  }
  await Promise.all([worker(), worker()])
}

test(
  `a run killed at any of ${kills} moments and resumed writes the same manuscript and asks nothing twice that was answered`,
  { timeout: 240_000 },
  async () => {
    const peace = await outcomeOf()
    expect(peace.status).toBe('done')
    expect(peace.repeated).toBe(0)
    const outcomes: (Pick<Outcome, 'text' | 'status' | 'repeatedCommitted'> & {
      fate: string
      fewRepeated: boolean
    })[] = []
    const all = fates(kills, peace.commits, peace.ms, Math.random)
    await inPairs(all, async (fate) => {
      const { text, status, repeated, repeatedCommitted } = await outcomeOf(fate)
      outcomes.push({ fate: named(fate), text, status, repeatedCommitted, fewRepeated: repeated <= lanes })
    })
    expect(outcomes).toHaveLength(kills)
    expect(outcomes).toEqual(
      outcomes.map(({ fate }) => ({
        fate,
        text: peace.text,
        status: 'done',
        repeatedCommitted: 0,
        fewRepeated: true,
      })),
    )
  },
)
