import { readFileSync } from 'node:fs'
import { Certificate } from 'pkijs'

const PEM = /-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g

/** Reads all certificates of a PEM text. @throws Error when there is none, or one cannot be read */
export function readCertificates(pem: string): Certificate[] {
  const certificates = [...pem.matchAll(PEM)].map(([, base64 = '']) =>
    Certificate.fromBER(new Uint8Array(Buffer.from(base64, 'base64'))),
  )
  if (certificates.length === 0) throw new Error('No certificate to trust was given.')
  return certificates
}

/** A file of certificates to trust, as PEM; undefined when it cannot be read or holds none. */
export function readTrustFile(path: string): string | undefined {
  try {
    const pem = readFileSync(path, 'utf8')
    readCertificates(pem)
    return pem
  } catch {
    return undefined
  }
}
