import { LedgerError, openTimeToken } from '@jawort/ledger'
import type { Context } from '../../platform/index.ts'
import { verifyTimestamp } from './verify-timestamp.ts'

/** A token may have some ten thousand bytes. */
const PAGE = 100
/** So many wrong ones are named; the others are only counted. */
const NAMED = 20

export interface StampCheck {
  /** Time stamps that are stored. */
  count: number
  /** The greatest checkpoint that a good time stamp is about, and when the authority saw it. */
  newest: { size: number; at: Date; authority: string } | null
  /** Whether it was also looked who vouches for the authorities: only where certificates to trust are given. */
  vouched: boolean
  /** How many are wrong, and the first of them. */
  wrong: number
  faults: { anchorId: string; size: number; detail: string }[]
}

/**
 * Checks every stored time stamp (RFC 3161) of the business again, offline: it is about the stored checkpoint of its size, the
 * certificate in it signed it, it tells the time that is noted for it, and, with certificates to trust, one of them vouches for the
 * authority at that time. One that was deleted cannot be missed; the page of anchors and copies elsewhere show it.
 * @param trusted PEM
 */
export async function checkStamps(ctx: Context, trusted?: string): Promise<StampCheck> {
  const check: StampCheck = {
    count: 0,
    newest: null,
    vouched: trusted !== undefined,
    wrong: 0,
    faults: [],
  }
  for (let after: string | undefined; ; ) {
    const rows = await readPage(ctx, after)
    for (const row of rows) {
      check.count++
      const found = await checkOne(row, trusted)
      if (typeof found === 'string') {
        check.wrong++
        if (check.faults.length < NAMED)
          check.faults.push({ anchorId: row.anchor_id, size: row.size, detail: found })
      } else if (!check.newest || row.size > check.newest.size) {
        check.newest = { size: row.size, at: row.at, authority: found.authority }
      }
    }
    after = rows.at(-1)?.anchor_id
    if (rows.length < PAGE) return check
  }
}

type Row = Awaited<ReturnType<typeof readPage>>[number]

/** The authority that signed it, or what is wrong. */
async function checkOne(row: Row, trusted: string | undefined): Promise<{ authority: string } | string> {
  const [token, note] = [new Uint8Array(row.proof), Buffer.from(row.note, 'utf8')]
  try {
    const { at, authority } = await openTimeToken(token, note)
    if (at.getTime() !== row.at.getTime())
      return `it tells ${at.toISOString()}, another time than is noted for it`
    if (trusted === undefined) return { authority }
    const report = await verifyTimestamp(token, note, trusted)
    return report.ok ? { authority } : `${report.detail} (${report.reason})`
  } catch (error) {
    if (error instanceof LedgerError) return error.message
    throw error
  }
}

async function readPage(ctx: Context, after: string | undefined) {
  let page = ctx.db
    .selectFrom('ledger_anchor as anchor')
    .innerJoin('ledger_checkpoint as checkpoint', (join) =>
      join
        .onRef('checkpoint.business_id', '=', 'anchor.business_id')
        .onRef('checkpoint.size', '=', 'anchor.size'),
    )
    .select(['anchor.anchor_id', 'anchor.size', 'anchor.proof', 'anchor.at', 'checkpoint.note'])
    .where('anchor.business_id', '=', ctx.businessId)
    .where('anchor.kind', '=', 'timestamp')
    .orderBy('anchor.anchor_id')
    .limit(PAGE)
  if (after) page = page.where('anchor.anchor_id', '>', after)
  return page.execute()
}
