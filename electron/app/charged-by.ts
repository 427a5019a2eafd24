import { BlockList, isIP } from 'node:net'
import { addressesOf } from '../../shared/addresses-of.ts'
import type { ModelChoice } from '../../shared/model.ts'
import { providers } from '../providers/index.ts'
import type { Provider } from '../providers/provider.ts'

const all: readonly Provider[] = providers

/** Vendors by the hosts at which they sell their models themselves. */
const vendors: ReadonlyMap<string, string> = new Map(
  all.flatMap(({ id, address, keyVariables }): readonly [string, string][] =>
    address !== undefined && keyVariables ? [[new URL(address).hostname, id]] : [],
  ),
)

const compatible = 'openai-compatible/'

/** Loopback, private and link-local addresses (RFC 1122, 1918, 3927, 4193, 4291). */
const near = new BlockList()
near.addSubnet('127.0.0.0', 8, 'ipv4')
near.addSubnet('10.0.0.0', 8, 'ipv4')
near.addSubnet('172.16.0.0', 12, 'ipv4')
near.addSubnet('192.168.0.0', 16, 'ipv4')
near.addSubnet('169.254.0.0', 16, 'ipv4')
near.addAddress('::1', 'ipv6')
near.addSubnet('fc00::', 7, 'ipv6')
near.addSubnet('fe80::', 10, 'ipv6')

const isNear = (host: string): boolean => {
  const address = host.replace(/^\[|\]$/gu, '')
  const version = isIP(address)
  return version === 0
    ? /(?:^|\.)(?:localhost|local)\.?$/u.test(host)
    : near.check(address, version === 4 ? 'ipv4' : 'ipv6')
}

/** The hosts at base URLs; an address that cannot be read counts as a host that nobody knows. */
const hostsOf = (baseUrl: string | undefined): readonly string[] =>
  addressesOf(baseUrl).map((url) => URL.parse(url)?.hostname ?? '')

/**
 * Whether nobody charges for a model by the token: no network lies between; or its provider's own address is near, which
 * is so for a program that people run themselves, wherever they have it stand; or it has none, and the choice names
 * addresses of this machine or of a private network alone.
 */
export const isLocal = ({ id, baseUrl }: ModelChoice, among: readonly Provider[] = all): boolean => {
  const provider = among.find((each) => each.id === id.split('/', 1)[0])
  if (!provider) return false
  if (!provider.endpoint) return true
  const hosts = hostsOf(provider.address ?? baseUrl)
  return hosts.length > 0 && hosts.every(isNear)
}

/** The id under which a model is listed: that of its vendor's own provider where another goes to the vendor's own host. */
export const listedAs = (choice: ModelChoice): string => {
  const [vendor, ...others] = new Set(hostsOf(choice.baseUrl).map((host) => vendors.get(host)))
  if (!choice.id.startsWith(compatible) || vendor === undefined || others.length > 0) return choice.id
  return `${vendor}/${choice.id.slice(compatible.length).replace(/^models\//u, '')}`
}
