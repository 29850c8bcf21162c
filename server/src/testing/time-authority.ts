import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** How the authority's certificate says what it is for. */
const PURPOSES = {
  timeStamping: 'critical,timeStamping',
  notCritical: 'timeStamping',
  webServer: 'critical,serverAuth',
} as const

/** A time-stamping authority (RFC 3161) on the loopback, made by openssl: a root, a certificate below it, a responder. */
export interface TimeAuthority {
  url: string
  folder: string
  /** Its root, as PEM and as a file. */
  root: string
  rootFile: string
  /** Requests that came in so far. */
  asked: number
  /** Changes what is answered; undefined answers as it should. */
  answer: ((query: Buffer, stamp: (query: Buffer) => Promise<Buffer>) => Promise<Buffer | number>) | undefined
  /** Makes another certificate under the same root. @returns names of its files in the folder */
  issue(
    name: string,
    purpose: keyof typeof PURPOSES,
    days?: number,
  ): Promise<{ certificate: string; key: string }>
  /** A reply as a file of openssl would hold it. */
  stamp(query: Buffer, signer?: string): Promise<Buffer>
  openssl(...args: string[]): Promise<void>
  close(): Promise<void>
}

/**
 * @param keys what its keys are: `ec` or `rsa`
 * @throws Error with the cure when this machine has no openssl
 */
export async function startTimeAuthority(keys: 'ec' | 'rsa' = 'ec'): Promise<TimeAuthority> {
  requireOpenssl()
  const folder = mkdtempSync(join(tmpdir(), 'jawort-time-'))
  const openssl = async (...args: string[]) => {
    await run('openssl', args, { cwd: folder })
  }
  const newKey = keys === 'ec' ? ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'] : ['rsa:2048']
  const usage = ['-addext', 'keyUsage=critical,keyCertSign,cRLSign']
  await openssl(
    ...['req', '-x509', '-newkey', ...newKey, '-nodes', '-keyout', 'root.key', '-out', 'root.pem'],
    ...['-days', '3650', '-subj', '/CN=Test Root', ...usage],
  )
  const authority: TimeAuthority = {
    url: '',
    folder,
    root: readFileSync(join(folder, 'root.pem'), 'utf8'),
    rootFile: join(folder, 'root.pem'),
    asked: 0,
    answer: undefined,
    async issue(name, purpose, days = 365) {
      const files = { certificate: `${name}.pem`, key: `${name}.key` }
      writeFileSync(
        join(folder, `${name}.ext`),
        `keyUsage=critical,digitalSignature\nextendedKeyUsage=${PURPOSES[purpose]}\n`,
      )
      await openssl(
        ...['req', '-new', '-newkey', ...newKey, '-nodes', '-keyout', files.key],
        ...['-out', `${name}.csr`, '-subj', `/O=Test/CN=Test Time ${name}`],
      )
      await openssl(
        ...['x509', '-req', '-in', `${name}.csr`, '-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial'],
        ...['-out', files.certificate, '-days', String(days), '-extfile', `${name}.ext`],
      )
      writeFileSync(join(folder, `${name}.cnf`), settingsFor(folder, files))
      return files
    },
    async stamp(query, signer = 'authority') {
      const name = `query-${crypto.randomUUID()}`
      writeFileSync(join(folder, name), query)
      await openssl(
        ...['ts', '-reply', '-config', `${signer}.cnf`, '-section', 'authority'],
        ...['-queryfile', name, '-out', `${name}.reply`],
      )
      return readFileSync(join(folder, `${name}.reply`))
    },
    openssl,
    async close() {
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
      rmSync(folder, { recursive: true, force: true })
    },
  }
  const server = createServer(async (request, response) => {
    authority.asked++
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const query = Buffer.concat(chunks)
    const stamp = (asked: Buffer) => authority.stamp(asked)
    const answer = await (authority.answer ?? ((asked) => stamp(asked)))(query, stamp)
    if (typeof answer === 'number') response.writeHead(answer).end()
    else response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(answer)
  })
  await authority.issue('authority', 'timeStamping')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  authority.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/stamp`
  return authority
}

function requireOpenssl(): void {
  if (spawnSync('openssl', ['version'], { stdio: 'ignore' }).status === 0) return
  throw new Error(
    'These tests make a time-stamping authority of their own with the program openssl, which this machine does not have. ' +
      'Please install it (on Debian: apt-get install openssl) and start again.',
  )
}

function settingsFor(folder: string, files: { certificate: string; key: string }): string {
  return [
    '[authority]',
    `serial = ${join(folder, 'serial')}`,
    'crypto_device = builtin',
    `signer_cert = ${join(folder, files.certificate)}`,
    `signer_key = ${join(folder, files.key)}`,
    'signer_digest = sha256',
    'default_policy = 1.2.3.4.1',
    'digests = sha256, sha384, sha512',
    'accuracy = secs:1',
    'ordering = yes',
    'tsa_name = yes',
    'ess_cert_id_alg = sha256',
    '',
  ].join('\n')
}
