import type { Runtime } from '../platform/index.ts'

/** How long after `since` a thing may stay: days, or as long as messages are kept on this installation. */
export type Span = number | 'as messages'

/** A rule that a business may make shorter, down to so many days; nobody makes it longer (C-43). */
interface Shortenable {
  key: string
  shortest: number
}

export type Rule =
  /** Rows go, one by one. */
  | {
      does: 'delete'
      what: string
      since: string
      days: Span
      only?: string
      /** Where it depends on another table: takes the rows down by itself, also earlier where a business wants that. Gives how many. */
      verb?: (runtime: Runtime) => Promise<number>
      basis: string
      business?: Shortenable
    }
  /** The row stays, its content goes. */
  | {
      does: 'empty'
      what: string
      column: string
      since: string
      days: Span
      basis: string
      business?: Shortenable
    }
  /** Whole months go, once nothing in them is younger. */
  | { does: 'drop months'; what: string; days: Span; basis: string }
  /** Ends with something else, or says nothing about a person and stays small. */
  | { does: 'keep'; why: string }
