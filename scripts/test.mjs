// `npm test`: installs what is missing, then runs every script of package.json whose name begins with `check:`,
// two at a time, all of them to their end, whatever fails.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { installMissing } from './install.mjs'
import { killChecks, runCheck } from './run-check.mjs'
import { root } from './runtime.mjs'
import { tallyOf } from './tally.mjs'

const lanes = 2
// A busy machine is slow; what hangs is ended all the same.
const limit = 1_500_000
const reports = join(root, 'node_modules/.cache/reports')

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    killChecks()
    process.exit(130)
  })
}

const secondsSince = (/** @type {number} */ start) =>
  `${((Date.now() - start) / 1000).toFixed(1)} s`.padStart(7)

/**
 * What every check runs with: the installed tools and the installed Node for all that they start, no snapshot
 * written in passing, colours only on a screen.
 * @param {string} node
 */
function environment(node) {
  const path = [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter)
  const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: undefined }
  return { PATH: path, CI: 'true', ...colours }
}

/**
 * @param {string} node
 * @param {string} name
 * @param {string} command
 */
async function carryOut(node, name, command) {
  const start = Date.now()
  const report = join(reports, `${name.replace(':', '-')}.json`)
  rmSync(report, { force: true })
  const env = { ...process.env, ...environment(node), CHECK_REPORT: report }
  const { ok, output } = await runCheck(command, env, limit)
  const { passed, failed, skipped } = tallyOf(name, ok, report)
  const good = failed + skipped === 0
  if (!good) process.stdout.write(`\n${output.trim()}\n\n`)
  const faults = `${failed > 0 ? `, ${failed} failed` : ''}${skipped > 0 ? `, ${skipped} skipped (counted as failed)` : ''}`
  const line = `${good ? 'ok    ' : 'FAILED'}  ${name.replace('check:', '').padEnd(8)}${secondsSince(start)}`
  process.stdout.write(`${line}  ${passed} passed${faults}\n`)
  return { passed, failed: failed + skipped }
}

const start = Date.now()
const node = installMissing()
mkdirSync(reports, { recursive: true })
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const waiting = Object.entries(scripts).filter(([name]) => name.startsWith('check:'))
const totals = { passed: 0, failed: 0 }

async function lane() {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const { passed, failed } = await carryOut(node, ...check)
    totals.passed += passed
    totals.failed += failed
  }
}

process.stdout.write(`Running ${waiting.length} checks, ${lanes} at a time.\n`)
await Promise.all(Array.from({ length: lanes }, lane))
process.stdout.write(`\nAll checks have run, in ${secondsSince(start).trim()}.\n`)
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`)
process.exitCode = totals.failed === 0 ? 0 : 1
