import { createStore } from 'zustand/vanilla'

/** One sentence about what the screen does not show. */
export type Notice = {
  readonly number: number
  readonly sentence: string
  readonly tone: 'plain' | 'trouble'
}

const mostAtOnce = 3
const plainMs = 6000
let last = 0

/** The notices that are shown now, the newest last. */
export const notices = createStore<readonly Notice[]>(() => [])

/** Takes a notice away. */
export const dropNotice = (number: number): void =>
  notices.setState((all) => all.filter((each) => each.number !== number), true)

/** Says what the screen does not show. Trouble stays until it is closed; the rest goes after six seconds. */
export const notify = (sentence: string, tone: Notice['tone'] = 'plain'): void => {
  last += 1
  const number = last
  notices.setState(
    (all) =>
      [...all.filter((each) => each.sentence !== sentence), { number, sentence, tone }].slice(-mostAtOnce),
    true,
  )
  if (tone === 'plain') setTimeout(() => dropNotice(number), plainMs)
}
