import type { AffectedQuery } from './types.ts'

/** Where the list of the people concerned is; `untold`: only who was not told in the chat. */
export function listPath(breachId: string, query: AffectedQuery, untold: boolean): string {
  const said = Object.entries(query).flatMap(([key, value]) => (value ? [[key, value]] : []))
  const search = new URLSearchParams([...said, ...(untold ? [['untold', '1']] : [])])
  return `/api/v1/records/breaches/${breachId}/affected.csv?${search}`
}
