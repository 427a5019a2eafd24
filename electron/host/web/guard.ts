import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a request says of where it comes from. */
export type Caller = {
  readonly host: string | undefined
  readonly origin: string | undefined
  /** The header Sec-Fetch-Site, which a page cannot forge. */
  readonly site: string | undefined
  readonly cookie: string | undefined
}

/** Tells the browser that was sent here by Longhand from everybody else. */
export type Guard = {
  /** Whether the request was made for this very address, by its own page or by nobody's. */
  readonly isHere: (caller: Caller) => boolean
  /** Whether the request is also made by a browser that has shown a token. */
  readonly isKnown: (caller: Caller) => boolean
  /** Whether a page of this very address, known as above, asks for a socket: here the origin is never left out. */
  readonly mayConnect: (caller: Caller) => boolean
  /** Whether the token is right: the printed one for as long as the host runs, a ticket once. */
  readonly redeem: (token: string) => boolean
  /** The token of the address that is printed. */
  readonly token: string
  /** A token for one use, to be handed over where others may read it. */
  readonly ticket: () => string
  /** The header Set-Cookie by which a browser is known from then on. */
  readonly setCookie: string
}

const secret = (): string => randomBytes(32).toString('base64url')

const isSame = (given: string, wanted: string): boolean => {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}

const cookieIn = (header: string | undefined, name: string): string =>
  header
    ?.split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? ''

/** A guard with fresh secrets of 256 bits for the address `http://127.0.0.1:port`. */
export const createGuard = (port: number): Guard => {
  const host = `127.0.0.1:${port}`
  const origin = `http://${host}`
  // Cookies are shared by all ports of a machine: the port in the name keeps two hosts apart.
  const name = `longhand-${port}`
  const session = secret()
  const token = secret()
  const tickets = new Set<string>()
  const isHere = (caller: Caller): boolean =>
    caller.host === host &&
    (caller.origin === undefined || caller.origin === origin) &&
    (caller.site === undefined || caller.site === 'same-origin' || caller.site === 'none')
  const isKnown = (caller: Caller): boolean =>
    isHere(caller) && isSame(cookieIn(caller.cookie, name), session)
  return {
    isHere,
    isKnown,
    mayConnect: (caller) => caller.origin !== undefined && isKnown(caller),
    redeem: (given) => {
      const ticket = [...tickets].find((each) => isSame(given, each))
      return (ticket !== undefined && tickets.delete(ticket)) || isSame(given, token)
    },
    token,
    ticket: () => {
      const fresh = secret()
      tickets.add(fresh)
      return fresh
    },
    setCookie: `${name}=${session}; HttpOnly; SameSite=Strict; Path=/`,
  }
}
