/**
 * How long a run could have taken at the least, and how much of its lanes stood idle, from the log of the server that
 * it asked and from nothing else. Prints the formula, and as its last line the figures as JSON.
 *
 * lower-bound.ts LOG.json LANES
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { callGraph } from './bound/call-graph.ts'
import { idleLanes } from './bound/idle-lanes.ts'
import { formula, leastTime } from './bound/least-time.ts'
import { loggedCall } from './bound/logged-call.ts'

const [file, given] = process.argv.slice(2)
const lanes = Number(given)
if (file === undefined || !(lanes >= 1)) throw new Error('lower-bound.ts LOG.json LANES')

const calls = callGraph(z.array(loggedCall).parse(JSON.parse(readFileSync(file, 'utf8'))))
const { work, chain, inLanes, bound } = leastTime(calls, lanes)
const { usable, idle } = idleLanes(calls, lanes)
const span = Math.max(...calls.map(({ to }) => to)) - Math.min(...calls.map(({ from }) => from))
console.log(formula)
console.log(`idle: of the lane-time for which a call was in hand or ready, the part with no call in hand`)
console.log(
  `${calls.length} calls, ${work.toFixed(0)} ms of work; longest chain ${chain.toFixed(0)} ms; in ${lanes} lanes ${inLanes.toFixed(0)} ms`,
)
console.log(JSON.stringify({ lanes, calls: calls.length, work, chain, inLanes, bound, usable, idle, span }))
