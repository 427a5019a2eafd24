import type { WriteStream } from 'node:tty'
import { render, type Line } from './spans.ts'

/** Where progress is shown: lines that stay, and below them, on a terminal, lines that are drawn again and again. */
export type Screen = {
  /** Whether `draw` shows anything. */
  readonly live: boolean
  readonly size: () => { readonly rows: number; readonly columns: number }
  readonly tell: (...lines: readonly Line[]) => void
  /** Replaces the lines drawn last. */
  readonly draw: (lines: readonly Line[]) => void
}

/** A stream that may be a terminal. */
export type Out = Pick<WriteStream, 'write'> & Partial<Pick<WriteStream, 'isTTY' | 'rows' | 'columns'>>

// Wrapping is off while lines are drawn: a character of unexpected width must not shift the ones below.
const [noWrap, wrap, clearBelow] = ['\u001b[?7l', '\u001b[?7h', '\u001b[J']

/** Whether a stream shows colours: it is a terminal and nothing in the environment speaks against it. */
export const hasColour = ({ isTTY }: Out, env: Readonly<Record<string, string | undefined>>): boolean =>
  isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb'

/** A screen over a stream; live only on a terminal that can move its cursor. */
export const createScreen = (out: Out, env: Readonly<Record<string, string | undefined>>): Screen => {
  const live = out.isTTY === true && env['TERM'] !== 'dumb'
  const colour = hasColour(out, env)
  let drawn: readonly Line[] = []
  const size = () => ({ rows: out.rows || 24, columns: out.columns || 80 })
  const rendered = (lines: readonly Line[], cells?: number): string =>
    lines.map((line) => `${render(line, cells === undefined ? { colour } : { colour, cells })}\n`).join('')
  const erased = (): string => (drawn.length > 0 ? `\r\u001b[${drawn.length}A${clearBelow}` : '')
  const below = (): string => rendered(drawn, Math.max(10, size().columns - 1))
  return {
    live,
    size,
    tell: (...lines) => {
      if (lines.length > 0)
        out.write(erased() + rendered(lines) + (drawn.length > 0 ? noWrap + below() + wrap : ''))
    },
    draw: (lines) => {
      if (!live) return
      const before = erased()
      drawn = lines
      const after = lines.length > 0 ? noWrap + below() + wrap : ''
      if (before || after) out.write(before + after)
    },
  }
}

/** A screen that shows nothing. */
export const noScreen: Screen = {
  live: false,
  size: () => ({ rows: 0, columns: 0 }),
  tell: () => {},
  draw: () => {},
}
