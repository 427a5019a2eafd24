import { exits } from './outcome.ts'
import { jsonLine } from './report.ts'
import { say, type Session } from './session.ts'
import type { Line, Style } from './spans.ts'

const styles: Readonly<Record<'good' | 'note' | 'bad', readonly [string, Style]>> = {
  good: ['ok', 'good'],
  note: ['note', 'warn'],
  bad: ['no', 'bad'],
}

/** `longhand doctor`: what is there, what is missing and what to do next. 0 where something that writes for real is ready. */
export const doctor = async (session: Session): Promise<number> => {
  const { checks, ready, next } = await session.client.models.examine({})
  const isReady = ready.length > 0
  say(
    session,
    ...checks.flatMap(({ state, says, next: advice }): readonly Line[] => {
      const [word, style] = styles[state]
      return [
        [{ text: word.padEnd(6), style }, says],
        ...(advice ? [[{ text: `      ${advice}`, style: 'dim' } as const]] : []),
      ]
    }),
    [next],
  )
  if (session.json) session.print(jsonLine({ isReady, ready, next, checks }))
  return isReady ? exits.done : exits.flawed
}
