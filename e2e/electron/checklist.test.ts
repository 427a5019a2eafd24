import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import {
  clientOf,
  firstWindow,
  handedTo,
  hearCommands,
  launch,
  soon,
  type Desktop,
} from './stand-in/start.ts'
import type { StandInWindow } from './stand-in/windows.ts'

const root = join(import.meta.dirname, '../..')

const started = async (): Promise<{ readonly desktop: Desktop; readonly window: StandInWindow }> => {
  const desktop = await launch()
  return { desktop, window: await firstWindow(desktop) }
}

const preferences = async (): Promise<Electron.WebPreferences> => {
  const { window } = await started()
  return window.options.webPreferences ?? {}
}

const page = 'app://longhand/'

test('1. Only load secure content', async () => {
  const { desktop, window } = await started()
  expect(window.webContents.getURL()).toBe(page)
  expect(desktop.machine.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true } }])
  const passed = await Promise.all(
    [
      page,
      'app://longhand/assets/a.js',
      'blob:app://longhand/7f',
      'data:image/png;base64,',
      'http://example.org/',
      'https://example.org/',
      'ws://127.0.0.1:5664/port',
      'file:///etc/passwd',
      'app://other/',
      'app://longhand.example.org/',
      'blob:https://example.org/7f',
      'javascript:alert(1)',
    ].map(desktop.mayRequest),
  )
  expect(passed).toEqual([true, true, true, true, false, false, false, false, false, false, false, false])
})

test('2. Do not enable Node.js integration for remote content', async () => {
  expect(await preferences()).toMatchObject({
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
  })
})

test('3. Enable context isolation', async () => {
  expect(await preferences()).toMatchObject({ contextIsolation: true })
})

test('4. Enable process sandboxing', async () => {
  const { desktop, window } = await started()
  expect(window.options.webPreferences).toMatchObject({ sandbox: true })
  expect(desktop.machine.early).toContain('enableSandbox')
})

test('5. Handle session permission requests from remote content', async () => {
  const { desktop } = await started()
  const { request, check, device, display } = desktop.handlers
  const granted: unknown[] = []
  for (const permission of [
    'media',
    'geolocation',
    'notifications',
    'openExternal',
    'clipboard-read',
  ] as const) {
    request?.({} as never, permission, (is) => granted.push(is), {} as never)
    granted.push(check?.(null, permission, page, {} as never))
  }
  granted.push(device?.({} as never))
  expect(granted).toEqual(Array.from({ length: 11 }, () => false))
  const streams: unknown[] = []
  display?.({} as never, (given) => streams.push(given))
  expect(streams).toEqual([null])
})

test('6. Do not disable webSecurity', async () => {
  expect(await preferences()).toMatchObject({ webSecurity: true })
})

test('7. Define a Content-Security-Policy', async () => {
  const { desktop } = await started()
  for (const path of ['', 'assets/none.js']) {
    const answer = await desktop.fetchAs(page + path)
    expect(answer.headers.get('content-security-policy')?.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      "img-src 'self' data:",
      "connect-src 'none'",
      "frame-src 'none'",
      "worker-src 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types ProseMirrorClipboard',
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ])
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  }
})

test('8. Do not enable allowRunningInsecureContent', async () => {
  expect(await preferences()).toMatchObject({ allowRunningInsecureContent: false })
})

test('9. Do not enable experimental features', async () => {
  expect(await preferences()).toMatchObject({ experimentalFeatures: false })
})

test('10. Do not use enableBlinkFeatures', async () => {
  expect(Object.keys(await preferences())).not.toContain('enableBlinkFeatures')
})

test('11. Do not use allowpopups for WebViews', async () => {
  const { desktop } = await started()
  const html = await (await desktop.fetchAs(page)).text()
  expect(html).not.toMatch(/<webview|allowpopups/iu)
  expect(await preferences()).toMatchObject({ webviewTag: false })
})

