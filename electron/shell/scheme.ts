import { protocol, type Session } from 'electron'
import { host, scheme } from './address.ts'
import { headers } from './headers.ts'
import type { PageFiles } from './page-files.ts'

/** Makes the page's scheme one with an origin. To be called once, before the app is ready. */
export const registerScheme = (): void => {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }])
}

const refuse = (status: number): Response =>
  new Response(null, { status, headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' } })

const answer = (files: PageFiles, { method, url }: Pick<Request, 'method' | 'url'>): Response => {
  if (method !== 'GET') return refuse(405)
  const address = URL.parse(url)
  if (address?.host !== host || address.search !== '') return refuse(404)
  const file = files.get(address.pathname)
  return file ? new Response(file.bytes, { headers: { ...headers, 'Content-Type': file.type } }) : refuse(404)
}

/** Answers the page's scheme with the listed files, and with nothing else. */
export const servePage = (session: Session, files: PageFiles): void => {
  session.protocol.handle(scheme, (request) => answer(files, request))
}
