import { consistencyProof, openCheckpoint, openCosignature, parseWitnessKey } from '@jawort/ledger'
import { request } from 'undici'
import type { Context } from '../../platform/index.ts'
import { openLog } from '../log.ts'
import { storedHashes } from '../store.ts'
import { newestAnchor } from './store.ts'
import { anotherDay, type Way } from './way.ts'

const WAIT_MS = 15_000
/** A few signature lines. */
const MOST_BYTES = 20_000

/** Another installation or an auditor cosigns, having checked that things were only added (C2SP tlog-witness). */
export const witnessWay: Way = {
  kind: 'witness',
  once: true,
  missing: async ({ config }) => (config.witness ? null : 'setting'),
  due: anotherDay,
  async take(ctx, { note }) {
    const { witness } = ctx.config
    if (!witness) throw new Error('No witness is set: JAWORT_WITNESS_URL.')
    const key = parseWitnessKey(witness.key)
    const { size } = await openCheckpoint(note, [(await openLog(ctx)).signer.key])
    const known = (await newestAnchor(ctx, 'witness'))?.size ?? 0
    const lines = await addCheckpoint(ctx, witness.url, { note, size, known })
    const { at, name } = await openCosignature(note, lines, key)
    const own = lines.split('\n').find((line) => line.startsWith(`— ${name} `))
    return { by: name, proof: Buffer.from(`${own}\n`, 'utf8'), at }
  },
}

interface Offer {
  note: string
  size: number
  /** What we believe the witness saw last. */
  known: number
}

/** @returns the witness's signature lines @throws Error when it does not cosign */
async function addCheckpoint(ctx: Context, url: string, offer: Offer): Promise<string> {
  const answer = await post(ctx, url, offer)
  if (answer.status === 200) return answer.text
  const has = answer.status === 409 ? /^(0|[1-9]\d{0,15})\n?$/.exec(answer.text)?.[1] : undefined
  // It saw another one last, for example because our database is a restored one.
  if (has !== undefined && Number(has) !== offer.known && Number(has) <= offer.size) {
    const again = await post(ctx, url, { ...offer, known: Number(has) })
    if (again.status === 200) return again.text
    throw new Error(`The witness answered ${again.status}.`)
  }
  throw new Error(
    has === undefined
      ? `The witness answered ${answer.status}.`
      : `The witness has seen ${has} entries, this ledger has ${offer.size}: it was cut short or restored.`,
  )
}

async function post(
  ctx: Context,
  url: string,
  { note, size, known }: Offer,
): Promise<{ status: number; text: string }> {
  const hashes = await consistencyProof(known, size, storedHashes(ctx))
  const lines = [`old ${known}`, ...hashes.map((hash) => Buffer.from(hash).toString('base64'))]
  const answer = await request(`${url.replace(/\/+$/, '')}/add-checkpoint`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: `${lines.join('\n')}\n\n${note}`,
    headersTimeout: WAIT_MS,
    bodyTimeout: WAIT_MS,
    signal: AbortSignal.timeout(2 * WAIT_MS),
  })
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of answer.body) {
    length += chunk.length
    if (length > MOST_BYTES) throw new Error(`The witness answered more than ${MOST_BYTES} bytes.`)
    chunks.push(chunk)
  }
  return { status: answer.statusCode, text: Buffer.concat(chunks).toString('utf8') }
}
