import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { Agent, request } from 'undici'
import { Problem, type Sentence } from '../platform/index.ts'
import type { MediaHeader } from './content.ts'
import { FILE_LIMITS, typeOfFile } from './file-type.ts'

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
 * Fetches the file of a header: of the format's type by its own bytes and no larger than Meta takes, from the public internet or
 * from `ownOrigin`. Redirects are not followed.
 * @param where place of the header in the content, for the answer
 * @throws Problem `file_unusable`
 */
export async function fetchFile(
  url: string,
  format: MediaHeader['format'],
  ownOrigin: string,
  where = 'header',
): Promise<{ bytes: Buffer; type: string }> {
  const target = URL.canParse(url) ? new URL(url) : null
  const unusable = (de: string, en: string) => fileUnusable(format, where, de, en)
  if (!target || !/^https?:$/.test(target.protocol)) throw unusable('Adresse', 'address')
  const own = target.origin === ownOrigin
  const literal = target.hostname.replace(/^\[|\]$/g, '')
  if (!own && isIP(literal) && isInside(literal)) throw unusable('Adresse', 'address')
  const agent = new Agent(own ? {} : { connect: { lookup: outsideOnly, timeout: 5_000 } })
  const limit = FILE_LIMITS[format].bytes
  try {
    const response = await request(target, { dispatcher: agent, headersTimeout: 10_000, bodyTimeout: 10_000 })
    if (response.statusCode !== 200)
      throw unusable(`Antwort ${response.statusCode}`, `answer ${response.statusCode}`)
    const parts: Buffer[] = []
    let size = 0
    for await (const part of response.body) {
      size += part.length
      if (size > limit) throw unusable('zu groß', 'too large')
      parts.push(part)
    }
    const bytes = Buffer.concat(parts)
    const found = typeOfFile(bytes)
    if (found?.kind !== format) throw unusable('anderes Format', 'another format')
    return { bytes, type: found.type }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw unusable('nicht erreichbar', 'not reachable')
  } finally {
    await agent.destroy()
  }
}

const WANTED: Record<MediaHeader['format'], Sentence> = {
  image: { de: 'ein JPEG oder PNG bis 5 MB', en: 'a JPEG or PNG up to 5 MB' },
  video: { de: 'ein MP4 (H.264) bis 16 MB', en: 'an MP4 (H.264) up to 16 MB' },
  document: { de: 'ein PDF bis 100 MB', en: 'a PDF up to 100 MB' },
}

export function fileUnusable(format: MediaHeader['format'], where: string, de: string, en: string): Problem {
  const wanted = WANTED[format]
  const sentence = {
    de: `Die Datei lässt sich nicht nehmen (${de}). Nimm ${wanted.de}; eine Adresse muss ohne Anmeldung im Internet erreichbar sein.`,
    en: `The file cannot be taken (${en}). Use ${wanted.en}; an address must be reachable on the internet without signing in.`,
  }
  return new Problem('invalid', 'file_unusable', sentence, { [where]: sentence })
}
