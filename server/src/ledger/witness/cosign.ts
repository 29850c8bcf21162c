import {
  type Checkpoint,
  cosign,
  createSigner,
  EMPTY_ROOT,
  fromHex,
  LedgerError,
  openCheckpoint,
  parseVerifierKey,
  type Signer,
  toHex,
  type VerifierKey,
  verifyConsistency,
  witnessKey,
} from '@jawort/ledger'
import { sql } from 'kysely'
import type { Runtime } from '../../platform/index.ts'
import { parseRequest } from './parse.ts'

/** What is answered, as C2SP tlog-witness prescribes. */
export interface Answer {
  status: 200 | 400 | 403 | 404 | 409 | 422
  text: string
}

/** The witness of this installation; its name is the installation's address, its key is derived from the master key. */
export async function openWitness({ config, vault }: Pick<Runtime, 'config' | 'vault'>): Promise<Signer> {
  const name = `${config.publicUrl.replace(/^https?:\/\//, '')}/witness`
  const { key, sign } = await createSigner(name, vault.derive('ledger:witness'))
  return { key: witnessKey(name, key.publicKey), sign }
}

/**
 * Cosigns a checkpoint of a foreign log that this installation is a witness for, when it is signed by that log and continues the
 * one seen last. So two versions of one log never both get this cosignature.
 */
export async function cosignCheckpoint(runtime: Runtime, body: string): Promise<Answer> {
  const request = parseRequest(body)
  if (!request) return { status: 400, text: 'This is not a request of add-checkpoint.\n' }
  const key = runtime.config.witnessFor
    .map(parseVerifierKey)
    .find((known: VerifierKey) => known.name === request.origin)
  if (!key) return { status: 404, text: 'This log is not known here.\n' }
  const checkpoint = await open(request.note, key)
  if ('status' in checkpoint) return checkpoint
  if (request.old > checkpoint.size) return { status: 400, text: 'The checkpoint is older than that.\n' }
  const refused = await remember(runtime, request, checkpoint)
  if (refused) return refused
  return { status: 200, text: await cosign(request.note, await openWitness(runtime), runtime.clock.now()) }
}

async function open(note: string, key: VerifierKey): Promise<Checkpoint | Answer> {
  try {
    return await openCheckpoint(note, [key])
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    return {
      status: error.code === 'signature' ? 403 : 400,
      text: 'The checkpoint is not signed by its log.\n',
    }
  }
}

/** Compares and writes in one transaction, so that two requests at once cannot both continue the same checkpoint. */
async function remember(
  runtime: Runtime,
  { old, proof, note }: { old: number; proof: Uint8Array[]; note: string },
  { origin, size, root }: Checkpoint,
): Promise<Answer | undefined> {
  return runtime.db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`witness:${origin}`}, 0))`.execute(trx)
    const last = await trx
      .selectFrom('ledger_witnessed')
      .select(['size', 'root'])
      .where('origin', '=', origin)
      .executeTakeFirst()
    if ((last?.size ?? 0) !== old) return { status: 409, text: `${last?.size ?? 0}\n` }
    const oldRoot = last ? (fromHex(last.root) ?? new Uint8Array(0)) : EMPTY_ROOT
    if (!verifyConsistency({ oldSize: old, oldRoot, newSize: size, newRoot: root, proof })) {
      if (old === size) return { status: 409, text: `${old}\n` }
      return { status: 422, text: 'The checkpoint does not continue the one seen last.\n' }
    }
    const seen = { size, root: toHex(root), note, at: runtime.clock.now() }
    await trx
      .insertInto('ledger_witnessed')
      .values({ origin, ...seen })
      .onConflict((conflict) => conflict.column('origin').doUpdateSet(seen))
      .execute()
    return undefined
  })
}
