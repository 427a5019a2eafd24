import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openProject } from '../../electron/project/project.ts'
import { folders, longhand, objectIn } from '../run-longhand.ts'
import { writeGguf } from './make-gguf.ts'

const newFolder = folders()

const tides = `---
title: The Tide Tables
form: report
units: { label: Part, count: 2, words: { min: 30, max: 60 } }
requirements: [{ say: the harbour master, at: 2 }]
---
A report on the tides of a small harbour.
`

const written = z.object({
  sections: z.literal(2),
  constraints: z.object({ total: z.literal(3), kept: z.int(), broken: z.int(), unsure: z.int() }),
  calls: z.int().positive(),
  tokens: z.object({ input: z.int().positive(), cached: z.int().positive(), output: z.int().positive() }),
  status: z.literal('done'),
})
const checked = z.object({
  findings: z.array(z.object({ section: z.string().nullable(), owes: z.string() })),
})

test('random weights write nonsense, and the project that comes of it says so of every part', async () => {
  const folder = newFolder({ 'tides.md': tides })
  const env = { LONGHAND_HOME: join(folder, 'home'), LONGHAND_MODEL_THREADS: '1' }
  writeGguf(join(folder, 'home/models/random.gguf'), { kind: 'random' })
  const args = ['write', 'tides.md', '--model', 'llama-cpp/random', '--seed', '1', '--json']
  const { code, out, err } = await longhand(folder, args, { env })
  expect([code, err]).toEqual([1, ''])
  const { constraints } = written.parse(objectIn(out))
  expect([constraints.kept + constraints.broken + constraints.unsure, constraints.broken > 0]).toEqual([
    3,
    true,
  ])

  const check = await longhand(folder, ['check', 'tides.longhand', '--json'], { env })
  const { findings } = checked.parse(objectIn(check.out))
  const project = openProject(join(folder, 'tides.longhand'), { now: Date.now })
  const { step, section, call } = project.state()
  project.close()
  const failed = [...step.values()].filter(({ status }) => status === 'failed')
  const hidden = failed.filter(({ section: id, fault }) => {
    const title = id ? (section.get(id)?.title ?? null) : null
    return !findings.some(
      ({ section: shown, owes }) => shown === title && owes.includes(fault?.sentence ?? '?'),
    )
  })
  expect([failed.length > 0, hidden]).toEqual([true, []])
  expect([...call.values()].filter(({ status }) => status === 'started')).toEqual([])
  const manuscript = readFileSync(join(folder, 'tides manuscript.md'), 'utf8')
  expect(manuscript.match(/^#{1,2} .*$/gmu)).toEqual(['# The Tide Tables', '## Part 1', '## Part 2'])
  expect(existsSync(join(folder, 'tides manuscript.docx'))).toBe(true)
}, 120_000)
