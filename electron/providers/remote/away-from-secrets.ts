import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { AppError } from '../../../shared/errors.ts'
import { isSecretPlace } from './secret-places.ts'

/** The addresses of a host. Rejects where it has none. */
type Resolve = (host: string) => Promise<readonly string[]>

const resolveBySystem: Resolve = async (host) =>
  (await lookup(host, { all: true })).map(({ address }) => address)

/** Local names have addresses of one cable besides their own; without the cable's name nothing can be reached there. */
const isOfOneCable = (address: string): boolean => /^fe[89ab]/i.test(address)

/** Throws `AppError` where a name leads to an address at which a machine keeps its secrets. */
const check = async (host: string, resolve: Resolve): Promise<void> => {
  const literal = host.replace(/^\[|\]$/g, '')
  // What cannot be resolved cannot be reached either, and `fetch` says so.
  const addresses = isIP(literal) === 0 ? await resolve(host).catch(() => []) : [literal]
  const usable = addresses.filter((address) => !isOfOneCable(address))
  const found = (usable.length > 0 ? usable : addresses).find(isSecretPlace)
  if (found === undefined && !isSecretPlace(host)) return
  throw new AppError(
    'model-unreachable',
    `The address ${host} leads to ${found ?? host}, where a machine keeps its secrets; nothing was sent.`,
    'Check the base URL.',
  )
}

/**
 * A `fetch` that looks where a name leads before it sends anything there, and rejects with `AppError` where that is a
 * place at which a machine keeps its secrets. It does not hold against a name that leads elsewhere a moment later.
 */
export const awayFromSecrets =
  (fetch: typeof globalThis.fetch, resolve: Resolve = resolveBySystem): typeof globalThis.fetch =>
  async (input, init) => {
    const url = URL.parse(input instanceof Request ? input.url : String(input))
    if (url) await check(url.hostname, resolve)
    return fetch(input, init)
  }
