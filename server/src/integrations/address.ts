import { BlockList, isIP } from 'node:net'
import type { Config } from '../platform/config.ts'
import { Problem } from '../platform/index.ts'

/** Ranges that are nobody's on the public internet (IANA special-purpose registries), cloud metadata among them. */
const SPECIAL: Record<'ipv4' | 'ipv6', readonly string[]> = {
  ipv4: [
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
    '224.0.0.0/3',
  ],
  // Within the one range that is given out: tunnels and protocols, some of which carry an IPv4 address inside.
  ipv6: ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
}
const GIVEN_OUT = list('ipv6', ['2000::/3'])
const NOT_PUBLIC = { ipv4: list('ipv4', SPECIAL.ipv4), ipv6: list('ipv6', SPECIAL.ipv6) }

function list(family: 'ipv4' | 'ipv6', ranges: readonly string[]): BlockList {
  const blocks = new BlockList()
  for (const range of ranges) {
    const [net = '', bits = ''] = range.split('/')
    blocks.addSubnet(net, Number(bits), family)
  }
  return blocks
}

/** Whether an IP address is one of the public internet; a name, or anything else, is not. */
export function isPublicAddress(ip: string): boolean {
  const version = isIP(ip)
  if (version === 4) return !NOT_PUBLIC.ipv4.check(ip, 'ipv4')
  // With a zone it is an address of this very link.
  if (version !== 6 || ip.includes('%')) return false
  return GIVEN_OUT.check(ip, 'ipv6') && !NOT_PUBLIC.ipv6.check(ip, 'ipv6')
}

/** The IP address that stands in the place of a name; null where a name stands. */
export function literalAddress(url: URL): string | null {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(host) ? host : null
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * An address that deliveries may go to: https, without a name and password. With `JAWORT_WEBHOOK_TARGETS=any` also http to this very
 * machine, for development. Where a name leads is looked at whenever a connection is made, not here.
 * @throws Problem `endpoint_url` with what is wrong
 */
export function parseEndpointUrl(text: string, { webhookTargets }: Pick<Config, 'webhookTargets'>): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const inside = webhookTargets === 'any'
  const plain = url?.protocol === 'http:' && inside && LOOPBACK.includes(url.hostname)
  if (!url || (url.protocol !== 'https:' && !plain)) {
    throw refuse('Die Adresse muss mit https:// beginnen.', 'The address has to begin with https://.')
  }
  if (url.username || url.password) {
    throw refuse(
      'Name und Passwort gehören nicht in die Adresse. Echtheit zeigt die Signatur.',
      'A name and password do not belong into the address. The signature shows who sends.',
    )
  }
  const literal = literalAddress(url)
  if (!inside && (LOOPBACK.includes(url.hostname) || (literal && !isPublicAddress(literal)))) {
    throw refuse(
      'Diese Adresse liegt nicht im öffentlichen Internet. Der Betreiber kann das mit JAWORT_WEBHOOK_TARGETS erlauben.',
      'This address is not on the public internet. The operator can allow that with JAWORT_WEBHOOK_TARGETS.',
    )
  }
  url.hash = ''
  return url
}

function refuse(de: string, en: string): Problem {
  return new Problem('invalid', 'endpoint_url', { de, en }, { url: { de, en } })
}
