import { defineHook } from '../platform/index.ts'

/**
 * The stored log of a business is not what was signed last, and nothing is sealed on top of it. Said again every few
 * minutes while it lasts.
 */
export const ledgerDamaged = defineHook<object>('ledger.damaged')

/** Checkpoints have not reached the outside this way for two days; said again every two days while it lasts. */
export const anchorFailing = defineHook<{ kind: 'timestamp' | 'witness' | 'mail'; since: Date }>(
  'ledger.anchor_failing',
)
