import type { Fault } from '../../shared/records.ts'
import { cutAtSentence, endsWhole } from '../../shared/text/sentences.ts'
import { meaningOf } from './watch/fault-meaning.ts'
import type { Sighting } from './watch/sighting.ts'

/** What is wrong with a text, of what is seen in it and how its stream ended. No prose at all it stays, however it ended. */
export const faultOf = (seen: Sighting | null, stopped?: Fault): Fault | undefined =>
  seen && (seen.at === 0 || meaningOf(seen.fault).keeps === 'nothing') ? seen.fault : (stopped ?? seen?.fault)

const lastHeading = /(?:^|\n)[ \t]*#{1,6}[ \t][^\n]*\s*$/u

/**
 * The part of a text before the place where it is good no longer, up to a sentence end and without a heading that nothing
 * follows; of what ran away `max` words. Empty where the fault leaves nothing.
 */
export const goodPart = (text: string, at: number, max: number, fault?: Fault): string => {
  const keeps = fault ? meaningOf(fault).keeps : 'good part'
  if (keeps === 'nothing') return ''
  const good = text.slice(0, at).trimEnd()
  const most = keeps === 'words asked' ? max : Infinity
  const whole = most === Infinity && endsWhole(good) ? good : cutAtSentence(good, most)
  return endsWhole(whole) ? whole.replace(lastHeading, '').trimEnd() : ''
}
