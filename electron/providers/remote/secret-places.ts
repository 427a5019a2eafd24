import { BlockList, isIP } from 'node:net'

/**
 * Where cloud machines hand out their own secrets. IPv4: link-local (RFC 3927; AWS, Azure, Google and most others), and
 * what Alibaba (100.100.100.200), Azure (168.63.129.16) and Oracle (192.0.0.192) have besides.
 */
const networks = [
  ['169.254.0.0', 16],
  ['100.100.100.200', 32],
  ['168.63.129.16', 32],
  ['192.0.0.192', 32],
] as const

/** How an IPv4 address stands in an IPv6 one: for translation (RFC 6052), and as of old. The list knows `::ffff:`. */
const prefixes = ['64:ff9b::', '::'] as const

const secret = new BlockList()
for (const [address, bits] of networks) {
  secret.addSubnet(address, bits, 'ipv4')
  for (const prefix of prefixes) secret.addSubnet(prefix + address, 96 + bits, 'ipv6')
}
secret.addSubnet('fe80::', 10, 'ipv6')
secret.addSubnet('fd00:ec2::', 32, 'ipv6')
secret.addAddress('fd20:ce::254', 'ipv6')

const names = new Set([
  'metadata',
  'metadata.goog',
  'metadata.google.internal',
  'instance-data',
  'instance-data.ec2.internal',
])

/** Whether a host of a URL, or an address, is one at which a machine keeps its secrets; no model server stands there. */
export const isSecretPlace = (host: string): boolean => {
  const name = host
    .toLowerCase()
    .replace(/\.+$/, '')
    .replace(/^\[|\]$/g, '')
  const version = isIP(name)
  return version === 0 ? names.has(name) : secret.check(name, version === 4 ? 'ipv4' : 'ipv6')
}
