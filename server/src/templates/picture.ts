import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { Agent, request } from 'undici'
import { Problem } from '../platform/index.ts'

const LARGEST = 5 * 1024 * 1024

/** Addresses inside a network: a link typed by a member must not make the server read from its own neighbourhood. */
const INSIDE = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  INSIDE.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 128],
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
  ['64:ff9b::', 96],
] as const) {
  INSIDE.addSubnet(net, bits, 'ipv6')
}

function isInside(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  return INSIDE.check(mapped ?? address, isIP(mapped ?? address) === 6 ? 'ipv6' : 'ipv4')
}

/** Checks the address that is really connected to, so that a name cannot point elsewhere a moment later. */
const outsideOnly: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 4)
    const [first] = addresses
    if (!first || addresses.some(({ address }) => isInside(address))) {
      return callback(Object.assign(new Error('address not allowed'), { code: 'EINSIDE' }), '', 4)
    }
    if (options.all) callback(null, addresses)
    else callback(null, first.address, first.family)
  })
}

/**
 * Fetches the picture of a header: JPEG or PNG, at most 5 MB, from the public internet or from `ownOrigin`. Redirects are not
 * followed.
 * @throws Problem `picture_unusable`
 */
export async function fetchPicture(url: string, ownOrigin: string): Promise<{ bytes: Buffer; type: string }> {
  const target = URL.canParse(url) ? new URL(url) : null
  if (!target || !/^https?:$/.test(target.protocol)) throw unusable('Adresse', 'address')
  const own = target.origin === ownOrigin
  const literal = target.hostname.replace(/^\[|\]$/g, '')
  if (!own && isIP(literal) && isInside(literal)) throw unusable('Adresse', 'address')
  const agent = new Agent(own ? {} : { connect: { lookup: outsideOnly, timeout: 5_000 } })
  try {
    const response = await request(target, { dispatcher: agent, headersTimeout: 10_000, bodyTimeout: 10_000 })
    const type =
      String(response.headers['content-type'] ?? '')
        .split(';')[0]
        ?.trim() ?? ''
    if (response.statusCode !== 200)
      throw unusable(`Antwort ${response.statusCode}`, `answer ${response.statusCode}`)
    if (type !== 'image/jpeg' && type !== 'image/png') throw unusable('kein JPEG oder PNG', 'no JPEG or PNG')
    const parts: Buffer[] = []
    let size = 0
    for await (const part of response.body) {
      size += part.length
      if (size > LARGEST) throw unusable('größer als 5 MB', 'larger than 5 MB')
      parts.push(part)
    }
    return { bytes: Buffer.concat(parts), type }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw unusable('nicht erreichbar', 'not reachable')
  } finally {
    await agent.destroy()
  }
}

function unusable(de: string, en: string): Problem {
  const sentence = {
    de: `Das Bild der Kopfzeile lässt sich nicht laden (${de}). Nimm ein JPEG oder PNG bis 5 MB, das ohne Anmeldung im Internet erreichbar ist.`,
    en: `The picture of the header cannot be loaded (${en}). Use a JPEG or PNG up to 5 MB that is reachable on the internet without signing in.`,
  }
  return new Problem('invalid', 'picture_unusable', sentence, { header: sentence })
}
