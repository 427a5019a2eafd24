import { beforeEach, expect, test } from 'vitest'
import { clearUndo, keepDone, lastDone, redoCommand, undoCommand } from './undo-stack.ts'

let log: string[] = []

const done = (name: string, at: number, merge?: string) =>
  keepDone({
    name,
    at,
    undo: () => Promise.resolve(log.push(`undo ${name}`)),
    redo: () => Promise.resolve(log.push(`redo ${name}`)),
    ...(merge !== undefined && { merge }),
  })

beforeEach(() => {
  clearUndo()
  log = []
})

test('the latest is taken back first, and done again last', async () => {
  done('a', 1)
  done('b', 2)
  const said = [
    await undoCommand(),
    await undoCommand(),
    await undoCommand(),
    await redoCommand(),
    await redoCommand(),
  ]
  expect([said, log]).toEqual([
    ['b', 'a', null, 'a', 'b'],
    ['undo b', 'undo a', 'redo a', 'redo b'],
  ])
})

test('what was taken back cannot be done again after something new', async () => {
  done('a', 1)
  await undoCommand()
  done('b', 2)
  expect([await redoCommand(), lastDone()]).toEqual([null, 2])
})

test('changes of one kind that follow each other are taken back as one', async () => {
  done('brief 1', 1_000, 'brief')
  done('brief 2', 3_000, 'brief')
  done('brief 3', 20_000, 'brief')
  await undoCommand()
  await undoCommand()
  expect([log, await undoCommand()]).toEqual([['undo brief 3', 'undo brief 1'], null])
})
