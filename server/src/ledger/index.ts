export { appendLedger, type LedgerEvent } from './append.ts'
