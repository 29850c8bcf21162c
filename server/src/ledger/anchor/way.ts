import type { Context } from '../../platform/index.ts'
import type { StoredCheckpoint } from '../store.ts'
import type { Anchor, AnchorKind, Seen } from './store.ts'

/** What is missing before checkpoints can go this way: a setting of the installation, or the business's own. */
export type Missing = 'setting' | 'address'

/** One way in which checkpoints leave this installation. */
export interface Way {
  kind: AnchorKind
  /** Null when nothing is missing. */
  missing(ctx: Context): Promise<Missing | null>
  /** Whether it is time again, with a newer checkpoint at hand. */
  due(last: Anchor, now: Date): boolean
  /** False where the same checkpoint may go this way again because a person asks for it. */
  once: boolean
  /**
   * Takes the checkpoint out; nothing is stored yet.
   * @throws Error whose message says why it did not work, without secrets
   */
  take(ctx: Context, checkpoint: StoredCheckpoint): Promise<Seen>
}

/** Once per day of the calendar (UTC), so that the hour does not wander. */
export function anotherDay(last: Anchor, now: Date): boolean {
  return last.storedAt.toISOString().slice(0, 10) !== now.toISOString().slice(0, 10)
}
