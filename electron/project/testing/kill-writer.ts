/**
 * A process to be killed: `kill-writer.ts PATH LOG work` puts records and writes letters without end,
 * `… migrate` stops for ever in the middle of a migration. What has been acknowledged stands in LOG, a line each.
 */
import { appendFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { migrations, type Migration } from '../migrations.ts'
import { openFile } from '../open-file.ts'
import { openProject } from '../project.ts'

const [path = '', log = '', task = ''] = process.argv.slice(2)
const say = (...words: readonly (string | number)[]): void => appendFileSync(log, `${words.join(' ')}\n`)

const alphabet = 'abcdefghijklmnopqrstuvwxyz'

const work = async (): Promise<never> => {
  const project = openProject(path, { now: Date.now })
  let letters = project.state().live.get('draft:s')?.length ?? 0
  let records = project.state().memory.size
  say('ready')
  for (;;) {
    const fact = alphabet.repeat(300)
    project.put({
      put: [{ id: `memory:${records}`, section: 'section:1', about: 'term', name: 'n', fact, madeFrom: '' }],
    })
    say('put', records)
    records += 1
    for (let i = 0; i < 5; i += 1) {
      project.write({ draft: 'draft:s', at: letters, text: alphabet.charAt(letters % alphabet.length) })
      letters += 1
    }
    say('letters', letters, Date.now())
    await pause(2)
  }
}

const stall: Migration = (database) => {
  database.run(`UPDATE record SET json = '{}', sum = 0`)
  database.script('CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT')
  say('ready')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

if (task === 'work') await work()
else openFile(path, [...migrations, stall])