test('12. Verify WebView options before creation', async () => {
  const { desktop, window } = await started()
  const event = desktop.preventable()
  window.webContents.emit('will-attach-webview', event, {}, { src: page })
  expect(event.defaultPrevented).toBe(true)
})

test('13. Disable or limit navigation', async () => {
  const { desktop, window } = await started()
  for (const url of ['https://example.org/', 'file:///etc/passwd', `${page}?token=1`, page]) {
    const event = Object.assign(desktop.preventable(), {
      url,
      isSameDocument: false,
      isMainFrame: true,
      frame: null,
    })
    window.webContents.emit('will-navigate', event, url, false, true, 1, 1)
    expect(event.defaultPrevented).toBe(true)
  }
  const [frame, redirect] = [desktop.preventable(), desktop.preventable()]
  window.webContents.emit('will-frame-navigate', frame as never)
  window.webContents.emit('will-redirect', redirect as never, 'https://example.org/', false, true, 1, 1)
  expect([frame.defaultPrevented, redirect.defaultPrevented]).toEqual([true, true])
})

test('14. Disable or limit creation of new windows', async () => {
  const { desktop, window } = await started()
  for (const url of ['https://example.org/', page, 'file:///etc/passwd', 'about:blank']) {
    expect(window.webContents.openHandler?.({ url } as never)).toEqual({ action: 'deny' })
  }
  expect(desktop.windows()).toHaveLength(1)
})

test('15. Do not use shell.openExternal with untrusted content', async () => {
  const { desktop, window } = await started()
  const { machine } = desktop
  const offer = async (url: string, ...answers: readonly number[]): Promise<void> => {
    machine.answers = [...answers]
    window.webContents.openHandler?.({ url } as never)
    await new Promise((done) => setTimeout(done, 5))
  }
  for (const url of [
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://example.org/share',
    'ms-msdt:/id',
    'app://longhand/',
    'https://user:secret@example.org/',
    `https://example.org/${'a'.repeat(2048)}`,
    '\\\\example.org\\share',
    '',
  ]) {
    await offer(url, 0)
  }
  expect([machine.boxes, machine.external]).toEqual([[], []])
  const long = `https://example.org/${'a'.repeat(300)}?q=1#end`
  await offer(long, 1)
  await offer(long)
  expect(machine.boxes.map(({ detail }) => detail)).toEqual([long, long])
  expect(machine.boxes[0]).toMatchObject({ buttons: ['Open', 'Cancel'], defaultId: 1, cancelId: 1 })
  expect(machine.external).toEqual([])
  await offer('https://exämple.org/a b', 0)
  await offer('http://example.org', 0)
  await offer('mailto:reader@example.org', 0)
  expect(machine.external).toEqual([
    'https://xn--exmple-cua.org/a%20b',
    'http://example.org/',
    'mailto:reader@example.org',
  ])
  expect(machine.boxes.slice(2).map(({ detail }) => detail)).toEqual(machine.external)
})

test('16. Use a current version of Electron', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))
  expect(devDependencies.electron).toBe(version)
  // Electron supports its three newest majors; 45 is the newest when this was written.
  expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(45)
})

