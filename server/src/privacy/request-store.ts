import type { Selectable } from 'kysely'
import { openPerson, personKey, sealPerson } from '../contacts/index.ts'
import type { DB } from '../platform/db/index.ts'
import { type Context, notFound, Problem } from '../platform/index.ts'
import { type RequestEvent, type RequestState, stepRequest } from './request-state.ts'

export type RequestRow = Selectable<DB['privacy_request']>

/** The request, locked for a change. @throws Problem `not_found` */
export async function lockRequest(tx: Context, requestId: string): Promise<RequestRow> {
  const row = await tx.db
    .selectFrom('privacy_request')
    .selectAll()
    .where('business_id', '=', tx.businessId)
    .where('request_id', '=', requestId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound({ de: 'Diese Anfrage', en: 'This request' })
  return row
}

/** @returns the state after the event @throws Problem `request_ended`, `identity_missing` when it leads nowhere from here */
export function nextState(row: RequestRow, event: RequestEvent): RequestState {
  const next = stepRequest(row.state, event)
  if (next) return next
  if (row.state === 'received') {
    throw new Problem('conflict', 'identity_missing', {
      de: 'Bitte prüf zuerst, ob die Anfrage wirklich von dieser Person kommt (Art. 12 Abs. 6 DSGVO).',
      en: 'Please check first whether the request really comes from this person (Article 12 (6) GDPR).',
    })
  }
  throw new Problem('conflict', 'request_ended', {
    de: 'Diese Anfrage ist schon abgeschlossen. Bitte lade die Seite neu.',
    en: 'This request has ended already. Please reload the page.',
  })
}

export type RequestChange = Partial<
  Pick<
    RequestRow,
    | 'state'
    | 'identity'
    | 'identity_at'
    | 'identity_asked_at'
    | 'identity_note_sealed'
    | 'due_at'
    | 'extended_at'
    | 'extension_reason'
    | 'refusal_reason'
    | 'refusal_text_sealed'
    | 'done_at'
    | 'reminded'
  > & { decided_by: string; report: string | null }
>

export async function changeRequest(tx: Context, requestId: string, change: RequestChange): Promise<void> {
  await tx.db
    .updateTable('privacy_request')
    .set(change)
    .where('business_id', '=', tx.businessId)
    .where('request_id', '=', requestId)
    .execute()
}

type Text = 'details' | 'identity_note' | 'refusal_text'

/** Where a text of a request belongs; it is sealed with the person's key and goes with it. */
const requestPlace = (requestId: string, text: Text) => `request:${requestId}:${text}`

/** @throws Problem `not_found` when the person was erased */
export async function sealRequestText(
  tx: Context,
  contactId: string,
  requestId: string,
  which: Text,
  text: string,
): Promise<Buffer> {
  const key = await personKey(tx, contactId)
  if (!key) throw notFound({ de: 'Diese Person', en: 'This person' })
  return sealPerson(tx, key, contactId, requestPlace(requestId, which), text)
}

/** Null when there is none, or the person was erased. */
export async function openRequestText(
  ctx: Context,
  row: Pick<RequestRow, 'contact_id' | 'request_id'>,
  which: Text,
  sealed: Uint8Array | null,
): Promise<string | null> {
  const key = sealed && (await personKey(ctx, row.contact_id))
  return key ? openPerson(ctx, key, row.contact_id, requestPlace(row.request_id, which), sealed) : null
}
