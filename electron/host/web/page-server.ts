import { Hono } from 'hono'
import type { Caller, Guard } from './guard.ts'
import { headersFor } from './headers.ts'
import type { PageFiles } from './page-files.ts'

const refused =
  'Longhand does not know this browser. Open the address that Longhand printed when it was started.\n'

const callerOf = (header: (name: string) => string | undefined): Caller => ({
  host: header('host'),
  origin: header('origin'),
  site: header('sec-fetch-site'),
  cookie: header('cookie'),
})

/** What is served, to whom, and on which port; `start` is where in the page a browser is sent first. */
export type Served = {
  readonly page: PageFiles
  readonly guard: Guard
  readonly port: number
  readonly start: string
}

/** Answers the requests for the page and its files, and no others. */
export const pageServer = ({ page, guard, port, start }: Served): Hono => {
  const headers = headersFor(port)
  const server = new Hono()
  server.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    }
  })
  server.use(async (c, next) => {
    const caller = callerOf((name) => c.req.header(name))
    if (!guard.isHere(caller)) return c.text('Refused.\n', 403)
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return c.text('Not allowed.\n', 405)
    const token = c.req.path === '/' ? c.req.query('token') : undefined
    if (token !== undefined && guard.redeem(token)) {
      c.header('Set-Cookie', guard.setCookie)
      return c.redirect(start, 303)
    }
    return token === undefined && guard.isKnown(caller) ? next() : c.text(refused, 403)
  })
  server.get('/', (c) => c.body(page.page.bytes, 200, { 'Content-Type': page.page.type }))
  server.get('*', (c) => {
    const file = page.files.get(c.req.path)
    if (!file) return c.notFound()
    const kept = 'private, max-age=31536000, immutable'
    return c.body(file.bytes, 200, { 'Content-Type': file.type, 'Cache-Control': kept })
  })
  server.notFound((c) => c.text('There is nothing here.\n', 404))
  return server
}
