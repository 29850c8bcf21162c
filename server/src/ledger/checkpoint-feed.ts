import { fromHex } from '@jawort/ledger'
import type { Context } from '../platform/index.ts'

const PAGE = 500

export interface KnownCheckpoint {
  size: number
  note: string
}

/**
 * The business's checkpoints in order of size, for a check that reads leaves page by page: a log that is sealed every
 * second has too many of them for memory. `loadUntil(n)` must have been awaited before leaf `n - 1` is handed out, so
 * that the checkpoint after the one due there is at hand.
 */
export class CheckpointFeed implements Iterable<string> {
  readonly #ctx: Pick<Context, 'db' | 'businessId'>
  readonly #until: number
  readonly #copies: KnownCheckpoint[]
  readonly #ready: string[] = []
  #loaded = -1
  #exhausted = false

  /**
   * @param until only stored checkpoints up to this size
   * @param copies from elsewhere, in order of size; mixed in at their place
   */
  constructor(ctx: Pick<Context, 'db' | 'businessId'>, until: number, copies: readonly KnownCheckpoint[]) {
    this.#ctx = ctx
    this.#until = until
    this.#copies = [...copies]
  }

  async loadUntil(size: number): Promise<void> {
    while (!this.#exhausted && this.#loaded <= size) await this.#loadPage()
  }

  *[Symbol.iterator](): Generator<string> {
    for (let note = this.#ready.shift(); note !== undefined; note = this.#ready.shift()) yield note
    if (!this.#exhausted) throw new Error('The next checkpoint was asked for before it was loaded.')
  }

  async #loadPage(): Promise<void> {
    const rows = await this.#ctx.db
      .selectFrom('ledger_checkpoint')
      .select(['size', 'root', 'note'])
      .where('business_id', '=', this.#ctx.businessId)
      .where('size', '>', this.#loaded)
      .where('size', '<=', this.#until)
      .orderBy('size')
      .limit(PAGE)
      .execute()
    for (const row of rows) {
      this.#takeCopies(row.size)
      // An empty note is read as what it is here: no checkpoint.
      this.#ready.push(saysTheSame(row) ? row.note : '')
      this.#loaded = row.size
    }
    if (rows.length < PAGE) {
      this.#exhausted = true
      this.#takeCopies(Number.POSITIVE_INFINITY)
    }
  }

  #takeCopies(size: number): void {
    for (let copy = this.#copies[0]; copy && copy.size <= size; copy = this.#copies[0]) {
      this.#ready.push(copy.note)
      this.#copies.shift()
    }
  }
}

/** The columns beside the note are only a convenience; they must say what was signed. */
function saysTheSame(row: { size: number; root: string; note: string }): boolean {
  const [, size, root] = row.note.split('\n')
  return size === String(row.size) && root === Buffer.from(fromHex(row.root) ?? []).toString('base64')
}
