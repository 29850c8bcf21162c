/** Raised after an entry was committed; wakes the sealer of this process. */
export const LEDGER_SIGNAL = 'ledger'
