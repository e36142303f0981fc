import { lookup } from 'node:dns/promises'
import { BlockList, isIPv4 } from 'node:net'

/** Where a webhook goes, its name resolved once: the connection is made to this address and no other. */
export type Target = { readonly url: URL; readonly address: string; readonly family: 4 | 6 }

/** Networks that are nobody's public address (RFC 6890 and successors). */
const CLOSED_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
/** Within 2000::/3: tunnels that carry an IPv4 address, and documentation. */
const CLOSED_V6 = ['2001::/32', '2001:db8::/32', '2002::/16']

const closedV4 = networks(CLOSED_V4)
const closedV6 = networks(CLOSED_V6)
const globalV6 = networks(['2000::/3'])

/** Networks by their notation, `10.2.0.0/16` or one address. Throws for what is none. */
export function networks(list: readonly string[]): BlockList {
  const block = new BlockList()
  for (const one of list) {
    const [address = '', bits] = one.split('/')
    const family = isIPv4(address) ? 'ipv4' : 'ipv6'
    block.addSubnet(address, Number(bits ?? (family === 'ipv4' ? 32 : 128)), family)
  }
  return block
}

const familyOf = (address: string) => (isIPv4(address) ? 'ipv4' : 'ipv6')

/** Whether an address belongs to the public internet. IPv6 that wraps an IPv4 address does not. */
export function isPublic(address: string): boolean {
  if (isIPv4(address)) return !closedV4.check(address, 'ipv4')
  return globalV6.check(address, 'ipv6') && !closedV6.check(address, 'ipv6')
}

/** Why a target is not called; null address: its name says nothing now, which may change. */
export type NoTarget = { readonly refused: string; readonly mayChange: boolean }

/**
 * Resolves where a webhook goes. Every address of the name must be public or in the networks that
 * the configuration allows, so that the product cannot be made to call into the house it stands in
 * (OWASP, server-side request forgery); plain http only to allowed networks.
 */
export async function resolveTarget(text: string, allowed: BlockList): Promise<Target | NoTarget> {
  const url = new URL(text)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const found = await lookup(host, { all: true }).catch(() => [])
  const [first] = found
  if (!first) return { refused: `${host} has no address`, mayChange: true }
  const isAllowed = (address: string) => allowed.check(address, familyOf(address))
  const closed = found.find(({ address }) => !isAllowed(address) && !isPublic(address))
  if (closed) return { refused: `${closed.address} is not a public address`, mayChange: false }
  if (url.protocol !== 'https:' && !found.every(({ address }) => isAllowed(address))) {
    return { refused: 'plain http is for allowed networks only', mayChange: false }
  }
  return { url, address: first.address, family: first.family === 6 ? 6 : 4 }
}
