import { readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally how many tests ended in which way */

/** @returns {Tally} */
function vitestTally(/** @type {any} */ report) {
  const skipped = report.numPendingTests + report.numTodoTests
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped }
}

/** @returns {Tally} */
function playwrightTally(/** @type {any} */ { stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}

/**
 * How the report of a check is read, for those that leave one. Any other check counts as one test.
 * @type {Record<string, (report: any) => Tally>}
 */
const readers = { 'check:unit': vitestTally, 'check:browser': playwrightTally }

/**
 * What a finished check counts for. A check that failed, or left no report, or ran no test, counts at least one
 * failure.
 * @param {string} check name of the script in package.json
 * @param {boolean} ok whether it ended with 0
 * @param {string} file where its report should be
 * @returns {Tally}
 */
export function tallyOf(check, ok, file) {
  const read = readers[check]
  if (read === undefined) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
  try {
    const tally = read(JSON.parse(readFileSync(file, 'utf8')))
    const sound = tally.failed > 0 || (ok && tally.passed > 0)
    return sound ? tally : { ...tally, failed: 1 }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
