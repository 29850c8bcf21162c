/** Why an attempt did not come to a "yes"; what an endpoint answers beside its status is never kept. */
export const FAILURES = [
  /** It answered, but not with 2xx. */
  'status',
  'redirect',
  /** 410: it wants nothing more. */
  'gone',
  /** The name leads to an address that is not on the public internet. */
  'private',
  'name',
  'connect',
  'tls',
  'timeout',
  'other',
  /** Not tried any more: the endpoint was switched off. */
  'off',
] as const
export type Failure = (typeof FAILURES)[number]

/** What one attempt came to; without a failure it was delivered. */
export interface Outcome {
  status: number | null
  failure: Failure | null
}
