import { expect, test } from 'vitest'
import { opener } from './open-browser.ts'

test.each([
  ['linux', {}, null],
  ['linux', { DISPLAY: ':0' }, 'xdg-open'],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'xdg-open'],
  ['darwin', {}, 'open'],
  ['win32', {}, 'rundll32'],
] as const)('on %s with %o the address is opened by %s', (platform, env, program) => {
  expect(opener({ platform, env }, 'http://127.0.0.1:1/')?.program ?? null).toBe(program)
})