test('17. Validate the sender of all IPC messages', async () => {
  const { desktop, window } = await started()
  const { MessageChannel } = await import('node:worker_threads')
  const frames = [
    { url: page, parent: null },
    { url: `${page}#/project?path=%2Fa`, parent: null },
    { url: page, parent: { url: page } },
    { url: 'https://example.org/', parent: null },
    { url: 'app://other/', parent: null },
    { url: `${page}assets/index.html`, parent: null },
    { url: 'about:blank', parent: null },
    null,
  ]
  const answered = await Promise.all(
    frames.map(async (frame) => {
      const { port1, port2 } = new MessageChannel()
      const heard = new Promise((resolve) => {
        port1.on('message', resolve)
        port1.on('close', () => resolve('closed'))
      })
      window.webContents.sent('longhand:port', [null], [new desktop.StandInPort(port2)], frame)
      const first = await heard
      port1.close()
      return first
    }),
  )
  expect(answered).toEqual(['beat', 'beat', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed'])
  expect(desktop.ipcMain.eventNames().map(String).toSorted()).toEqual(['longhand:done', 'longhand:port'])
  hearCommands(window, () => new Promise(() => {}))
  window.close()
  for (const frame of frames.slice(2)) {
    for (const number of [0, 1, 2]) window.webContents.sent('longhand:done', [number], [], frame)
  }
  await new Promise((done) => setTimeout(done, 400))
  expect(window.isDestroyed()).toBe(false)
  for (const number of [0, 1, 2]) window.webContents.sent('longhand:done', [number])
  await soon(() => expect(window.isDestroyed()).toBe(true))
})

test('18. Avoid usage of the file:// protocol and prefer usage of custom protocols', async () => {
  const { desktop, window } = await started()
  expect(new URL(window.webContents.getURL()).protocol).toBe('app:')
  const html = await (await desktop.fetchAs(page)).text()
  const named = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/gu)].map(([, path]) => path!)
  expect(named.length).toBeGreaterThanOrEqual(2)
  const answers = await Promise.all(named.map((path) => desktop.fetchAs(new URL(path, page).href)))
  expect(answers.map(({ status }) => status)).toEqual(named.map(() => 200))
  const types = answers.map((answer) => String(answer.headers.get('content-type')))
  expect(types.toSorted()).toEqual(['text/css; charset=utf-8', 'text/javascript; charset=utf-8'])
  const refused = await Promise.all(
    [
      'app://longhand/manifest.json',
      'app://longhand/index.html',
      'app://longhand/../package.json',
      'app://longhand/%2e%2e/package.json',
      'app://longhand/..%2fpackage.json',
      'app://longhand/assets/',
      `app://longhand${named[0]}?v=1`,
      `app://other${named[0]}`,
      'app://longhand//etc/passwd',
    ].map(async (url) => (await desktop.answerFor(url)).status),
  )
  expect(refused).toEqual([404, 404, 404, 404, 404, 404, 404, 404, 404])
  expect((await desktop.answerFor(page, 'POST')).status).toBe(405)
})

test('19. Check which fuses you can change', () => {
  const { electronFuses } = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8'))
  expect(electronFuses).toMatchObject({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  })
})

test('20. Do not expose Electron APIs to untrusted web content', async () => {
  const { window } = await started()
  const handed = handedTo(window)
  expect(Object.keys(handed)).toEqual(['longhand'])
  const { longhand } = handed as { longhand: Record<string, (...args: readonly unknown[]) => unknown> }
  expect(Object.isFrozen(longhand)).toBe(true)
  expect(Object.entries(longhand).map(([name, value]) => [name, typeof value])).toEqual([
    ['connect', 'function'],
    ['onCommand', 'function'],
  ])
  const ears = { onOpen: () => {}, onMessage: () => {}, onClose: () => {} }
  const post = longhand['connect']!(ears)
  expect(typeof post).toBe('function')
  expect(() => (post as (text: unknown) => void)({ i: '1' })).toThrow(/only texts/u)
  expect(() => longhand['connect']!({ ...ears, onOpen: 'eval' })).toThrow(/three functions/u)
  expect(() => longhand['onCommand']!({})).toThrow(/a function/u)
  const heard: unknown[] = []
  longhand['onCommand']!((...args: readonly unknown[]) => heard.push(args))
  for (const id of ['export', '../export', 'Export', '', 'a'.repeat(41), 7, null, { id: 'export' }]) {
    window.webContents.send('longhand:command', id, 1)
  }
  window.webContents.send('longhand:command', 'export', 'x')
  window.webContents.send('longhand:other', 'export', 1)
  expect(heard).toEqual([['export']])
  const { client } = clientOf(window)
  expect((await client.projects.known({})).recent).toEqual([])
})
