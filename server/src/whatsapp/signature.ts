import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'

/** Whether a header looks like a signature at all: what has none need not be read. */
export function isSignature(header: string | undefined): header is string {
  return header !== undefined && /^sha256=[0-9a-f]{64}$/i.test(header)
}

/**
 * Whether Meta signed exactly these bytes with this app secret (C-76).
 * @param header `X-Hub-Signature-256`, for example `sha256=1f…`
 */
export function isSignedBy(
  appSecret: string | KeyObject,
  body: Uint8Array,
  header: string | undefined,
): boolean {
  if (!isSignature(header)) return false
  const expected = createHmac('sha256', appSecret).update(body).digest()
  return timingSafeEqual(expected, Buffer.from(header.slice(7), 'hex'))
}
