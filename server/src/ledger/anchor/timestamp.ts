import { requestTimestamp } from './request-timestamp.ts'
import { anotherDay, type Way } from './way.ts'

/** A time-stamping authority (RFC 3161) sees the digest of the signed note, and nothing else. */
export const timestampWay: Way = {
  kind: 'timestamp',
  once: true,
  missing: async ({ config }) => (config.timestamp ? null : 'setting'),
  due: anotherDay,
  async take({ config }, { note }) {
    if (!config.timestamp) throw new Error('No authority is set: JAWORT_TIMESTAMP_URL.')
    const { authority, token, at } = await requestTimestamp(config.timestamp, Buffer.from(note, 'utf8'))
    return { by: authority, proof: token, at }
  },
}
