import { createHmac } from 'node:crypto'

const PROBE = /^\{"object":"jawort_probe","entry":\[\],"number":"(\d{5,20})"\}$/
const LONGEST = 80

/**
 * A webhook of our own that says nothing: the channel check sends it to the address that Meta calls, signed like one of Meta's,
 * and intake answers it without keeping anything.
 */
export function probeOf(phoneNumberId: string): string {
  return `{"object":"jawort_probe","entry":[],"number":"${phoneNumberId}"}`
}

/** The number that a probe is for; undefined for every other body. */
export function readProbe(body: Buffer): string | undefined {
  return body.length > LONGEST ? undefined : PROBE.exec(body.toString('latin1'))?.[1]
}

/** The header `X-Hub-Signature-256` of a body under an app secret. */
export function signProbe(appSecret: string, body: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`
}
