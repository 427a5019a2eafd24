import { expect, test } from 'vitest'
import { createScreen, hasColour } from './screen.ts'

const out = (isTTY: boolean) => {
  const written: string[] = []
  const write = (text: string | Uint8Array): boolean => written.push(String(text)) > 0
  return { out: { isTTY, rows: 10, columns: 20, write }, written }
}

test('without a terminal only lines that stay are written, without colours', () => {
  const { out: pipe, written } = out(false)
  const screen = createScreen(pipe, {})
  screen.draw([['never seen']])
  screen.tell([{ text: 'drafted', style: 'good' }], ['second'])
  expect([screen.live, written.join('')]).toEqual([false, 'drafted\nsecond\n'])
})

test('on a terminal what was drawn is replaced, and stays below what is told', () => {
  const { out: terminal, written } = out(true)
  const screen = createScreen(terminal, { NO_COLOR: '1' })
  screen.draw([['one'], ['two']])
  screen.tell(['told'])
  screen.draw([])
  const [off, on, up] = ['\u001b[?7l', '\u001b[?7h', '\r\u001b[2A\u001b[J']
  expect(written).toEqual([`${off}one\ntwo\n${on}`, `${up}told\n${off}one\ntwo\n${on}`, up])
})

test('a line that is drawn fits the columns', () => {
  const { out: terminal, written } = out(true)
  createScreen(terminal, {}).draw([['A title much too long for it']])
  expect(written.join('')).toContain('A title much too l…\n')
})

test.each([
  [true, {}, true],
  [true, { NO_COLOR: '1' }, false],
  [true, { TERM: 'dumb' }, false],
  [false, {}, false],
])('colours on a terminal (%s) under %o: %s', (isTTY, env, expected) => {
  expect(hasColour(out(isTTY).out, env)).toBe(expected)
})
